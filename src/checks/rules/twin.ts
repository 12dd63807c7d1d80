/** Nothing that is one thing stands twice. */
import { allEntries, type Corpus, type Entry } from '../../corpus/corpus.ts';
import { remembered } from '../../corpus/remembered.ts';
import { isPublished, never } from '../../domain/dates.ts';
import { productTitle } from '../../schemas/product.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';
import { figuresThatWait } from '../waiting.ts';

/** A text that must stand once among its like, and where it stands. */
interface Named {
  entry: Entry;
  path: PropertyKey[];
  /** What is compared; nothing is where it is empty. */
  key: string;
  /** What readers see of it. */
  shown: string;
  /** Whether it is not on the site yet: told, and no error. Set for what has a day. */
  waits?: boolean;
}

export const twin: Rule = {
  id: 'twin',
  demands:
    'Titles, descriptions and questions of articles, titles and subtitles of figures, products, foods of a nutrient, claims, works, terms, nutrients, themes and series stand once; an article stands in one series; no list names the same thing twice. What waits for its day is warned of; on that day it fails the check, and not the build.',
  why: 'Readers and search engines cannot tell twins apart, and a work that is listed twice counts as two.',
  fix: 'Merge the two, or say what is different.',
  corpus: ({ corpus, documents, today }) => [
    ...kinds(corpus, today, figuresThatWait(corpus, documents, today)).flatMap(({ what, items }) =>
      twinsOf(what, items),
    ),
    ...allEntries(corpus).flatMap(repetitions),
  ],
};

