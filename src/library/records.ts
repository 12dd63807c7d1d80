/** Everything the site is made of, loaded and ready for views. */
import { relatedTo, type RelatedTo } from '../domain/related.ts';
import type { ArticleIndex } from '../schemas/article.ts';
import type { Claim } from '../schemas/claim.ts';
import type { Food } from '../schemas/food.ts';
import type { Interaction } from '../schemas/interaction.ts';
import type { Merchant } from '../schemas/merchant.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Page } from '../schemas/page.ts';
import type { Person } from '../schemas/person.ts';
import type { Preset } from '../schemas/preset.ts';
import type { Product } from '../schemas/product.ts';
import type { Sheet } from '../schemas/sheet.ts';
import type { Site } from '../schemas/site.ts';
import type { Source } from '../schemas/source.ts';
import type { Term } from '../schemas/term.ts';
import type { Theme } from '../schemas/theme.ts';

/** An entry with its id. */
export interface DataRecord<Data> {
  id: string;
  data: Data;
}

/** An entry whose compiled prose lies under `key`. */
export interface ProseRecord<Data> extends DataRecord<Data> {
  key: string;
}

/** What a link to an article needs. */
export interface ArticleName {
  id: string;
  title: string;
}

export interface Library {
  /** The day that the site is built for, `YYYY-MM-DD`. */
  today: string;
  /** What the site is called, and what only its owner knows. */
  site: Site;
  /** Published articles, newest first; drafts too in dev. */
  articles: ProseRecord<ArticleIndex>[];
  articlesById: ReadonlyMap<string, ProseRecord<ArticleIndex>>;
  /** Articles that cite a claim or a source, newest first. */
  articlesCiting: ReadonlyMap<string, ArticleName[]>;
  /** Articles that show a product, newest first. */
  articlesShowing: ReadonlyMap<string, ArticleName[]>;
  /** Ids of the articles nearest to one. */
  relatedArticles: RelatedTo;
  pages: Map<string, ProseRecord<Page>>;
  nutrients: Map<string, ProseRecord<Nutrient>>;
  products: Map<string, DataRecord<Product>>;
  merchants: Map<string, DataRecord<Merchant>>;
  people: Map<string, DataRecord<Person>>;
  claims: Map<string, DataRecord<Claim>>;
  /** Ids of the claims that say otherwise of the same thing, by claim: said on one, held of both. */
  contradictions: ReadonlyMap<string, readonly string[]>;
  sources: Map<string, DataRecord<Source>>;
  /** Foods by nutrient, richest first. */
  foods: Map<string, Food[]>;
  interactions: DataRecord<Interaction>[];
  /** By id, in their order. */
  themes: Map<string, DataRecord<Theme>>;
  /** Examples of the stack tool, in their order. */
  presets: DataRecord<Preset>[];
  terms: Map<string, DataRecord<Term>>;
  /** Pages to take to a doctor, by nutrient. */
  sheets: Map<string, DataRecord<Sheet>>;
  /** The site's tag by merchant id, where one is set. */
  tags: Map<string, string>;
}

/** Articles with the ways to find them. @param articles newest first */
export function articlesOf(
  articles: ProseRecord<ArticleIndex>[],
): Pick<
  Library,
  'articles' | 'articlesById' | 'articlesCiting' | 'articlesShowing' | 'relatedArticles'
> {
  return {
    articles,
    articlesById: new Map(articles.map((article) => [article.id, article])),
    articlesCiting: namesBy(articles, ({ citations }) => citations),
    articlesShowing: namesBy(articles, ({ products }) => products),
    relatedArticles: relatedTo(
      articles.map(({ id, data: { topics, citations } }) => ({ id, topics, citations })),
    ),
  };
}

/** Which claims say otherwise than which. */
export function contradictionsOf(claims: Iterable<DataRecord<Claim>>): Library['contradictions'] {
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

function namesBy(
  articles: readonly ProseRecord<ArticleIndex>[],
  idsOf: (article: ArticleIndex) => readonly string[],
): Map<string, ArticleName[]> {
  const names = new Map<string, ArticleName[]>();
  for (const { id, data } of articles)
    for (const named of idsOf(data)) {
      const list = names.get(named);
      if (list === undefined) names.set(named, [{ id, title: data.title }]);
      else list.push({ id, title: data.title });
    }
  return names;
}

/**
 * An entry that another one names.
 * @throws {Error} when it does not exist, which the checks rule out before a build
 */
export function need<Value>(map: ReadonlyMap<string, Value>, id: string, noun: string): Value {
  const value = map.get(id);
  if (value === undefined)
    throw new Error(`There is no ${noun} "${id}": npm run check says where it is named.`);
  return value;
}
