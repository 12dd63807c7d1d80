/** Works as BibTeX and as CSL-JSON. */
import { titlePieces, type Mark } from '../schemas/csl.ts';
import type { CslItem } from '../views/cite.ts';

/** CSL-JSON: an array of items, whose objects nobody may write in. */
export function cslJson(items: readonly CslItem[]): string {
  return items.length === 0 ? '[]\n' : `[\n${items.map(object).join(',\n')}\n]\n`;
}

/** BibTeX in UTF-8, as Biber and reference managers read it; nobody may write in the items. */
export function bibtex(items: readonly CslItem[]): string {
  return items.map(entry).join('\n');
}

// A work that many pages cite is written once.
function oncePerItem(write: (item: CslItem) => string): (item: CslItem) => string {
  const written = new WeakMap<CslItem, string>();
  return (item) => {
    const known = written.get(item);
    if (known !== undefined) return known;
    const text = write(item);
    written.set(item, text);
    return text;
  };
}

const object = oncePerItem((item) =>
  ` ${JSON.stringify(item, undefined, 1)}`.replaceAll('\n', '\n '),
);
const entry = oncePerItem(writeEntry);

const types: Readonly<Partial<Record<CslItem['type'], string>>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'entry-encyclopedia': 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
};
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function writeEntry(item: CslItem): string {
  const type = types[item.type] ?? 'misc';
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const container = item['container-title'];
  const places: Readonly<Record<string, string>> = {
    article: 'journal',
    incollection: 'booktitle',
    inproceedings: 'booktitle',
  };
  const publishers: Readonly<Record<string, string>> = {
    techreport: 'institution',
    phdthesis: 'school',
  };
  // A name of a month is a macro, and macros stand without braces.
  const monthText =
    month === undefined
      ? undefined
      : (months[month - 1] ?? '') + (day === undefined ? '' : ` # "~${day}"`);
  const fields: [name: string, value: string | undefined][] = [
    ['author', item.author && braced(item.author.map(nameText).join(' and '))],
    ['title', braced(braced(titleText(item.title)))],
    [places[type] ?? 'howpublished', container && braced(escapedText(container))],
    ['year', year === undefined ? undefined : braced(String(year))],
    ['month', monthText],
    ['volume', item.volume && braced(escapedText(item.volume))],
    ['number', item.issue && braced(escapedText(item.issue))],
    ['pages', item.page && braced(escapedText(item.page).replace(/\s*[-–]\s*/g, '--'))],
    [publishers[type] ?? 'publisher', item.publisher && braced(escapedText(item.publisher))],
    // Both are taken letter by letter.
    ['doi', item.DOI && braced(item.DOI)],
    ['url', item.URL && braced(item.URL.replaceAll('{', '%7B').replaceAll('}', '%7D'))],
    ['note', item.PMID && braced(`PMID ${item.PMID}`)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${value},\n`],
  );
  return `@${type}{${item.id},\n${lines.join('')}}\n`;
}

function braced(text: string): string {
  return `{${text}}`;
}

type Name = NonNullable<CslItem['author']>[number];

// "von Last, Jr, First"; what is not a person's name stays as it is in braces of its own.
function nameText(name: Name): string {
  if ('literal' in name) return braced(escapedText(name.literal));
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  return [family, name.suffix, given]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => escapedText(part ?? ''))
    .join(', ');
}

const commands: Readonly<Record<Mark, string>> = {
  i: '\\emph{',
  b: '\\textbf{',
  sub: '\\textsubscript{',
  sup: '\\textsuperscript{',
  'small-caps': '\\textsc{',
  nocase: '{',
};

function titleText(title: string): string {
  return titlePieces(title)
    .map((piece) =>
      'text' in piece ? escapedText(piece.text) : 'open' in piece ? commands[piece.open] : '}',
    )
    .join('');
}

function escapedText(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (character) => {
    if (character === '\\') return '\\textbackslash{}';
    if (character === '~') return '\\textasciitilde{}';
    if (character === '^') return '\\textasciicircum{}';
    return `\\${character}`;
  });
}
