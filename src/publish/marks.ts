/** What tells that a file is as it was written: without a look at what is in it. */
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { entriesIn } from './entries.ts';

/** Mark of each file below a folder, by its name relative to it. */
export type Marks = ReadonlyMap<string, string>;

/** The marks of all files below a folder. @throws where there is none */
export function marksOf(folder: string): Marks {
  return new Map(
    entriesIn(folder)
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), markOf(file)]),
  );
}

/**
 * Mark of a file: another one when somebody writes in it, says who may read it or puts another in its
 * place, the same when it is moved or has another name beside this one. Empty where there is none.
 */
export function markOf(file: string): string {
  const found = lstatSync(file, { throwIfNoEntry: false, bigint: true });
  return found?.isFile() === true
    ? `${found.ino} ${found.mode} ${found.size} ${found.mtimeNs}`
    : '';
}
