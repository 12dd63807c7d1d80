/** Starts `npm run check` with the code that the engine made ready for earlier runs. */
import { enableCompileCache } from 'node:module';

// To read 521 files of code takes a fifth of a check. What is kept is valid for the same bytes alone.
enableCompileCache('node_modules/.cache/compiled-code');
await import('./command.ts');
