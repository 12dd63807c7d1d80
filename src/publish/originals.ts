/** The originals of pictures: they lie in the site while Astro makes their sizes, and never leave the machine. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { originalAddress, originalOf, readPictures, type Picture } from '../corpus/picture.ts';
import type { Corpus } from '../corpus/read.ts';
import { UserError } from '../problem.ts';
import { pathOf } from '../routes.ts';

/** Every picture that a page may show: those of authors, and those of the gallery. */
async function shownPictures({ pictures }: Corpus): Promise<Picture[]> {
  const samples = await readPictures('src/gallery/pictures', (file) => file);
  return [...[...pictures.values()].flat(), ...samples].filter(
    (picture) => originalOf([picture]) !== undefined,
  );
}

/**
 * Puts the originals where Astro looks for them.
 * @returns what takes them away again
 * @throws {UserError} when one is not what was checked
 */
export async function placeOriginals(site: string, corpus: Corpus): Promise<() => void> {
  const placed: string[] = [];
  for (const picture of await shownPictures(corpus)) {
    const bytes = await readFile(picture.absolutePath).catch(() => Buffer.of());
    if (createHash('sha256').update(bytes).digest('hex') !== picture.digest)
      throw new UserError(`${picture.file} changed while the site was built: build again.`);
    const target = path.join(site, pathOf(originalAddress(picture)));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    placed.push(target);
  }
  return () => {
    for (const file of placed) rmSync(file, { force: true });
  };
}

/** The bytes of the original at an address, for Astro's image service in dev. */
export async function originalAt(address: string, corpus: Corpus): Promise<Uint8Array | undefined> {
  const pictures = await shownPictures(corpus);
  const picture = pictures.find((one) => originalAddress(one) === address);
  return picture && readFile(picture.absolutePath).catch(() => undefined);
}
