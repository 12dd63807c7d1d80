/** Citations, the notes that open in place, and the reference list made from them. */
import { anchors } from '../anchors.ts';
import type { Citation, Document } from '../document/document.ts';
import { inReadingOrder } from '../document/reading-order.ts';
import { certaintyOrder, certaintyText, isWeak } from '../domain/certainty.ts';
import { escaped } from '../domain/escape.ts';
import { figureClaims } from '../domain/figure.ts';
import { capitalize, formatDay, uncapitalize } from '../domain/format.ts';
import { doiAddress, pubmedAddress } from '../domain/work.ts';
import { need, type Cited, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Claim } from '../schemas/claim.ts';
import { plainTitle, titlePieces, type Mark } from '../schemas/csl.ts';
import type { Certainty } from '../schemas/fields.ts';
import type { Source } from '../schemas/source.ts';

/** One cited id at one place of the page. */
export interface CitationView {
  /** Anchor of this mark, unique on the page: `cite-3`. */
  anchor: string;
  /** Id of the note that it opens: `note-5`. */
  noteId: string;
  /** Its first reference, for readers whose browser opens no notes: `#ref-2`. */
  href: string;
  /** Numbers in the reference list; a claim has one for each of its sources. */
  numbers: number[];
  /** "‹‹13": what is printed, with a sign for each sentence before its own that it stands for. */
  text: string;
  /** The mark beside the number: of claims whose evidence is weak. Where it is good the number will do. */
  mark: Certainty | undefined;
  /** Accessible name: "Sources 2,3, moderate evidence, for 2 sentences", with the numbers as they are seen. */
  label: string;
}

/** A citation where the page has no notes and no reference list: in a list of questions. */
export interface EvidenceLinkView {
  /** The claim's page, or the source in the list of its article. */
  href: string;
  /** Its number in the answer. */
  number: number;
  /** The mark beside the number: of claims whose evidence is weak. */
  mark: Certainty | undefined;
  /** Accessible name: "Evidence 2, limited evidence". */
  label: string;
}

/** What a citation's popover shows; one for each cited id on the page. */
export interface NoteView {
  id: string;
  /** Set for claims; undefined for a bare source. */
  claim:
    | {
        statement: string;
        certainty: Certainty;
        population: string;
        runnersText: string;
        /** Page of the claim. */
        href: string;
      }
    | undefined;
  /** "Sim et al., 2019" of a bare source; undefined for a claim. */
  short: string | undefined;
  references: { number: number; href: string; seenText: string }[];
}

/** One entry of the reference list. */
export interface ReferenceView {
  number: number;
  /** Anchor: `ref-2`. Numbers keep pages small. */
  anchor: string;
  /** "Sim M, et al. A title. Eur J Appl Physiol 119:1463-1478, 2019." as HTML. */
  html: string;
  /** DOI address if there is one, else the address or PubMed's; undefined where none is known. */
  href: string | undefined;
  /** "doi:10.…", the host, or "PMID 123". */
  linkText: string | undefined;
  /** "Cohort" */
  designText: string;
  /** "Read: abstract" */
  seenText: string;
  /** "Studied runners" / "Not in runners" / undefined where unknown. */
  runnersText: string | undefined;
  /** What a look for corrections and retractions found, and when; undefined where nobody looked. */
  notice: { isNothing: boolean; text: string } | undefined;
  retracted: boolean;
  /** How sure the claims are through which the page cites it, each mark once. */
  certainties: Certainty[];
  /** The way back: to the first mark that leads here; undefined where none does. */
  back: { href: string; text: string } | undefined;
}

/** Citations of one page: numbers in the order of first appearance, notes and references. */
export interface Bibliography {
  /** The marks of one bracket, none where a later one stands for it; call for each in reading order. */
  cite: (citation: Citation, options?: { isGraded: boolean }) => CitationView[];
  notes: () => NoteView[];
  references: () => ReferenceView[];
}

/** A citation of what stands in data, not at a place of prose. */
export function dataCitation(ids: readonly string[]): Citation {
  return { kind: 'citation', ids: [...ids], sentences: 1, position: { line: 1, column: 1 } };
}

