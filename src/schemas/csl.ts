/** CSL-JSON as Zotero and pandoc write it: which variables there are, and what a text may hold. */

/**
 * Types of CSL 1.0.2, from csl-data.json of citation-style-language/schema.
 * https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
 */
export const cslTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

// Variables of the same file that no page shows: they are left alone, and left out.
const unusedVariables: ReadonlySet<string> = new Set(
  `abstract accessed annote archive archive-place archive_collection archive_location authority
  available-date call-number categories chair chapter-number citation-key citation-label
  citation-number collection-editor collection-number collection-title compiler composer
  container-author container-title-short contributor curator dimensions director division edition
  editor editorial-director event event-date event-place event-title executive-producer
  first-reference-note-number genre guest host illustrator interviewer ISBN ISSN
  journalAbbreviation jurisdiction keyword language locator medium narrator number number-of-pages
  number-of-volumes organizer original-author original-date original-publisher
  original-publisher-place original-title page-first part part-title performer PMCID printing
  producer publisher-place recipient references reviewed-author reviewed-genre reviewed-title scale
  script-writer section series-creator shortTitle source status submitted supplement title-short
  translator version volume-title volume-title-short year-suffix`.split(/\s+/),
);

const nameFlags: ReadonlySet<string> = new Set(['comma-suffix', 'parse-names', 'static-ordering']);

/**
 * An item of CSL-JSON as this site uses it: without the variables that no page shows, numbers of
 * volumes as text, and a date as its parts. What is no CSL stays, for the schema to refuse.
 */
export function fromCsl(item: unknown): unknown {
  return mapFields(item, (key, value) => {
    if (unusedVariables.has(key)) return undefined;
    if (key === 'issued') return fromCslDate(value);
    if (key === 'author' && Array.isArray(value))
      return value.map((name) =>
        mapFields(name, (flag, given) => (nameFlags.has(flag) ? undefined : given)),
      );
    const isNumbered = ['volume', 'issue', 'page', 'PMID'].includes(key);
    return isNumbered && typeof value === 'number' ? String(value) : value;
  });
}

function mapFields(value: unknown, map: (key: string, value: unknown) => unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const mapped = map(key, inner);
      return mapped === undefined ? [] : [[key, mapped]];
    }),
  );
}

// Parts may be numbers or digits. A text, which is how what could not be parsed comes, counts where
// it is a day, or names one year.
function fromCslDate(date: unknown): unknown {
  if (typeof date === 'string') return fromDateText(date) ?? date;
  const parts = mapFields(date, (key, value) => {
    if (['season', 'circa', 'literal', 'raw'].includes(key)) return undefined;
    return key === 'date-parts' && Array.isArray(value) ? value.map(numbersOf) : value;
  }) as { 'date-parts'?: unknown };
  if (date === null || typeof date !== 'object' || parts['date-parts'] !== undefined) return parts;
  const texts = [Reflect.get(date, 'raw'), Reflect.get(date, 'literal')];
  const text = texts.find((one) => typeof one === 'string' && one !== '');
  return (typeof text === 'string' ? fromDateText(text) : undefined) ?? parts;
}

function numbersOf(parts: unknown): unknown {
  if (!Array.isArray(parts)) return parts;
  return parts
    .filter((part) => part !== '' && part !== null)
    .map((part: unknown) =>
      typeof part === 'string' && /^\d{1,4}$/.test(part) ? Number(part) : part,
    );
}

function fromDateText(text: string): { 'date-parts': number[][] } | undefined {
  const day = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*$/.exec(text);
  const years = [...text.matchAll(/(?<!\d)\d{4}(?!\d)/g)].map(([year]) => year);
  const parts = day?.slice(1).filter((part) => part !== undefined) ?? years;
  if (day === null && years.length !== 1) return undefined;
  return { 'date-parts': [parts.map(Number)] };
}

/** How a piece of a title is set. */
export type Mark = 'i' | 'b' | 'sub' | 'sup' | 'small-caps' | 'nocase';

/** A title in pieces: text, and where a mark begins and ends. */
export type TitlePiece = { text: string } | { open: Mark } | { close: Mark };

const tag = /<(\/?)([a-z][\w:-]*)([^<>]*)>/gi;
const reference = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/i;

