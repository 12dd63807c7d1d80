/** A thread for tests: it tells which handfuls it took, and ends as it was told to. */
import { parentPort, workerData } from 'node:worker_threads';
import { takeTurns, type Turns } from '#checks/threads.ts';

const { turns, ends } = workerData as { turns: Turns; ends: 'well' | 'early' | 'broken' };
if (ends === 'broken') throw new Error('A bug of ours.');
// oxlint-disable-next-line unicorn/no-process-exit -- that is what is tried
if (ends === 'early') process.exit(3);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
await takeTurns(turns, 2, (first, end) => parentPort?.postMessage([first, end]));