/** The citations of a document in reading order; a figure cites the claims that it draws, a quotation its source. */
export function citationsOf(document: Document, { figures }: Library): readonly Citation[] {
  if (!document.components.some(({ name }) => name === 'Figure' || name === 'Quote'))
    return document.citations;
  return inReadingOrder(document).flatMap((part) => {
    if (part.kind === 'citation') return [part];
    if (part.name === 'Quote') return [dataCitation([part.props.source])];
    if (part.name !== 'Figure') return [];
    return [dataCitation(figureClaims(need(figures, part.props.id, 'figure').data))];
  });
}

/** The same bibliography for instructions, whose marks carry no grade. */
export function ungraded(citations: Bibliography): Bibliography {
  return { ...citations, cite: (citation) => citations.cite(citation, { isGraded: false }) };
}

/**
 * Numbers the sources of a page: a number belongs to a source, a claim stands for its sources.
 * @param citations all citations of the page, in reading order
 * @throws {Error} when an id exists neither as a claim nor as a source
 */
export function bibliography(citations: readonly Citation[], library: Library): Bibliography {
  const numbers = new Map<string, number>();
  const cited = new Map<string, CitedHere>();
  for (const id of new Set(citations.flatMap((citation) => citation.ids))) {
    const { sources, certainty } = need(library.cited, id, 'claim or source');
    for (const source of sources) if (!numbers.has(source)) numbers.set(source, numbers.size + 1);
    const own = sources.map((source) => numbers.get(source) ?? 0).sort((a, b) => a - b);
    cited.set(id, { noteId: anchors.note(cited.size + 1), certainty, sources, numbers: own });
  }
  const marks: CitationView[] = [];
  const cite: Bibliography['cite'] = (citation, { isGraded } = { isGraded: true }) =>
    (citation.sentences === 0 ? [] : citation.ids).map((id) => {
      const { noteId, numbers: own, ...what } = need(cited, id, 'citation');
      const certainty = isGraded ? what.certainty : undefined;
      const view: CitationView = {
        anchor: anchors.citation(marks.length + 1),
        noteId,
        href: `#${anchors.reference(own[0] ?? '')}`,
        numbers: own,
        text: '‹'.repeat(citation.sentences - 1) + own.join(','),
        mark: markOf(certainty),
        label:
          `${own.length === 1 ? 'Source' : 'Sources'} ${own.join(',')}` +
          (certainty === undefined ? '' : `, ${evidenceText(certainty)}`) +
          (citation.sentences > 1 ? `, for ${citation.sentences} sentences` : ''),
      };
      marks.push(view);
      return view;
    });
  return {
    cite,
    notes: () => [...cited].map(([id, what]) => noteView(id, what, numbers, library)),
    references: () => {
      const citing = grouped([...cited.values()], ({ sources }) => sources);
      const backlinks = grouped(marks, (mark) => mark.numbers);
      return [...numbers].map(([id, number]) =>
        referenceView(
          need(library.sources, id, 'source').data,
          number,
          citing.get(id) ?? [],
          backlinks.get(number) ?? [],
        ),
      );
    },
  };
}

// Items under each of their keys, in their order.
function grouped<Item, Key>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  return groups;
}

/** What stands behind a cited id. */
interface CitedHere extends Cited {
  noteId: string;
  /** Those of its sources, in their order. */
  numbers: number[];
}

/**
 * Links of a bracket of an article that is shown elsewhere, counted from 1 in each answer: there is
 * no list of sources beside it whose numbers they could be.
 * @param counted the ids that the answer has cited so far; grows
 * @param placeOf address of a source in the list of the article; asked for what is no claim
 */
export function evidenceLinks(
  ids: readonly string[],
  counted: string[],
  placeOf: (source: string) => string,
  library: Library,
): EvidenceLinkView[] {
  return ids.map((id) => {
    if (!counted.includes(id)) counted.push(id);
    const number = counted.indexOf(id) + 1;
    const { certainty } = need(library.cited, id, 'claim or source');
    return {
      href: certainty === undefined ? placeOf(id) : routes.claim(id),
      number,
      mark: markOf(certainty),
      label: `Evidence ${number}${certainty === undefined ? '' : `, ${evidenceText(certainty)}`}`,
    };
  });
}

