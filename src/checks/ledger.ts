/** Holds the addresses that were ever published against those of today. All are paths on the site. */
import { collectionNames, dataSetNames, namesWithCard, pageOf } from '../corpus/collections.ts';
import { corpusValuesOf } from '../corpus/fields.ts';
import { addressesIn, answersIn, type LedgerLine } from '../corpus/ledger.ts';
import type { Corpus, Entry } from '../corpus/corpus.ts';
import { remembered } from '../corpus/remembered.ts';
import { isPublished } from '../domain/dates.ts';
import { mostQuestions } from '../domain/pages.ts';
import { cardsPath, feedKinds, figureFiles, pathOf, routes } from '../routes.ts';
import { ownPaths, toolCards } from './paths.ts';
import type { DocumentSummary } from './rule.ts';
import { figuresThatWait } from './waiting.ts';

/** What became of addresses. */
export interface Fates {
  /** New address by old one, of pages and files. */
  moved: ReadonlyMap<string, string>;
  /** Pages and files that were taken away, and why. */
  gone: ReadonlyMap<string, string>;
  /** What was published and has no answer, with how much belongs to it. */
  lost: (LedgerLine & { others: number })[];
  /** What has its place in the list, and must be in the site. */
  kept: LedgerLine[];
  /** Finds what is not in the list yet. */
  fresh: () => string[];
}

/** What was read, and what was found in it. */
export type Checked = { corpus: Corpus; documents: readonly DocumentSummary[] };

const known = new WeakMap<Checked['documents'], { today: string; fates: Fates }>();

/** The fates of all addresses on a day. */
export function fatesOf({ corpus, documents }: Checked, today: string): Fates {
  const earlier = known.get(documents);
  if (earlier?.today === today) return earlier.fates;
  const fates = findFates({ corpus, documents }, today);
  known.set(documents, { today, fates });
  return fates;
}

function findFates({ corpus, documents }: Checked, today: string): Fates {
  const addresses = siteAddresses(corpus, documents, today);
  const has = (address: string): boolean => addresses.has(address) || addresses.mayHave(address);
  const aliases = new Map(
    corpusValuesOf(corpus, 'path')
      .filter(({ entry }) => isPublished(entry.data, today))
      .flatMap(({ value, entry: { collection, id } }): [string, string][] => {
        const page = pageOf(collection, id);
        return page === undefined ? [] : [[value, pathOf(page)]];
      }),
  );
  const reasons = new Map(
    [...corpus.entries.gone.values()].flatMap(({ data }) =>
      data.addresses.map(({ address, reason }) => [address, reason] as const),
    ),
  );
  const moved = new Map(aliases);
  const gone = new Map([...reasons].filter(([address]) => !address.includes('#')));
  const lost = new Map<string, Fates['lost'][number]>();
  const kept: LedgerLine[] = [];
  const listed = new Set<string>();
  const open: LedgerLine[] = [];
  for (const line of addressesIn(corpus.ledger)) {
    const { address } = line;
    // Merged branches may both have added it.
    if (listed.has(address)) continue;
    listed.add(address);
    if (has(address)) kept.push(line);
    else if (!aliases.has(address) && !reasons.has(address)) open.push(line);
  }
  // Pages before what belongs to them, which stands under their answer.
  for (const line of open.sort(widerFirst)) {
    const { address } = line;
    const isFragment = address.includes('#');
    const owner = owners(address).find(
      (page) => aliases.has(page) || reasons.has(page) || lost.has(page),
    );
    const reason = owner === undefined ? undefined : reasons.get(owner);
    const page = owner === undefined ? undefined : aliases.get(owner);
    const successor =
      owner === undefined || page === undefined ? undefined : inPlaceOf(address, owner, page);
    const above = owner === undefined ? undefined : lost.get(owner);
    if (reason !== undefined) {
      if (!isFragment) gone.set(address, reason);
    } else if (successor !== undefined && has(successor)) {
      if (!isFragment) moved.set(address, successor);
    } else if (above !== undefined) above.others += 1;
    else lost.set(address, { ...line, others: 0 });
  }
  return {
    moved,
    gone,
    lost: [...lost.values()].sort((a, b) => a.line - b.line),
    kept,
    fresh: () => [...addresses.all(), ...aliases.keys()].filter((one) => !listed.has(one)),
  };
}

function widerFirst(a: LedgerLine, b: LedgerLine): number {
  const isPart = ({ address }: LedgerLine): number => Number(!address.endsWith('/'));
  return isPart(a) - isPart(b) || a.address.length - b.address.length;
}

// Whose answer holds for an address too: "/figures/x/" for "/figures/x.png", "/figures/x/embed/",
// "/cards/figures/x.png" and "/figures/x/#a".
function owners(address: string): string[] {
  if (address.startsWith(`${cardsPath}/`)) return owners(address.slice(cardsPath.length));
  const [page = '', fragment] = address.split('#');
  const parts = page.split('/').slice(1, -1);
  const folders = parts.map((_, index) => `/${parts.slice(0, parts.length - index).join('/')}/`);
  if (fragment !== undefined) return folders;
  if (page.endsWith('/')) return folders.slice(1);
  return [page.replace(/\.[^/]*$/, '/'), ...folders];
}

