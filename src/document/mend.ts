/** Makes mends: what carries out the fix of a diagnostic, see `problem.ts`. */
import { LineIndex } from './line-index.ts';
import type { Edit, Mend, Position } from '../problem.ts';

/** Says where an offset of the text at hand stands in its file. */
type Locate = (offset: number) => Position;

/** The edit that puts a text in the place of another; offsets count in the text that `locate` knows. */
export function editAt(locate: Locate, start: number, end: number, text: string): Edit {
  return { start: locate(start), end: locate(end), text };
}

/** A mend that has one sure answer. */
export function safe(why: string, ...edits: Edit[]): Mend {
  return { edits, safety: 'safe', why };
}

/** A mend that its author has to read. */
export function unsafe(why: string, ...edits: Edit[]): Mend {
  return { edits, safety: 'unsafe', why };
}

/** Whether a name stands at an offset of a text and goes no further on either side. */
function isWhole(text: string, at: number, name: string): boolean {
  const part = /[\p{L}\p{N}_-]/u;
  return !part.test(text.charAt(at - 1)) && !part.test(text.charAt(at + name.length));
}

/**
 * The edit that renames the first whole `name` behind a place of a file, before the sign that ends
 * what stands there; undefined where none stands there.
 */
export function renameAt(
  text: string,
  place: Position,
  until: string,
  name: string,
  other: string,
): Edit | undefined {
  const lines = new LineIndex(text);
  const from = lines.offset(place);
  const end = text.indexOf(until, from);
  const to = end === -1 ? text.length : end;
  for (let at = text.indexOf(name, from); at !== -1; at = text.indexOf(name, at + 1)) {
    if (at + name.length > to) return undefined;
    if (isWhole(text, at, name))
      return editAt((offset) => lines.position(offset), at, at + name.length, other);
  }
  return undefined;
}

/** The edit that gives the link at a place of a file another address; undefined where it is written otherwise. */
export function rewriteLink(
  text: string,
  place: Position,
  href: string,
  other: string,
): Edit | undefined {
  const lines = new LineIndex(text);
  const start = lines.offset(place);
  const at = text.indexOf(`](${href}`, start);
  const end = text.indexOf('\n\n', start);
  if (at === -1 || (end !== -1 && at > end)) return undefined;
  return editAt((offset) => lines.position(offset), at + 2, at + 2 + href.length, other);
}
