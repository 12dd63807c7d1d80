/** What the checks have read and the pages are made from. */
import path from 'node:path';
import { currentSession } from '../session.ts';
import { openStore, type Store } from '../store/store.ts';
import { collectionNames } from './collections.ts';
import { pageRecords, type PageRecord } from './compiled.ts';
import type { Corpus } from './corpus.ts';

const storeKey = Symbol.for('micromile.store');
/** Where pages find the entries of Astro's collections. */
export const entriesKey = Symbol.for('micromile.entries');
const publishedKey = Symbol.for('micromile.published');
const timesKey = Symbol.for('micromile.given');

/** What pages load, by collection and id: as Astro has it of collections. */
export type Entries = Map<string, Map<string, PageRecord>>;
// Node loads this module for the checks, and Vite once more for the pages.
const shared = globalThis as {
  [storeKey]?: Store;
  [entriesKey]?: Entries;
  [publishedKey]?: readonly string[];
  [timesKey]?: number;
};

/** What the commands of this project keep for each other. */
export function projectStore(): Store {
  shared[storeKey] ??= openStore(path.resolve('.cache/kept.db'), currentSession().folder);
  return shared[storeKey];
}

/**
 * What pages load of a reading.
 * @param unsound files that are left out
 */
export function entriesOf(corpus: Corpus, unsound?: ReadonlySet<string>): Entries {
  return new Map(
    collectionNames.map((name) => [
      name,
      new Map(
        pageRecords(corpus, name, projectStore(), unsound).map((record) => [record.id, record]),
      ),
    ]),
  );
}

/**
 * Gives entries to the pages of this thread: nothing is written down for Astro and read again.
 * @param published ids that have an address on the page of all questions, as is written down
 */
export function giveEntries(entries: Entries, published: readonly string[]): void {
  // Astro keeps the map that it found first.
  const given = (shared[entriesKey] ??= new Map());
  given.clear();
  for (const [name, own] of entries) given.set(name, own);
  shared[publishedKey] = published;
  shared[timesKey] = timesGiven() + 1;
}

/** How often entries were given: what was made of them holds until they are given again. */
export function timesGiven(): number {
  return shared[timesKey] ?? 0;
}

/** The ids that have an address on the page of all questions, as is written down. */
export function publishedAnswers(): readonly string[] {
  return shared[publishedKey] ?? [];
}
