/** The code that the engine made ready: to read it takes two fifths of a command that has nothing to do. */
import { readdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

const folder = 'node_modules/.cache/compiled-code';
/** Files of code that are kept at most: each edit adds those that it changed, and nothing takes them away. */
const mostFiles = 8000;

/** Keeps what this thread loads from now on ready for later ones. What is kept is valid for the same bytes alone. */
export function keepCodeReady(): void {
  try {
    if (readdirSync(folder, { recursive: true }).length > mostFiles)
      rmSync(folder, { recursive: true, force: true });
  } catch {
    // There is none yet, or another process takes it away.
  }
  enableCompileCache(folder);
}