// "/figures/new.png" for "/figures/old.png", where "/figures/old/" leads to "/figures/new/".
function inPlaceOf(address: string, owner: string, page: string): string {
  if (address.startsWith(`${cardsPath}/`))
    return cardsPath + inPlaceOf(address.slice(cardsPath.length), owner, page);
  return address.startsWith(owner)
    ? page + address.slice(owner.length)
    : page.slice(0, -1) + address.slice(owner.length - 1);
}

/** Every address that the site has on a day and that others may write down. */
export interface SiteAddresses {
  all: () => string[];
  has: (address: string) => boolean;
  /** Whether it has one that nobody could look for, since what it stands in cannot be read. */
  mayHave: (address: string) => boolean;
}

/** Looks at what a site has on a day. */
export function siteAddresses(
  corpus: Corpus,
  documents: readonly DocumentSummary[],
  today: string,
): SiteAddresses {
  const { knownIds, entries } = corpus;
  // What does not fit its schema is there: its own mistake is told already.
  const published = (name: keyof Corpus['entries']): string[] =>
    [...knownIds[name]].filter((id) => {
      const entry = (entries[name] as Map<string, Entry>).get(id);
      return entry === undefined || isPublished(entry.data, today);
    });
  const articles = published('articles').map(routes.article);
  const waiting = figuresThatWait(corpus, documents, today);
  const figures = published('figures').filter((id) => !waiting.has(id));
  const nutrients = published('nutrients').map(routes.nutrient);
  const whole = new Set(
    [
      ...[...ownPaths].filter((page) => page !== routes.gallery()),
      ...collectionNames.flatMap((name) =>
        (name === 'figures' ? figures : published(name)).flatMap((id) => pageOf(name, id) ?? []),
      ),
      ...[...articles, ...nutrients, ...figures.map(routes.figure)].flatMap((page) => [
        routes.twin(page),
        routes.works(page, 'bib'),
        routes.works(page, 'csl.json'),
      ]),
      ...figures.flatMap((id) => [
        routes.figureEmbed(id),
        ...figureFiles.map((kind) => routes.figureFile(id, kind)),
      ]),
      ...dataSetNames.flatMap((name) =>
        ['json', 'csv', 'schema.json'].map((kind) => routes.dataFile(`${name}.${kind}`)),
      ),
      ...feedKinds.map((kind) => routes.feed(kind)),
      routes.correctionFeed(),
      ...published('themes').map((id) => routes.feed('xml', routes.theme(id))),
      routes.llms('txt'),
      ...toolCards(),
      ...namesWithCard.flatMap((name) =>
        (name === 'figures' ? figures : published(name)).map((id) => routes.card(`${name}/${id}`)),
      ),
    ].map(pathOf),
  );
  const shown = documents.filter(
    (summary): summary is ReadArticle =>
      summary.entry.collection === 'articles' &&
      summary.anchors !== undefined &&
      !corpus.partial.includes(summary.entry) &&
      isPublished(summary.entry.data, today),
  );
  // With too many for one page, those that were on it lead on from there.
  const isWhole = shown.reduce((sum, { questions }) => sum + questions.length, 0) <= mostQuestions;
  const onIndex = new Set(isWhole ? [] : answersIn(corpus.ledger));
  // Of what nobody could read, no question is missed.
  const unread = new Set<string>(published('articles'));
  /** Ids on a page, by its path. */
  const places = new Map<string, Iterable<string> & Pick<Set<string>, 'has'>>();
  const answers = new Set<string>();
  for (const summary of shown) {
    const { id } = summary.entry;
    unread.delete(id);
    places.set(pathOf(routes.article(id)), placesOn(summary));
    for (const question of questionsOn(summary))
      if (isWhole || onIndex.has(question)) answers.add(question);
  }
  places.set(pathOf(routes.faq()), answers);
  places.set(
    pathOf(routes.glossary()),
    new Set(
      published('glossary').flatMap((id) => [
        id,
        ...(entries.glossary.get(id)?.data.aliases ?? []),
      ]),
    ),
  );
  const unreadPages = new Set([...unread].map((id) => pathOf(routes.article(id))));
  return {
    all: () => [
      ...whole,
      ...[...places].flatMap(([page, ids]) => [...ids].map((id) => `${page}#${id}`)),
    ],
    has: (address) => {
      const [page = '', fragment] = parted(address);
      return fragment === undefined ? whole.has(page) : places.get(page)?.has(fragment) === true;
    },
    mayHave: (address) => {
      const [page = '', fragment] = parted(address);
      if (unreadPages.size === 0 || fragment === undefined) return false;
      return unreadPages.has(page) || page === pathOf(routes.faq());
    },
  };
}

/** An article whose prose could be read. */
type ReadArticle = DocumentSummary & { entry: Entry<'articles'>; anchors: Set<string> };

// Ids of its questions, of today and of old.
const questionsOn = remembered(({ entry, questions }: ReadArticle): readonly string[] => [
  ...questions,
  ...entry.data.faq.flatMap(({ aliases }) => aliases),
]);

// Every id to which a link to its page can lead.
const placesOn = remembered(
  (summary: ReadArticle): ReadonlySet<string> =>
    new Set([
      ...summary.anchors,
      ...summary.entry.data.fragmentAliases.map(({ old }) => old),
      ...questionsOn(summary),
    ]),
);

function parted(address: string): [page: string, fragment?: string] {
  const at = address.indexOf('#');
  return at === -1 ? [address] : [address.slice(0, at), address.slice(at + 1)];
}
