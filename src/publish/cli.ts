/** The command line of `npm run build`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../problem.ts';
import { beginBuild, publishSite } from './build.ts';
import { keptPress } from './press.ts';
import { stopFor } from './stop.ts';

function readOutDir(): string {
  try {
    return parseArgs({ options: { outDir: { type: 'string' } } }).values.outDir ?? 'dist';
  } catch (error) {
    throw new UserError(
      `${(error as Error).message.split('. ')[0] ?? ''}. The option is --outDir FOLDER.`,
    );
  }
}

try {
  const outDir = path.resolve(readOutDir());
  const build = await beginBuild(outDir);
  const press = keptPress(build.pressKey);
  if (press === undefined) {
    // Only to make a press: with one that is there a build does not wait for Astro and Vite.
    const astro = await import('astro');
    await astro.build({ outDir, logLevel: 'warn' });
  } else {
    await publishSite(build, press);
  }
} catch (error) {
  await stopFor(error);
}
