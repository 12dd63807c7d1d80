/** A thread that looks at files of a built site, with the code that the engine made ready for earlier ones. */
import { parentPort, workerData } from 'node:worker_threads';
import { keepCodeReady } from '../../store/ready-code.ts';

keepCodeReady();
const { help } = await import('./examine.ts');
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
await help(workerData as import('./examine.ts').Work, (found) => parentPort?.postMessage(found));
