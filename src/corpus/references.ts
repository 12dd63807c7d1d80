/** What entries name by id: the schema says which fields those are. */
import type { z } from 'zod';
import { collectionNames, collections, type CollectionName } from './collections.ts';
import type { DataPath } from './data.ts';
import { valuesOf, type FieldValue } from './fields.ts';
import { allEntries, type Corpus, type Entry } from './corpus.ts';
import { remembered } from './remembered.ts';

/** An id that stands somewhere for an entry of one of some collections. */
export interface Reference {
  id: string;
  collections: readonly CollectionName[];
  /** Words that may stand in its place. */
  words: readonly string[];
  path: DataPath;
}

/** A reference of an entry of the corpus. */
export interface CorpusReference extends Reference {
  entry: Entry;
}

/** Every reference in data that fits its schema, in the order of the schema's fields. */
export function referencesIn(schema: z.ZodType, data: unknown): Reference[] {
  return valuesOf(schema, data, 'ref').map(referenceOf);
}

/** Every reference in the data of a corpus; prose and components hold more. */
export function referencesOf(corpus: Corpus): CorpusReference[] {
  return allEntries(corpus).flatMap(referencesFrom);
}

/** Every reference in the data of an entry. */
export const referencesFrom = remembered((entry: Entry): readonly CorpusReference[] =>
  referencesIn(collections[entry.collection].schema, entry.data).map((reference) => ({
    ...reference,
    entry,
  })),
);

function referenceOf({ value, field, words, path }: FieldValue<'ref'>): Reference {
  return { id: value, collections: named(field.collections), words, path };
}

// Schemas know collections by name alone; the table of them knows the schemas.
function named(names: readonly string[]): CollectionName[] {
  return collectionNames.filter((name) => names.includes(name));
}
