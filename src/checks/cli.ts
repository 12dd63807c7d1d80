/** Starts `npm run check` with the code that the engine made ready for earlier runs. */
import { keepCodeReady } from '../store/ready-code.ts';

keepCodeReady();
await import('./command.ts');
