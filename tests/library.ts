/** A library of the data of one day for tests of views, without Astro. It has no articles. */
import { collectionNames } from '#corpus/collections.ts';
import { libraryOf, type Loaded } from '#library/join.ts';
import type { Library, RecordOf } from '#library/records.ts';
import { knowledge } from './knowledge.ts';

const loaded = collectionNames
  .filter((name) => name !== 'articles')
  .map((name) => [
    name,
    [...knowledge.entries[name].values()].map(({ id, data }) => ({ id, data, key: '' })),
  ]);

/** The same library with articles, with other entries of some collections, and with addresses of answers that are out. */
export function libraryWith(
  articles: Iterable<RecordOf<'articles'>>,
  others: Loaded = {},
  publishedAnswers: readonly string[] = [],
): Library {
  const given = { ...(Object.fromEntries(loaded) as Loaded), articles, ...others };
  return libraryOf(given, { today: '2026-11-24', publishedAnswers });
}

export const library = libraryWith([]);
