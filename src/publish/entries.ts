/** What lies below a folder. */
import { readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';

/** Every entry below a folder. Node's own way down goes through links, out of the folder or round in it. */
export function entriesIn(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry, ...entriesIn(path.join(folder, entry.name))] : [entry],
  );
}