// Where the evidence is good the number will do.
function markOf(certainty: Certainty | undefined): Certainty | undefined {
  return certainty !== undefined && isWeak(certainty) ? certainty : undefined;
}

function evidenceText(certainty: Certainty): string {
  return certainty === 'none'
    ? 'no evidence'
    : `${certaintyText[certainty].toLowerCase()} evidence`;
}

function noteView(
  id: string,
  { noteId, sources }: CitedHere,
  numbers: ReadonlyMap<string, number>,
  library: Library,
): NoteView {
  const claim = library.claims.get(id)?.data;
  return {
    id: noteId,
    claim: claim && {
      statement: claim.statement,
      certainty: claim.certainty,
      population: claim.population,
      runnersText: appliesText[claim.appliesToRunners],
      href: routes.claim(id),
    },
    short:
      claim === undefined ? shortCitation(need(library.sources, id, 'source').data) : undefined,
    references: sources.map((sourceId) => {
      const { custom } = need(library.sources, sourceId, 'source').data;
      const number = numbers.get(sourceId) ?? 0;
      return {
        number,
        href: `#${anchors.reference(number)}`,
        seenText: uncapitalize(seenText[custom.seen]),
      };
    }),
  };
}

function referenceView(
  source: Source,
  number: number,
  citing: readonly CitedHere[],
  backlinks: readonly CitationView[],
): ReferenceView {
  const [first] = backlinks;
  return {
    ...sourceView(source),
    number,
    anchor: anchors.reference(number),
    certainties: certaintyOrder.filter((certainty) =>
      citing.some((cited) => cited.certainty === certainty),
    ),
    back: first && {
      href: `#${first.anchor}`,
      text: `used ${backlinks.length === 1 ? 'once' : `${backlinks.length} times`}`,
    },
  };
}

type SourceView = Omit<ReferenceView, 'number' | 'anchor' | 'certainties' | 'back'>;

// Many pages refer to the same sources.
const sourceViews = new WeakMap<Source, SourceView>();

function sourceView(source: Source): SourceView {
  const known = sourceViews.get(source);
  if (known !== undefined) return known;
  const view: SourceView = {
    html: referenceHtml(source),
    ...linkOf(source),
    designText: capitalize(source.custom.design),
    seenText: seenText[source.custom.seen],
    runnersText: { yes: 'Studied runners', no: 'Not in runners', unknown: undefined }[
      source.custom.runners
    ],
    notice: noticeView(source),
    retracted: source.custom.retracted ?? false,
  };
  sourceViews.set(source, view);
  return view;
}

/** What was read of a source, in words. */
export const seenText: Record<Source['custom']['seen'], string> = {
  'full-text': 'Read: full text',
  passage: 'Read: the passage with the figure',
  abstract: 'Read: abstract',
  secondary: 'Read: a secondary account',
  'citation-only': 'Not read: citation only',
};

type Notice = NonNullable<Source['custom']['checked']>['found'];
const noticeText: Record<Notice, string> = {
  nothing: 'No correction or retraction found',
  correction: 'A correction was found',
  'expression-of-concern': 'An expression of concern was found',
  retraction: 'A retraction was found',
};

function noticeView({ custom: { checked } }: Source): ReferenceView['notice'] {
  if (checked === undefined) return undefined;
  const isNothing = checked.found === 'nothing';
  const text = `${noticeText[checked.found]} on ${formatDay(checked.on)}: ${checked.where}`;
  return { isNothing, text: isNothing ? `${text}. That proves nothing.` : `${text}.` };
}

/** Whether a claim was shown in runners, in words. */
export const appliesText: Record<Claim['appliesToRunners'], string> = {
  yes: 'Shown in runners',
  partly: 'Shown in athletes or active people, partly runners',
  no: 'Not shown in runners',
  unknown: 'Not known whether it holds for runners',
};

