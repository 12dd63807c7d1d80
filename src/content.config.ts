/** The content collections, made from the one table: their entries are those that were checked, see `corpus/reading.ts`. */
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import {
  byCollection,
  loadedSchema,
  type CollectionName,
  type LoadedSchema,
} from '#corpus/collections.ts';

interface Config<Name extends CollectionName> {
  loader: Loader;
  schema: LoadedSchema<Name>;
}

// Astro writes down what a loader gives it, checks it once more and reads it again.
const nothing: Loader = { name: 'micromile', load: () => Promise.resolve() };

export const collections = byCollection((name) =>
  defineCollection({ loader: nothing, schema: loadedSchema(name) }),
) as unknown as { [Name in CollectionName]: Config<Name> };