/** What CSL lets a title hold, in pieces. A tag that is none of CSL's is text. */
export function titlePieces(title: string): TitlePiece[] {
  const pieces: TitlePiece[] = [];
  const open: Mark[] = [];
  let done = 0;
  for (const match of title.matchAll(tag)) {
    const mark = match[1] === '/' ? closedBy(match[2] ?? '', open) : markOf(match);
    if (mark === undefined) continue;
    if (match.index > done) pieces.push({ text: title.slice(done, match.index) });
    done = match.index + match[0].length;
    pieces.push(match[1] === '/' ? { close: mark } : { open: mark });
    if (match[1] === '/') open.pop();
    else open.push(mark);
  }
  if (done < title.length) pieces.push({ text: title.slice(done) });
  return pieces;
}

function markOf([, , name = '', attributes = '']: readonly string[]): Mark | undefined {
  const own = attributes.trim();
  if (name === 'sc' && own === '') return 'small-caps';
  if (own === '') return (['i', 'b', 'sub', 'sup'] as const).find((mark) => mark === name);
  if (name !== 'span') return undefined;
  if (/^class=(["'])nocase\1$/.test(own)) return 'nocase';
  return /^style=(["'])font-variant:\s*small-caps;?\1$/.test(own) ? 'small-caps' : undefined;
}

function closedBy(name: string, open: readonly Mark[]): Mark | undefined {
  const last = open.at(-1);
  const names: Record<Mark, string[]> = {
    i: ['i'],
    b: ['b'],
    sub: ['sub'],
    sup: ['sup'],
    'small-caps': ['sc', 'span'],
    nocase: ['span'],
  };
  return last !== undefined && names[last].includes(name) ? last : undefined;
}

/** A title without its marks: for attributes, tables and data. */
export function plainTitle(title: string): string {
  return titlePieces(title)
    .map((piece) => ('text' in piece ? piece.text : ''))
    .join('');
}

/** What would be printed as it stands in a title, in words for its author; undefined where nothing. */
export function titleFault(title: string): string | undefined {
  const pieces = titlePieces(title);
  const stray = pieces.flatMap((piece) =>
    'text' in piece ? [...piece.text.matchAll(tag)].map(([text]) => text) : [],
  )[0];
  if (stray !== undefined)
    return `must hold no "${stray}": CSL knows <i>, <b>, <sub>, <sup> and <span class="nocase">, each closed`;
  const open = pieces.filter((piece) => 'open' in piece).length;
  if (open > pieces.filter((piece) => 'close' in piece).length)
    return 'must close each tag that it opens';
  return entityFault(title);
}

/** The same of a text in which CSL's tags have no place. */
export function textFault(text: string): string | undefined {
  const stray = text.match(tag)?.[0];
  return stray === undefined
    ? entityFault(text)
    : `must hold no "${stray}": only a title may have tags`;
}

function entityFault(text: string): string | undefined {
  const entity = reference.exec(text)?.[0];
  return entity === undefined
    ? undefined
    : `must hold no "${entity}", which would be printed as it stands: write the character itself`;
}

// How other programs save a bibliography, by its first words and the ends of file names.
const otherFormats: readonly { name: string; start: RegExp; end: RegExp }[] = [
  { name: 'BibTeX', start: /^\s*(?:%.*\s+)*@\w+\s*[{(]/, end: /\.bib(?:tex)?$/i },
  { name: 'RIS', start: /^\s*TY {2}- /, end: /\.ris$/i },
  { name: 'PubMed’s own format', start: /^\s*PMID- /, end: /\.nbib$/i },
  { name: 'EndNote’s own format', start: /^\s*%0 /, end: /\.en[wl]x?$/i },
  { name: 'XML', start: /^\s*<\??[a-z]/i, end: /\.(?:xml|rdf)$/i },
  { name: 'CSL YAML', start: /^\s*(?:---\s+)?(?:references:|- id:|id:)/, end: /\.ya?ml$/i },
];

/** The format in which another program saved a bibliography; undefined where it may be CSL-JSON. */
export function otherFormat(text: string, fileName: string): string | undefined {
  return otherFormats.find(({ start, end }) => start.test(text) || end.test(fileName))?.name;
}

/** How to get from another format to ours. */
export const exportFix =
  'In Zotero, choose Export and CSL JSON; pandoc writes it, too, with -t csljson.';
