/** The command line of `npm run build`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../problem.ts';
import { prepareForBuild } from '../environment.ts';
import { holdCode } from '../store/code.ts';
import { beginBuild, publishSite } from './build.ts';
import { makePress } from './make-press.ts';
import { keptPress, pressKey } from './press.ts';
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
  const target = path.resolve(readOutDir());
  prepareForBuild();
  holdCode();
  const key = pressKey();
  const kept = keptPress(key);
  const made = kept === undefined ? makePress(key) : undefined;
  const build = await beginBuild(target);
  await publishSite(build, kept ?? (await made?.()) ?? '', key);
} catch (error) {
  await stopFor(error);
}
