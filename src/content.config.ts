/** The content collections, made from the one table: a loader and a schema each. */
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import {
  byCollection,
  loadedSchema,
  type CollectionName,
  type LoadedSchema,
} from '#corpus/collections.ts';
import { corpusLoader } from '#corpus/loader.ts';

interface Config<Name extends CollectionName> {
  loader: Loader;
  schema: LoadedSchema<Name>;
}

export const collections = byCollection((name) =>
  defineCollection({ loader: corpusLoader(name), schema: loadedSchema(name) }),
) as unknown as { [Name in CollectionName]: Config<Name> };
