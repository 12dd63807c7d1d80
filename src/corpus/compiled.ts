/** Compiled documents on disk, keyed by what they were made from: an unchanged file is not compiled again. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Document } from '../document/document.ts';
import type { EntryData } from './collections.ts';

/** Collections whose files hold prose. */
export type ProseCollection = 'articles' | 'pages' | 'nutrients';

/** An entry with its compiled prose, as pages need it. */
export interface CompiledEntry<Name extends ProseCollection> {
  data: EntryData<Name>;
  document: Document;
}

const folder = path.resolve('.cache/documents');

/** Key of a compiled file: its own digest and that of everything which compiles it. */
export async function compiledKey(fileDigest: string): Promise<string> {
  return createHash('sha256')
    .update(await compilerDigest())
    .update(fileDigest)
    .digest('hex');
}

/** Keys of the compiled files that are there. */
export async function listCompiled(): Promise<Set<string>> {
  const names = await readdir(folder).catch(() => []);
  return new Set(names.map((name) => path.basename(name, '.json')));
}

/** Writes a compiled file whole or not at all. */
export async function writeCompiled(
  key: string,
  entry: CompiledEntry<ProseCollection>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = path.join(folder, `.${key}.${randomUUID()}`);
  await writeFile(temporary, JSON.stringify(entry));
  await rename(temporary, path.join(folder, `${key}.json`));
}

/**
 * Reads a compiled file.
 * @throws {Error} when it is not there, which a loader that has run rules out
 */
export async function readCompiled<Name extends ProseCollection>(
  key: string,
): Promise<CompiledEntry<Name>> {
  const text = await readFile(path.join(folder, `${key}.json`), 'utf8').catch(() => {
    throw new Error(
      `The compiled document ${key} is gone: delete .astro and .cache, and build again.`,
    );
  });
  return JSON.parse(text) as CompiledEntry<Name>;
}

let digest: Promise<string> | undefined;

// The compiler is the code of these rooms: when it changes, everything compiled by it is stale.
function compilerDigest(): Promise<string> {
  digest ??= (async () => {
    const hash = createHash('sha256');
    for (const room of ['src/document', 'src/schemas', 'src/corpus', 'package-lock.json']) {
      const names = room.endsWith('.json') ? [''] : (await readdir(room)).sort();
      for (const name of names) hash.update(await readFile(path.join(room, name)));
    }
    return hash.digest('hex');
  })();
  return digest;
}
