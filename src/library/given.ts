/** The library that pages are made of, for the program that has them made. */
import type { Library } from './records.ts';

const key = Symbol.for('micromile.library');
// The pages are a program of their own, which a build loads.
const shared = globalThis as { [key]?: Promise<Library> };

/** Says what the pages of this thread are made of. */
export function giveLibrary(library: Promise<Library>): void {
  shared[key] = library;
}

/** What the pages of this thread are made of. @throws where none has asked for it yet */
export function givenLibrary(): Promise<Library> {
  if (shared[key] === undefined) throw new Error('No page has asked for the library.');
  return shared[key];
}
