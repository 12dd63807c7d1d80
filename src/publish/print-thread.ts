/** A thread that prints pieces, with the code that the engine made ready for earlier ones. */
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Work } from './print.ts';

enableCompileCache('node_modules/.cache/compiled-code');
const { help } = await import('./print.ts');
if (parentPort !== null) await help(workerData as Work, parentPort);
