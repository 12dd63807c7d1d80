/** The one reading of a command: what the checks have read, its pages are made from. */
import path from 'node:path';
import { contentDirectory } from '../environment.ts';
import { currentSession } from '../session.ts';
import { openStore, type Store } from '../store/store.ts';
import { collectionNames } from './collections.ts';
import { pageRecords, type PageRecord } from './compiled.ts';
import { answersIn } from './ledger.ts';
import type { Corpus } from './corpus.ts';
import { readCorpus } from './read.ts';

const key = Symbol.for('micromile.reading');
const storeKey = Symbol.for('micromile.store');
/** Where the pages of a build find the entries of Astro's collections. */
export const entriesKey = Symbol.for('micromile.entries');
const publishedKey = Symbol.for('micromile.published');

/** What pages load, by collection and id: as Astro has it of collections. */
export type Entries = Map<string, Map<string, PageRecord>>;
// Node loads this module for the checks, and Vite once more for the loaders and for the pages.
const shared = globalThis as {
  [key]?: Promise<Corpus>;
  [storeKey]?: Store;
  [entriesKey]?: Entries;
  [publishedKey]?: readonly string[];
};

/** Gives a reading to the loaders of this process. */
export function shareReading(corpus: Corpus): void {
  shared[key] = Promise.resolve(corpus);
}

/** The reading that was given; the first of a process where nobody has read before. */
export function sharedReading(): Promise<Corpus> {
  shared[key] ??= readCorpus(contentDirectory(), projectStore());
  return shared[key];
}

/** What the commands of this project keep for each other. */
export function projectStore(): Store {
  shared[storeKey] ??= openStore(path.resolve('.cache/kept.db'), currentSession().folder);
  return shared[storeKey];
}

/** What the pages of a build load of a reading. */
export function entriesOf(corpus: Corpus): Entries {
  return new Map(
    collectionNames.map((name) => [
      name,
      new Map(pageRecords(corpus, name, projectStore()).map((record) => [record.id, record])),
    ]),
  );
}

/**
 * Gives entries to the pages of this thread: nothing is written down for Astro and read again.
 * @param published ids that have an address on the page of all questions, as is written down
 */
export function giveEntries(entries: Entries, published: readonly string[]): void {
  shared[entriesKey] = entries;
  shared[publishedKey] = published;
}

/** The ids that have an address on the page of all questions, as is written down. */
export async function publishedAnswers(): Promise<readonly string[]> {
  return shared[publishedKey] ?? answersIn((await sharedReading()).ledger);
}
