/** In which order pieces are made. */
import type { Piece } from './press.ts';

/**
 * The files of each entry together, not all files of one kind: an article, its Markdown and its
 * bibliographies are made of the same view.
 */
export function entryByEntry(pieces: readonly Piece[]): Piece[][] {
  const byEntry = Map.groupBy(pieces, ({ pathname }) =>
    pathname.replace(/(?:\/|(?:\.[a-z]+)+)$/, ''),
  );
  return [...byEntry.values()];
}
