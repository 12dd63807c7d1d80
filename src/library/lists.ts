/**
 * What entries lead to, under ids. A view that asks for one of these lists is made anew when that
 * list changes; one that goes through a whole collection, when anything in it does.
 */
import { collections, folderNames, titleOf } from '../corpus/collections.ts';
import { byNutrients } from '../domain/theme.ts';
import type { Change } from '../schemas/change.ts';
import type {
  ArticleBy,
  ArticleName,
  AskedQuestion,
  Cited,
  DataRecord,
  Lists,
  RecordOf,
  Records,
} from './records.ts';

/** The lists of some records, which are in their order. */
export function listsOf(records: Records): Lists {
  const { articles, claims, nutrients, products, series, sources, themes } = records;
  // One object an article, in however many lists it stands.
  const names = new Map<string, ArticleName>(
    [...articles].map(([id, { data }]) => [id, { id, title: data.title }]),
  );
  const nameOf = ({ id, data: { title } }: RecordOf<'articles'>): ArticleName =>
    names.get(id) ?? { id, title };
  const articlesUnder = (
    idsOf: (data: RecordOf<'articles'>['data']) => readonly (string | undefined)[],
  ): Map<string, ArticleName[]> => listed(articles.values(), ({ data }) => idsOf(data), nameOf);
  const questions = [...articles.values()].flatMap((article) =>
    article.data.questions.map((question): AskedQuestion => ({
      question,
      article: nameOf(article),
      citations: article.data.citations,
    })),
  );
  const themeOfTopic = firstOf(
    [...themes].flatMap(([id, { data }]) => data.topics.map((topic) => [topic, id] as const)),
  );
  return {
    nutrientNames: new Map([...nutrients].map(([id, { data }]) => [id, data.name])),
    themeNames: new Map([...themes].map(([id, { data }]) => [id, data.name])),
    themeOfTopic,
    cited: new Map<string, Cited>([
      ...[...sources.keys()].map((id) => [id, { sources: [id], certainty: undefined }] as const),
      ...[...claims].map(
        ([id, { data }]) => [id, { sources: data.sources, certainty: data.certainty }] as const,
      ),
    ]),
    claimsAbout: listed(claims.values(), ({ data }) => data.nutrients, idOf),
    claimsUnder: listed(claims.values(), ({ data }) => [data.topic], idOf),
    productsWith: listed(
      products.values(),
      ({ data }) => data.nutrients.map(({ nutrient }) => nutrient),
      idOf,
    ),
    articlesCiting: articlesUnder(({ citations }) => citations),
    articlesShowing: articlesUnder((data) => data.products),
    articlesDrawing: articlesUnder(({ figures }) => figures.map(({ id }) => id)),
    articlesAbout: new Map(
      [...listed(articles.values(), ({ data }) => data.topics, itself)].map(([topic, own]) => [
        topic,
        own.toSorted(nearestTo(topic)).map(nameOf),
      ]),
    ),
    articlesUnder: articlesUnder(({ theme }) => [theme]),
    articlesBeside: articlesUnder(({ theme, topics }) =>
      topics.map((topic) => themeOfTopic.get(topic)).filter((other) => other !== theme),
    ),
    articlesBy: articlesBy(articles.values(), nameOf),
    articlesInTheme: inThemes(articles.values(), ({ data }) => data, themes, nameOf),
    questions: new Map(questions.map((asked) => [asked.question.id, asked])),
    questionsAbout: listed(questions, ({ question }) => question.topics, idOfQuestion),
    questionsUnder: inThemes(questions, ({ question }) => question, themes, idOfQuestion),
    seriesOf: firstOf(
      [...series.values()].flatMap(({ data: { name, articles: parts } }) => {
        const own = { name, articles: parts.flatMap((id) => names.get(id) ?? []) };
        return parts.map((id) => [id, own] as const);
      }),
    ),
    changed: changedIn(records),
  };
}

function articlesBy(
  articles: Iterable<RecordOf<'articles'>>,
  nameOf: (article: RecordOf<'articles'>) => ArticleName,
): Lists['articlesBy'] {
  const works = [...articles].flatMap((article): { by: string; article: ArticleBy }[] => {
    const { authors, reviewed } = article.data;
    const name = nameOf(article);
    return [
      ...authors.map((by) => ({ by, article: { ...name, reviewed: undefined } })),
      ...(reviewed === undefined
        ? []
        : [{ by: reviewed.by, article: { ...name, reviewed: reviewed.on } }]),
    ];
  });
  return listed(
    works,
    ({ by }) => [by],
    ({ article }) => article,
  );
}

function changedIn(records: Records): Lists['changed'] {
  return folderNames.flatMap((name) => {
    const entries = records[name as keyof Records] as ReadonlyMap<string, DataRecord<object>>;
    return [...entries].flatMap(([id, { data }]) => {
      const href = collections[name].address?.(id);
      const { changes = [] }: { changes?: readonly Change[] } = data;
      return href === undefined || changes.length === 0
        ? []
        : [{ title: titleOf(name, { id, data }), href, changes }];
    });
  });
}

// What stands under each theme, in the order of its page; under "" what is under none.
function inThemes<Item, Value>(
  items: Iterable<Item>,
  aboutOf: (item: Item) => { theme?: string | undefined; topics: readonly string[] },
  themes: Records['themes'],
  valueOf: (item: Item) => Value,
): Map<string, Value[]> {
  const all = listed(items, (item) => [aboutOf(item).theme ?? ''], itself);
  return new Map(
    [...all].map(([id, own]) => {
      const theme = themes.get(id)?.data;
      const inOrder =
        theme === undefined ? own : byNutrients(theme, own, (item) => aboutOf(item).topics);
      return [id, inOrder.map(valueOf)];
    }),
  );
}

function idOf({ id }: { id: string }): string {
  return id;
}

function idOfQuestion({ question }: AskedQuestion): string {
  return question.id;
}

function itself<Item>(item: Item): Item {
  return item;
}

// Articles that name a topic first, before the others; of each those with the fewest topics.
function nearestTo(topic: string): (a: RecordOf<'articles'>, b: RecordOf<'articles'>) => number {
  const isFirst = ({ data: { topics } }: RecordOf<'articles'>): number =>
    topics[0] === topic ? 1 : 0;
  return (a, b) => isFirst(b) - isFirst(a) || a.data.topics.length - b.data.topics.length;
}

// What stands under each id that items name, in the order of the items, each item once.
function listed<Item, Value>(
  items: Iterable<Item>,
  idsOf: (item: Item) => readonly (string | undefined)[],
  valueOf: (item: Item) => Value,
): Map<string, Value[]> {
  const lists = new Map<string, Value[]>();
  for (const item of items)
    for (const id of distinct(idsOf(item))) {
      if (id === undefined) continue;
      const list = lists.get(id);
      if (list === undefined) lists.set(id, [valueOf(item)]);
      else list.push(valueOf(item));
    }
  return lists;
}

function distinct<Value>(values: readonly Value[]): Iterable<Value> {
  return values.length < 2 ? values : new Set(values);
}

// Of several values under an id the first.
function firstOf<Value>(
  pairs: readonly (readonly [id: string, value: Value])[],
): Map<string, Value> {
  return new Map(pairs.toReversed());
}
