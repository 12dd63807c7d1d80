/**
 * Looks at many documents on all cores before the check asks for them: what each of them gave lies in
 * the store then, and nothing else is kept of it. What is not there is looked at by the check itself,
 * so whatever happens here changes no result.
 */
import { availableParallelism } from 'node:os';
import { setImmediate as nextTask } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  readContentFile,
  readEvidence,
  soundEntry,
  type ContentFile,
  type Corpus,
} from '../corpus/read.ts';
import { openStore, type Store } from '../store/store.ts';
import { documentLook, type CheckOptions, type DocumentLook } from './documents.ts';

/** Documents from which on it is worth the two seconds that a thread needs to be as quick as the first. */
const fewest = 2000;
/** Threads at most: each takes some 150 MB. */
const mostThreads = 4;
/** Documents that a thread takes at once. */
const handful = 8;

/** Room for what is new, in megabytes: the engine would take four times as much, and gain nothing. */
const youngMegabytes = 16;

/** What the threads of a check share. */
export interface Work {
  directory: string;
  today: string;
  keepsDocuments: boolean;
  /** File of the store. */
  store: string;
  files: Pick<ContentFile, 'collection' | 'absolutePath'>[];
  /** Number of files that were taken, in memory that all share. */
  taken: Int32Array;
}

/**
 * Fills the store with what documents give, where much of it is missing.
 * @param evidence whatever is no article and no text page
 * @param files the others
 */
export async function lookAhead(
  evidence: Corpus,
  files: readonly ContentFile[],
  today: string,
  options: CheckOptions,
): Promise<void> {
  const { store, keepsDocuments = false, aheadFrom = fewest } = options;
  if (store?.file === undefined || files.length < aheadFrom) return;
  const look = documentLook(evidence, today, options);
  const missing = files.filter((file) => !look.isKept(file));
  if (missing.length < aheadFrom) return;
  for (const file of files) file.release();
  const work: Work = {
    directory: evidence.directory,
    today,
    keepsDocuments,
    store: store.file,
    files: missing.map(({ collection, absolutePath }) => ({ collection, absolutePath })),
    taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  };
  const others = Array.from({ length: Math.min(availableParallelism(), mostThreads) - 1 }, () =>
    startThread(work),
  );
  try {
    await lookAtRest(work, look, store);
  } finally {
    Atomics.store(work.taken, 0, missing.length);
    await Promise.all(others);
  }
}

// What one that broke has taken is left to the check.
function startThread(work: Work): Promise<void> {
  const thread = new Worker(new URL('ahead-thread.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxYoungGenerationSizeMb: 3 * youngMegabytes },
  });
  return new Promise((resolve) => {
    thread.once('error', () => undefined);
    thread.once('exit', () => resolve());
  });
}

/** What another thread does of the work. */
export async function takePart(work: Work): Promise<void> {
  const { directory, today, keepsDocuments } = work;
  const store = openStore(work.store);
  const evidence = await readEvidence(directory, store);
  await lookAtRest(work, documentLook(evidence, today, { store, keepsDocuments }), store);
}

async function lookAtRest(
  { directory, files, taken }: Work,
  look: DocumentLook,
  store: Store,
): Promise<void> {
  for (;;) {
    const first = Atomics.add(taken, 0, handful);
    if (first >= files.length) break;
    for (const { collection, absolutePath } of files.slice(first, first + handful)) {
      const entry = soundEntry(readContentFile(directory, collection, absolutePath), store);
      if (entry !== undefined) look.of(entry);
    }
    // What the compiler holds outside of the engine's memory is freed between two tasks alone.
    await nextTask();
  }
  store.flush();
}
