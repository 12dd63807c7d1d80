/** Renames a claim or a source: its own id, every citation of it, every field that names it. */
import path from 'node:path';
import { collectionNames, type CollectionName } from '../corpus/collections.ts';
import { readFiles, type Corpus, type Entry, type Overlay } from '../corpus/read.ts';
import { referencesOf } from '../corpus/references.ts';
import { LineIndex } from '../document/line-index.ts';
import type { Position } from '../problem.ts';
import { UserError } from '../problem.ts';
import { id as idField } from '../schemas/fields.ts';
import { entryOf } from './explain.ts';

/** The collections whose ids are data of a list: an entry that is a file is renamed with its file. */
export const renamed: readonly CollectionName[] = ['claims', 'sources'];

/** A text in which letters are to be others. */
export interface Renaming {
  absolutePath: string;
  text: string;
  /** Offsets at which the old id stands. */
  at: readonly number[];
}

/**
 * Where an id stands, in every file of the content.
 * @throws {UserError} when the new id is none, when something has it already, or while a file cannot be read
 */
export async function renamings(
  evidence: Corpus,
  id: string,
  other: string,
  overlay: Overlay,
): Promise<Renaming[]> {
  const entry = entryOf(evidence, renamed, id);
  if (entry === undefined) throw new UserError(`There is no claim or source "${id}".`);
  const [issue] = idField().safeParse(other).error?.issues ?? [];
  if (issue !== undefined) throw new UserError(`"${other}" ${issue.message}.`);
  if (renamed.some((name) => evidence.knownIds[name].has(other)))
    throw new UserError(`There is a claim or source "${other}" already.`);
  // What cannot be read may name it.
  const [unread] = evidence.problems;
  if (unread !== undefined)
    throw new UserError(
      `Mend ${unread.file}:${unread.line}:${unread.column} first: it cannot be read whole.`,
    );
  const places = new Map<string, Position[]>();
  const add = ({ file }: Entry, place: Position): void => {
    places.set(file, [...(places.get(file) ?? []), place]);
  };
  add(entry, entry.locate(['id']));
  for (const reference of referencesOf(evidence))
    if (reference.id === id && reference.collections.includes(entry.collection))
      add(reference.entry, reference.entry.locate(reference.path));
  const found: Renaming[] = [];
  for (const name of collectionNames) {
    for (const { file, text, absolutePath } of (await readFiles(evidence.directory, name, overlay))
      .files) {
      if (!text.includes(id)) continue;
      const lines = new LineIndex(text);
      const fields = (places.get(file) ?? []).map((place) => text.indexOf(id, lines.offset(place)));
      const at = [...new Set([...fields, ...citationsOf(text, id)])].sort((a, b) => a - b);
      if (at.length > 0) found.push({ absolutePath: path.resolve(absolutePath), text, at });
    }
  }
  return found;
}

/** Offsets of an id in the citations of a text. */
export function citationsOf(text: string, id: string): number[] {
  return [...text.matchAll(/(?<!\\)\[@[^[\]]*\]/g)].flatMap((list) =>
    [...list[0].matchAll(/@([\w-]+)/g)]
      .filter((one) => one[1] === id)
      .map((one) => list.index + one.index + 1),
  );
}
