/** What entries name by id: the schema says which fields those are. */
import type { z } from 'zod';
import { collectionsNamedBy, type NamedCollection } from '../schemas/parts.ts';
import type { DataPath } from './data.ts';
import { markedTexts, markedTextsOf } from './fields.ts';
import type { Corpus, Entry } from './read.ts';

/** An id that stands somewhere for an entry of one of some collections. */
export interface Reference {
  id: string;
  collections: readonly NamedCollection[];
  path: DataPath;
}

/** A reference of an entry of the corpus. */
export interface CorpusReference extends Reference {
  entry: Entry;
}

/** Every reference in data that fits its schema, in the order of the schema's fields. */
export function referencesIn(schema: z.ZodType, data: unknown): Reference[] {
  return markedTexts(schema, data, collectionsNamedBy).map(({ value, mark, path }) => ({
    id: value,
    collections: mark,
    path,
  }));
}

/** Every reference in the data of a corpus; prose and components hold more. */
export function referencesOf(corpus: Corpus): CorpusReference[] {
  return markedTextsOf(corpus, collectionsNamedBy).map(({ value, mark, path, entry }) => ({
    id: value,
    collections: mark,
    path,
    entry,
  }));
}
