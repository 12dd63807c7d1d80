/** The sizes of pictures that pages show: noted while pages are made. */
import type { LicenceName } from '../domain/licence.ts';

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
