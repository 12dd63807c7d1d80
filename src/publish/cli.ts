/** The command line of `npm run build`. */
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { UserError } from '../problem.ts';
import { stopFor } from './stop.ts';

function readOutDir(): string | undefined {
  try {
    return parseArgs({ options: { outDir: { type: 'string' } } }).values.outDir;
  } catch (error) {
    throw new UserError(
      `${(error as Error).message.split('. ')[0] ?? ''}. The option is --outDir FOLDER.`,
    );
  }
}

try {
  const outDir = readOutDir();
  await build(outDir === undefined ? {} : { outDir });
} catch (error) {
  await stopFor(error);
}
