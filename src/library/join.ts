/** Joins the records of all collections to the library that views are made of. */
import { collectionNames, collections, type CollectionName } from '../corpus/collections.ts';
import { firstDay, isPublished, reviewState } from '../domain/dates.ts';
import { figureClaims, waitingFigures } from '../domain/figure.ts';
import { inOrder } from '../domain/order.ts';
import { mostClaims, mostQuestions } from '../domain/pages.ts';
import { relatedTo } from '../domain/related.ts';
import { listsOf } from './lists.ts';
import type { DataRecord, Library, RecordOf, Records, Singles } from './records.ts';

/** What a library is joined from: the entries of collections, in the order of those without a day or a place. */
export type Loaded = { [Name in CollectionName]?: Iterable<RecordOf<Name>> };

/** What does not stand in content. */
export interface Surroundings extends Pick<Library, 'today'> {
  /** Set where what is not published is shown too. */
  showsDrafts?: boolean;
  /** The figures that the text of a nutrient or a page shows. */
  figuresIn?: (record: RecordOf<'nutrients' | 'pages'>) => readonly string[];
  /** What is written down of `Library.publishedAnswers`. */
  publishedAnswers?: readonly string[];
  /** The site's tag of a merchant, where one is set. */
  tagOf?: (merchant: RecordOf<'merchants'>) => string | undefined;
  /** The parameter that tells a merchant which page was read, where the owner allows it. */
  subTagOf?: (merchant: RecordOf<'merchants'>) => string | undefined;
}

/** The library of some entries; of a collection that is not given it has none. */
export function libraryOf(
  loaded: Loaded,
  {
    today,
    showsDrafts = false,
    figuresIn = () => [],
    publishedAnswers = [],
    tagOf = () => undefined,
    subTagOf = () => undefined,
  }: Surroundings,
): Library {
  const entries = Object.fromEntries(
    collectionNames.map((name) => {
      const all = [...((loaded[name] ?? []) as Iterable<DataRecord<object>>)];
      if (collections[name].file !== undefined)
        return [name, all[0]?.data ?? collections[name].schema.parse({})];
      const shown = all.filter(({ data }) => showsDrafts || isPublished(data, today));
      return [name, byId(shown.sort(inPlace))];
    }),
  ) as Records & Singles;
  const { claims, merchants, products } = entries;
  const articles = citingByFigures(entries);
  const waiting = showsDrafts
    ? new Set<string>()
    : unshownFigures(loaded.articles ?? [], entries, today, figuresIn);
  const ofMerchants = (valueOf: typeof tagOf): Map<string, string> =>
    new Map(
      [...merchants.values()].flatMap((merchant) => {
        const value = valueOf(merchant);
        return value === undefined ? [] : [[merchant.id, value] as const];
      }),
    );
  const figures = new Map([...entries.figures].filter(([id]) => !waiting.has(id)));
  const records = { ...entries, articles, figures };
  const lists = listsOf(records);
  const relatable = [...articles.values()].map(({ id, data: { topics, citations } }) => ({
    id,
    topics,
    citations,
  }));
  return {
    ...records,
    ...lists,
    today,
    isOverdue: (reviewDue) => reviewState(reviewDue, today, 0) === 'overdue',
    hasWholeFaq: lists.questions.size <= mostQuestions,
    hasWholeEvidence: claims.size <= mostClaims,
    publishedAnswers,
    hasFigures: figures.size > 0,
    hasPaidLink: (id) =>
      products
        .get(id)
        ?.data.offers.some(({ merchant }) => merchants.get(merchant)?.data.programme === true) ??
      false,
    inTheme: neighborsIn(lists.articlesInTheme),
    relatedArticles: relatedTo(relatable),
    relatable,
    contradictions: contradictionsOf(claims.values()),
    tags: ofMerchants(tagOf),
    subTags: ofMerchants(subTagOf),
  };
}

// Figures of which nobody is to know yet: nothing shows them but articles that are not published.
function unshownFigures(
  articles: Iterable<RecordOf<'articles'>>,
  { nutrients, pages, sheets, site }: Records & Singles,
  today: string,
  figuresIn: NonNullable<Surroundings['figuresIn']>,
): Set<string> {
  const inArticles = [...articles].map(({ data }) => ({
    figures: data.figures.map(({ id }) => id),
    from: firstDay(data),
  }));
  const waiting = new Set(waitingFigures(inArticles, today).keys());
  if (waiting.size === 0) return waiting;
  // Texts are looked into only where that may change something.
  const elsewhere = [
    site.figure,
    ...[...sheets.values()].map(({ data }) => data.figure),
    ...[...nutrients.values(), ...pages.values()].flatMap(figuresIn),
  ];
  for (const id of elsewhere) if (id !== undefined) waiting.delete(id);
  return waiting;
}

// What a figure draws is cited by the article that shows it, at the place where it stands.
function citingByFigures({ articles, figures }: Records): Records['articles'] {
  return new Map(
    [...articles].map(([id, article]) => {
      if (article.data.figures.length === 0) return [id, article];
      const { citations, figures: shown } = article.data;
      const all = new Set<string>();
      for (const [index, cited] of [...citations, undefined].entries()) {
        for (const figure of shown) {
          const data = figure.after === index ? figures.get(figure.id)?.data : undefined;
          if (data !== undefined) for (const claim of figureClaims(data)) all.add(claim);
        }
        if (cited !== undefined) all.add(cited);
      }
      return [id, { ...article, data: { ...article.data, citations: [...all] } }];
    }),
  );
}

function neighborsIn(articlesInTheme: Library['articlesInTheme']): Library['inTheme'] {
  const known = new Map(
    [...articlesInTheme]
      .filter(([theme]) => theme !== '')
      .flatMap(([, list]) =>
        list.map(({ id }, index) => {
          const [before, after] = [list[index - 1], list[index + 1]];
          return [id, { ...(before && { before }), ...(after && { after }) }] as const;
        }),
      ),
  );
  return (id) => known.get(id) ?? {};
}

/** Records by their ids, in their order. */
export function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function inPlace(a: DataRecord<Placed>, b: DataRecord<Placed>): number {
  const { published: dayOfA = '', order: placeOfA = 0 } = a.data;
  const { published: dayOfB = '', order: placeOfB = 0 } = b.data;
  return inOrder(dayOfB, dayOfA) || placeOfA - placeOfB;
}

interface Placed {
  published?: string;
  order?: number;
}

// Which claims say otherwise than which.
function contradictionsOf(claims: Iterable<RecordOf<'claims'>>): Library['contradictions'] {
  const pairs = [...claims].flatMap(({ id, data: { contradicts = [] } }) =>
    contradicts.flatMap((other): [string, string][] => [
      [id, other],
      [other, id],
    ]),
  );
  return new Map(
    [...Map.groupBy(pairs, ([id]) => id)].map(([id, own]) => [
      id,
      [...new Set(own.map(([, other]) => other))].sort(),
    ]),
  );
}
