/** A thread that looks at documents, with the code that the engine made ready for earlier ones. */
import { workerData } from 'node:worker_threads';
import { keepCodeReady } from '../store/ready-code.ts';

keepCodeReady();
const { takePart } = await import('./ahead.ts');
await takePart(workerData as import('./ahead.ts').Work);