/** "Sim et al. 2019", or the title where no author was seen. */
export function shortCitation(source: Source): string {
  const [first, second] = source.author ?? [];
  const name =
    first === undefined
      ? plainTitle(source.title)
      : 'family' in first
        ? familyName(first)
        : first.literal;
  const others = second === undefined ? '' : ' et al.';
  return [`${name}${others}`, yearOf(source)].filter((part) => part !== undefined).join(', ');
}

/** A source or claim by its short name; a claim leads to its page, a source to where it was read. */
export interface SourceLinkView {
  href: string | undefined;
  text: string;
}

/**
 * Links for a list of source and claim ids, in its order.
 * @throws {Error} when an id exists neither as a claim nor as a source
 */
export function sourceLinks(ids: readonly string[], library: Library): SourceLinkView[] {
  return ids.map((id) => {
    const claim = library.claims.get(id)?.data;
    if (claim !== undefined) return { href: routes.claim(id), text: claim.statement };
    const source = need(library.sources, id, 'claim or source').data;
    return { href: linkOf(source).href, text: shortCitation(source) };
  });
}

type Name = NonNullable<Source['author']>[number];
type PersonName = Extract<Name, { family: string }>;

// A reference from its parts: who, what, where and when, each a sentence with one mark at its end.
function referenceHtml(source: Source): string {
  const place = [containerText(source), yearOf(source)].filter((part) => part !== undefined);
  return [
    sentence(escaped(authorsText(source) ?? '')),
    sentence(titleHtml(source.title)),
    sentence(escaped(place.join(', '))),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

// Closed with a full stop, unless it is empty or closes itself, within its tags or quotation marks.
function sentence(html: string): string {
  return html === '' || /[.?!…](?:["'”’»]|<\/\w+>)*$/.test(html) ? html : `${html}.`;
}

function authorsText(source: Source): string | undefined {
  const names = source.author?.map((name) =>
    'family' in name
      ? joined([familyName(name), name.given, name['dropping-particle'], name.suffix])
      : name.literal,
  );
  if (names === undefined) return undefined;
  // Up to three names, and the first of more: the address leads to the rest.
  return names.length > 3 ? `${names[0] ?? ''}, et al` : names.join(', ');
}

/** "van der Poel", "d’Alembert" */
function familyName(name: PersonName): string {
  const particle = name['non-dropping-particle'];
  if (particle === undefined) return name.family;
  return /['’-]$/.test(particle) ? particle + name.family : `${particle} ${name.family}`;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

function containerText(source: Source): string | undefined {
  const name = source['container-title'] ?? source.publisher;
  const place = [
    source.volume === undefined
      ? undefined
      : source.volume + (source.issue === undefined ? '' : `(${source.issue})`),
    source.page,
  ]
    .filter((part) => part !== undefined)
    .join(':');
  return joined([name, place || undefined]) || undefined;
}

function yearOf(source: Source): string | undefined {
  const year = source.issued?.['date-parts'][0]?.[0];
  return year === undefined ? undefined : String(year);
}

function linkOf({ DOI, URL: address, PMID }: Source): Pick<ReferenceView, 'href' | 'linkText'> {
  if (DOI !== undefined) return { href: doiAddress(DOI), linkText: `doi:${DOI}` };
  if (address !== undefined)
    return { href: address, linkText: new URL(address).host.replace(/^www\./, '') };
  if (PMID === undefined) return { href: undefined, linkText: undefined };
  return { href: pubmedAddress(PMID), linkText: `PMID ${PMID}` };
}

const tagNames: Record<Mark, [open: string, close: string]> = {
  i: ['<i>', '</i>'],
  b: ['<b>', '</b>'],
  sub: ['<sub>', '</sub>'],
  sup: ['<sup>', '</sup>'],
  'small-caps': ['<span class="small-caps">', '</span>'],
  nocase: ['', ''],
};

/** A title of CSL as HTML, in which only CSL's own tags are tags. */
function titleHtml(title: string): string {
  return titlePieces(title)
    .map((piece) => {
      if ('text' in piece) return escaped(piece.text);
      return 'open' in piece ? tagNames[piece.open][0] : tagNames[piece.close][1];
    })
    .join('');
}
