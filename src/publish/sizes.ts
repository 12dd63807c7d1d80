/** The sizes of pictures that pages show: noted while pages are made, and made of the originals afterwards. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { originalAddress } from '../corpus/picture.ts';
import type { Corpus } from '../corpus/read.ts';
import type { LicenceName } from '../domain/licence.ts';
import { UserError } from '../problem.ts';
import { shownPictures } from './originals.ts';

/** Whose a picture is: it goes into each file. */
export interface Rights {
  credit?: string;
  licence?: LicenceName;
}

/** A size in which a page shows a picture. */
export interface PictureSize extends Rights {
  /** In the site, relative to it; named by all that it is made of. */
  file: string;
  /** Address of the original. */
  original: string;
  format: 'avif' | 'webp' | 'svg';
  /** In pixels. */
  width: number;
}

const key = Symbol.for('micromile.sizes');
// The program that makes pages is loaded beside the one that says which page it makes.
const shared = globalThis as { [key]?: Map<string, PictureSize> };

/** Begins to note, for a page, what sizes it shows. @returns those, by file */
export function beginSizes(): ReadonlyMap<string, PictureSize> {
  return (shared[key] = new Map());
}

/** Notes a size that the page shows which is made now. */
export function noteSize(size: PictureSize): void {
  shared[key]?.set(size.file, size);
}

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