/** A text as one reads it: without capitals, marks and spaces that do not tell two apart. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const packSize =
  /\b(?:pack|box|tube|bottle|case) of \d+|\b\d+[- ]?(?:capsules?|caps|tablets?|tabs|softgels?|sticks?|packets?|servings?|count|ct|pack)\b/gi;

function kinds(
  { entries }: Corpus,
  today: string,
  waiting: ReadonlyMap<string, string>,
): { what: string; items: Named[] }[] {
  // A draft may begin as a copy.
  const articles = [...entries.articles.values()]
    .filter(({ data }) => !data.draft)
    .map((entry) => ({ entry, waits: !isPublished(entry.data, today) }));
  const figures = [...entries.figures.values()].filter(({ id }) => waiting.get(id) !== never);
  const names = (entry: Entry<'glossary'> | Entry<'nutrients'>): Named[] => {
    const own = [
      { path: ['name'], shown: entry.data.name },
      ...entry.data.also.map((shown, index) => ({ path: ['also', index], shown })),
    ].map((name) => ({ entry, ...name, key: folded(name.shown) }));
    // What is written in two ways inside one entry is one name.
    return uniqueBy(own);
  };
  return [
    {
      what: 'the title',
      items: articles.map(({ entry, waits }) => ({ ...ofArticle(entry).title, waits })),
    },
    {
      what: 'the description',
      items: articles.map(({ entry, waits }) => ({ ...ofArticle(entry).description, waits })),
    },
    {
      what: 'the title',
      items: figures.map((entry) =>
        named(entry, ['title'], entry.data.title, waiting.has(entry.id)),
      ),
    },
    {
      what: 'the subtitle',
      items: figures.map((entry) =>
        named(entry, ['subtitle'], entry.data.subtitle, waiting.has(entry.id)),
      ),
    },
    {
      what: 'the question',
      items: articles.flatMap(({ entry, waits }) =>
        ofArticle(entry).questions.map((question) => ({ ...question, waits })),
      ),
    },
    {
      what: 'the product',
      items: [...entries.products.values()].map((entry) => {
        const shown = productTitle(entry.data);
        // Two pack sizes of one product are one product.
        return { ...named(entry, ['name'], shown), key: folded(shown.replaceAll(packSize, '')) };
      }),
    },
    ...[...entries.foods.values()].map((entry) => ({
      what: 'the food',
      items: entry.data.foods.map(({ food, serving }, index) => ({
        ...named(entry, ['foods', index, 'food'], food),
        key: folded(`${food} ${serving.household}`),
      })),
    })),
    {
      what: 'the claim',
      items: [...entries.claims.values()].map((entry) =>
        named(entry, ['statement'], entry.data.statement),
      ),
    },
    {
      what: 'the name',
      items: [...entries.merchants.values()].map((entry) =>
        named(entry, ['name'], `${entry.data.name} ${entry.data.country}`),
      ),
    },
    { what: 'the work', items: [...entries.sources.values()].flatMap(works) },
    { what: 'the term', items: [...entries.glossary.values()].flatMap(names) },
    { what: 'the name', items: [...entries.nutrients.values()].flatMap(names) },
    {
      what: 'the theme',
      items: [...entries.themes.values()].map((entry) => named(entry, ['name'], entry.data.name)),
    },
    {
      what: 'the order',
      items: [...entries.themes.values()].map((entry) =>
        named(entry, ['order'], String(entry.data.order)),
      ),
    },
    {
      what: 'the purpose',
      items: [...entries.purposes.values()].map((entry) => named(entry, ['name'], entry.data.name)),
    },
    {
      what: 'the order',
      items: [...entries.purposes.values()].map((entry) =>
        named(entry, ['order'], String(entry.data.order)),
      ),
    },
    {
      what: 'the topic',
      items: [...entries.themes.values()].flatMap((entry) =>
        uniqueBy(entry.data.topics.map((topic, index) => named(entry, ['topics', index], topic))),
      ),
    },
    {
      what: 'the series',
      items: [...entries.series.values()].map((entry) => named(entry, ['name'], entry.data.name)),
    },
    {
      what: 'the article of a series',
      items: [...entries.series.values()].flatMap((entry) =>
        uniqueBy(
          entry.data.articles.map((article, index) => named(entry, ['articles', index], article)),
        ),
      ),
    },
    {
      what: 'the interaction',
      items: [...entries.interactions.values()].map((entry) => {
        const pair = `${entry.data.nutrient} with ${entry.data.with}`;
        return named(entry, ['with'], pair);
      }),
    },
  ];
}

const ofArticle = remembered((entry: Entry<'articles'>) => ({
  title: named(entry, ['title'], entry.data.title),
  description: named(entry, ['description'], entry.data.description),
  // A question twice in one article is told by its anchor.
  questions: uniqueBy(
    entry.data.faq.map(({ question }, index) => named(entry, ['faq', index, 'question'], question)),
  ),
}));

function uniqueBy(items: readonly Named[]): Named[] {
  return [...new Map(items.map((item) => [item.key, item])).values()];
}

function named(entry: Entry, path: PropertyKey[], shown: string, waits?: boolean): Named {
  const item = { entry, path, key: folded(shown), shown };
  return waits === undefined ? item : { ...item, waits };
}

// A chapter of a book has the DOI of the book; an article has its own.
function works(entry: Entry<'sources'>): Named[] {
  const { title, author, issued, type, DOI, PMID } = entry.data;
  const first = author?.[0];
  const name = first === undefined ? '' : 'literal' in first ? first.literal : first.family;
  const year = issued?.['date-parts'][0]?.[0];
  const found = [
    ...(name === '' || year === undefined
      ? []
      : [{ path: ['title'], key: `${folded(`${title} ${name}`)} ${year}`, shown: title }]),
    ...(DOI !== undefined && type === 'article-journal'
      ? [{ path: ['DOI'], key: `doi ${DOI.toLowerCase()}`, shown: DOI }]
      : []),
    ...(PMID === undefined ? [] : [{ path: ['PMID'], key: `pmid ${PMID}`, shown: PMID }]),
  ];
  return found.map((one) => ({ entry, ...one }));
}

// Told at each of the files, since nobody knows which is the copy; in one file at the later ones.
function twinsOf(what: string, items: readonly Named[]): CorpusDiagnostic[] {
  const groups = Map.groupBy(items, ({ key }) => key);
  // A work with the title and the DOI of another is one twin.
  const told = new Set<Entry>();
  return [...groups.values()].flatMap((group) => {
    if (group.length === 1 || group[0]?.key === '') return [];
    return group.flatMap((item, index): CorpusDiagnostic[] => {
      const { entry, path, shown, waits } = item;
      const other = group.find(({ entry: { file } }) => file !== entry.file) ?? group[0];
      const isSameFile = other?.entry.file === entry.file;
      if (other === undefined || (isSameFile && index === 0) || told.has(entry)) return [];
      if (what === 'the work') told.add(entry);
      return [
        {
          file: entry.file,
          ...entry.locate(path),
          message: `${what} "${shown}" stands ${isSameFile ? 'above' : `in ${other.entry.file}`} too.`,
          ...(waits === true || other.waits === true ? { severity: 'warning' as const } : {}),
          // One of them may have waited for this day: no night leaves the site unbuilt.
          ...(waits === false ? { byCalendar: true as const } : {}),
        },
      ];
    });
  });
}

// Any list of texts of any entry: ids, other names, drawbacks. Aliases have a rule of their own.
const repetitions = remembered((entry: Entry): readonly CorpusDiagnostic[] =>
  repeatedIn(entry.data, []).map(({ path, text }) => ({
    file: entry.file,
    ...entry.locate(path),
    message: `"${text}" stands twice in one list.`,
    fix: 'Delete one.',
  })),
);

function repeatedIn(value: unknown, path: PropertyKey[]): { path: PropertyKey[]; text: string }[] {
  if (value === null || typeof value !== 'object') return [];
  if (!Array.isArray(value))
    return Object.entries(value)
      .filter(([key]) => key !== 'aliases')
      .flatMap(([key, inner]) => repeatedIn(inner, [...path, key]));
  const list: readonly unknown[] = value;
  return list.flatMap((item, index) =>
    typeof item === 'string'
      ? list.indexOf(item) < index
        ? [{ path: [...path, index], text: item }]
        : []
      : repeatedIn(item, [...path, index]),
  );
}
