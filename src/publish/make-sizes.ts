/** Makes the sizes of pictures that pages show, of their originals. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { originalAddress } from '../corpus/picture.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { UserError } from '../problem.ts';
import { shownPictures } from './originals.ts';
import type { PictureSize } from './sizes.ts';

/**
 * Makes sizes of pictures in a site.
 * @throws {UserError} when an original is not what was checked
 */
export async function makeSizes(
  sizes: Iterable<PictureSize>,
  site: string,
  corpus: Corpus,
): Promise<void> {
  const byOriginal = Map.groupBy(sizes, ({ original }) => original);
  if (byOriginal.size === 0) return;
  // Read where there is a picture to make: most builds have none.
  const { pictureBytes } = await import('./picture-bytes.ts');
  const pictures = await shownPictures(corpus);
  for (const [address, own] of byOriginal) {
    const picture = pictures.find((one) => originalAddress(one) === address);
    if (picture === undefined) throw new Error(`No picture lies at ${address}.`);
    const bytes = await readFile(picture.absolutePath).catch(() => Buffer.of());
    if (createHash('sha256').update(bytes).digest('hex') !== picture.digest)
      throw new UserError(`${picture.file} changed while the site was built: build again.`);
    await Promise.all(
      own.map(async ({ file, ...size }) => {
        const target = path.join(site, file);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, await pictureBytes(bytes, size), { flag: 'wx' });
      }),
    );
  }
}
