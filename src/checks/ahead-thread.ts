/** A thread that looks at documents, with the code that the engine made ready for earlier ones. */
import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

enableCompileCache('node_modules/.cache/compiled-code');
const { takePart } = await import('./ahead.ts');
await takePart(workerData as import('./ahead.ts').Work);
