/** Reads the files of the search index, each once: the only requests that a script of this site makes. */
import type { ReadFile } from '#search/query.ts';

/** Reads files below an address of this site; what failed is asked for again next time. */
export function indexReader(folder: string): ReadFile {
  const asked = new Map<string, Promise<unknown>>();
  return <File>(name: string): Promise<File> => {
    const known = asked.get(name);
    if (known !== undefined) return known as Promise<File>;
    const file = load(`${folder}${name}.json`);
    asked.set(name, file);
    file.catch(() => asked.delete(name));
    return file as Promise<File>;
  };
}

async function load(address: string): Promise<unknown> {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
