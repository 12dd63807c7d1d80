/** What lies below a folder. */
import { readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';

/** Every entry below a folder. Node's own way down goes through links, out of the folder or round in it. */
export function entriesIn(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry, ...entriesIn(path.join(folder, entry.name))] : [entry],
  );
}

/** Every file below a folder and behind the links in it, as Vite copies them: in the order of their names. */
export function filesThrough(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name))
    .flatMap((file) => (statSync(file).isDirectory() ? filesThrough(file) : [file]));
}
