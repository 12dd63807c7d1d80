/** Everything the site is made of, loaded and ready for views. */
import type {
  CollectionName,
  EntryData,
  LoadedSchema,
  ProseCollection,
  SingleName,
} from '../corpus/collections.ts';
import type { RelatedTo } from '../domain/related.ts';
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

export interface Library extends Records, Singles {
  /** The day that the site is built for, `YYYY-MM-DD`. */
  today: string;
  /** Articles that cite a claim or a source, newest first. */
  articlesCiting: ReadonlyMap<string, ArticleName[]>;
  /** Articles that show a product, newest first. */
  articlesShowing: ReadonlyMap<string, ArticleName[]>;
  /** Articles that show a figure, newest first. */
  articlesDrawing: ReadonlyMap<string, ArticleName[]>;
  /** The articles before and behind one in the order of its theme. */
  inTheme: (id: string) => { before?: ArticleName; after?: ArticleName };
  /** Ids of the articles nearest to one. */
  relatedArticles: RelatedTo;
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
