/** Starts `npm run build` with the code that the engine made ready for earlier runs. */
import { keepCodeReady } from '../store/ready-code.ts';

keepCodeReady();
await import('./command.ts');
