/** A thread that prints pieces, with the code that the engine made ready for earlier ones. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Work } from './print.ts';
import { keepCodeReady } from '../store/ready-code.ts';

keepCodeReady();
const { help } = await import('./print.ts');
if (parentPort !== null) await help(workerData as Work, parentPort);
