/** The one reading of a command: what the checks have read, its pages are made from. */
import path from 'node:path';
import { contentDirectory } from '../environment.ts';
import { currentSession } from '../session.ts';
import { openStore, type Store } from '../store/store.ts';
import { readCorpus, type Corpus } from './read.ts';

const key = Symbol.for('micromile.reading');
const storeKey = Symbol.for('micromile.store');
// Node loads this module for the checks, and Vite once more for the loaders and for the pages.
const shared = globalThis as { [key]?: Promise<Corpus>; [storeKey]?: Store };

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
