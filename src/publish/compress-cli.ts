/** The command line of `npm run compress`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../problem.ts';
import { bestQuality, compressSite } from './compress.ts';
import { openStore } from '../store/store.ts';
import { stopFor } from './stop.ts';

const usage = 'npm run compress -- [FOLDER] [--quality 0..11]';

function options(): { folder: string; quality: number } {
  let given;
  try {
    given = parseArgs({ options: { quality: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new UserError(`${(error as Error).message.split('. ')[0] ?? ''}. Use ${usage}.`);
  }
  const [folder = 'dist', ...others] = given.positionals;
  const quality = Number(given.values.quality ?? bestQuality);
  if (others.length > 0 || !Number.isInteger(quality) || quality < 0 || quality > 11)
    throw new UserError(`Use ${usage}.`);
  if (!existsSync(path.join(folder, 'index.html')))
    throw new UserError(`${folder} holds no site: build one first, with npm run build.`);
  return { folder, quality };
}

try {
  const { folder, quality } = options();
  const { files, bytes, brotliBytes } = await compressSite(
    folder,
    quality,
    openStore(path.resolve('.cache/kept.db')),
  );
  const share = bytes === 0 ? 100 : Math.round((100 * brotliBytes) / bytes);
  console.log(`${files} files, ${share}% of their bytes by Brotli; gzip beside it.`);
} catch (error) {
  await stopFor(error);
}
