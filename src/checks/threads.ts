/** Many things that are looked at one by one, shared among the threads of this machine. */
import { availableParallelism } from 'node:os';
import { setImmediate as nextTask } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** Threads at most: each has the code, and what it knows of the site, in its memory. */
const mostThreads = 4;
/** Room for what is new, in megabytes: the engine would take four times as much, and gain nothing. */
const youngMegabytes = 16;

/** Whose turn it is, for all threads alike. */
export interface Turns {
  /** How many things there are. */
  count: number;
  /** How many of them were taken, in memory that all share. */
  taken: Int32Array;
}

/** Turns of which none was taken. */
export function newTurns(count: number): Turns {
  return { count, taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/**
 * Takes handfuls until none is left.
 * @param look is given the first of a handful, and the one behind it
 */
export async function takeTurns(
  { count, taken }: Turns,
  handful: number,
  look: (first: number, end: number) => void,
): Promise<void> {
  for (;;) {
    const first = Atomics.add(taken, 0, handful);
    if (first >= count) return;
    look(first, Math.min(first + handful, count));
    // Others may have told something, and what lies outside of the engine's memory is freed between two tasks alone.
    await nextTask();
  }
}

/**
 * Works with other threads beside this one.
 * @param thread file of the others
 * @param work what they are given, the turns among it
 * @param own what this thread does of it
 * @param hear gives, for each of them, who is told what it tells
 * @returns how each of the others ended
 * @throws whatever `own` throws, when all have ended
 */
export async function besideThreads<Work extends { turns: Turns }, Told>(
  thread: URL,
  work: Work,
  own: () => Promise<void>,
  hear: () => (told: Told) => void = () => () => undefined,
): Promise<PromiseSettledResult<void>[]> {
  const count = Math.min(availableParallelism(), mostThreads) - 1;
  const others = Promise.allSettled(
    Array.from({ length: count }, () => ended(startThread(thread, work), hear())),
  );
  try {
    await own();
  } finally {
    Atomics.store(work.turns.taken, 0, work.turns.count);
    await others;
  }
  return others;
}

function startThread(thread: URL, workerData: object): Worker {
  return new Worker(thread, {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: 3 * youngMegabytes },
  });
}

function ended<Told>(worker: Worker, tell: (told: Told) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', tell);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`A thread ended with ${code}.`)),
    );
  });
}
