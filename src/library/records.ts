/** Everything the site is made of, loaded and ready for views. */
import type {
  CollectionName,
  EntryData,
  LoadedSchema,
  ProseCollection,
  SingleName,
} from '../corpus/collections.ts';
import type { Relatable, RelatedTo } from '../domain/related.ts';
import type { ArticleIndex } from '../schemas/article.ts';
import type { Change } from '../schemas/change.ts';
import type { Certainty } from '../schemas/fields.ts';
import type { z } from 'zod';

/** An entry with its id. */
export interface DataRecord<Data> {
  id: string;
  data: Data;
}

/** An entry whose compiled prose lies under `key`. */
export interface ProseRecord<Data> extends DataRecord<Data> {
  key: string;
}

/** What pages load of an entry. */
export type LoadedData<Name extends CollectionName> = z.infer<LoadedSchema<Name>>;

/** An entry as the library has it. */
export type RecordOf<Name extends CollectionName> = Name extends ProseCollection
  ? ProseRecord<LoadedData<Name>>
  : DataRecord<LoadedData<Name>>;

/**
 * The entries of each collection by id: those with a first day newest first, those with an order in
 * it, all others as they were given. Articles that are not published are in dev alone.
 */
export type Records = {
  [Name in Exclude<CollectionName, SingleName>]: ReadonlyMap<string, RecordOf<Name>>;
};

/** The data of the files beside the folders, or what holds without them. */
export type Singles = { [Name in SingleName]: EntryData<Name> };

/** What a link to an article needs. */
export interface ArticleName {
  id: string;
  title: string;
}

/** An article that somebody wrote, or reviewed. */
export interface ArticleBy extends ArticleName {
  /** The day of the review; undefined where it was written. */
  reviewed: string | undefined;
}

/** A question of an article, with what its row needs of the article. */
export interface AskedQuestion {
  question: ArticleIndex['questions'][number];
  article: ArticleName;
  /** All that the article cites, by which its marks are numbered. */
  citations: readonly string[];
}

/** What a citation stands for: a claim, or a source itself. */
export interface Cited {
  /** Ids of the claim's sources, or that of the source. */
  sources: readonly string[];
  /** How sure the claim is; undefined of a source. */
  certainty: Certainty | undefined;
}

/** An entry that changed, as readers are told. */
export interface ChangedEntry {
  title: string;
  href: string;
  changes: readonly Change[];
}

/** What entries lead to: who asks for what stands under an id looks at nothing else. */
export interface Lists {
  /** Names of nutrients by id. */
  nutrientNames: ReadonlyMap<string, string>;
  /** Names of themes by id. */
  themeNames: ReadonlyMap<string, string>;
  /** Ids of the themes to which topics lead that are no nutrients. */
  themeOfTopic: ReadonlyMap<string, string>;
  /** What the id of a claim or a source stands for where it is cited. */
  cited: ReadonlyMap<string, Cited>;
  /** Ids of the claims about a nutrient, in their order. */
  claimsAbout: ReadonlyMap<string, readonly string[]>;
  /** Ids of the claims under a topic, in their order. */
  claimsUnder: ReadonlyMap<string, readonly string[]>;
  /** Ids of the products that hold a nutrient, in their order. */
  productsWith: ReadonlyMap<string, readonly string[]>;
  /** Articles that cite a claim or a source, newest first. */
  articlesCiting: ReadonlyMap<string, ArticleName[]>;
  /** Articles that show a product, newest first. */
  articlesShowing: ReadonlyMap<string, ArticleName[]>;
  /** Articles that show a figure, newest first. */
  articlesDrawing: ReadonlyMap<string, ArticleName[]>;
  /** Articles on a topic: those that name it first before the others, of each those with the fewest topics. */
  articlesAbout: ReadonlyMap<string, ArticleName[]>;
  /** Articles of a theme, newest first. */
  articlesUnder: ReadonlyMap<string, ArticleName[]>;
  /** The same in the order of its page: those on its first nutrients first; under "" those without one. */
  articlesInTheme: ReadonlyMap<string, ArticleName[]>;
  /** Articles that are not of a theme, with a topic that leads to it, newest first. */
  articlesBeside: ReadonlyMap<string, ArticleName[]>;
  /** Articles that a person wrote or reviewed, newest first. */
  articlesBy: ReadonlyMap<string, ArticleBy[]>;
  /** Every question by its id, in the order of the articles and of their own. */
  questions: ReadonlyMap<string, AskedQuestion>;
  /** Ids of the questions about a topic, in the same order. */
  questionsAbout: ReadonlyMap<string, readonly string[]>;
  /** Ids of the questions of a theme, those on its first nutrients first; under "" of those without one. */
  questionsUnder: ReadonlyMap<string, readonly string[]>;
  /** The series of an article, with those of its articles that are out. */
  seriesOf: ReadonlyMap<string, { name: string; articles: ArticleName[] }>;
  /** The entries that changed, as readers are told. */
  changed: readonly ChangedEntry[];
}

/** Everything that views are made of. */
export interface Library extends Records, Singles, Lists {
  /** The day that the site is built for, `YYYY-MM-DD`. */
  today: string;
  /** Whether the day of the next review is over. */
  isOverdue: (reviewDue: string) => boolean;
  /** Whether all questions stand on one page: with more, each theme has its own. */
  hasWholeFaq: boolean;
  /** The same of claims, and their topics. */
  hasWholeEvidence: boolean;
  /** Ids of questions, of today and of old, that have an address on that page, as is written down. */
  publishedAnswers: readonly string[];
  /** Whether there is any figure: every page asks. */
  hasFigures: boolean;
  /** Whether a link of a product pays the site. */
  hasPaidLink: (product: string) => boolean;
  /** The articles before and behind one in the order of its theme. */
  inTheme: (id: string) => { before?: ArticleName; after?: ArticleName };
  /** Ids of the articles nearest to one. */
  relatedArticles: RelatedTo;
  /** What that follows from. */
  relatable: readonly Relatable[];
  /** Ids of the claims that say otherwise of the same thing, by claim: said on one, held of both. */
  contradictions: ReadonlyMap<string, readonly string[]>;
  /** The site's tag by merchant id, where one is set. */
  tags: ReadonlyMap<string, string>;
  /** The parameter that tells which page was read by merchant id, where the owner allows it. */
  subTags: ReadonlyMap<string, string>;
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
