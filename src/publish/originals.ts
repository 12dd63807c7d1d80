/** The originals of pictures: they never leave the machine. */
import { readFile } from 'node:fs/promises';
import { originalAddress, originalOf, readPictures, type Picture } from '../corpus/picture.ts';
import type { Corpus } from '../corpus/corpus.ts';

/** Every picture that a page may show: those of authors, and those of the gallery. */
export async function shownPictures({ pictures }: Corpus): Promise<Picture[]> {
  const samples = await readPictures('src/gallery/pictures', (file) => file);
  return [...[...pictures.values()].flat(), ...samples].filter(
    (picture) => originalOf([picture]) !== undefined,
  );
}

/** The bytes of the original at an address, for Astro's image service in dev. */
export async function originalAt(address: string, corpus: Corpus): Promise<Uint8Array | undefined> {
  const pictures = await shownPictures(corpus);
  const picture = pictures.find((one) => originalAddress(one) === address);
  return picture && readFile(picture.absolutePath).catch(() => undefined);
}
