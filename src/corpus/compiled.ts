/** Compiled documents on disk, from the checks to the pages of the same process: no file is compiled twice. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Document } from '../document/document.ts';
import { currentSession } from '../session.ts';
import type { CollectionName, EntryData } from './collections.ts';

/** Collections whose files hold prose. */
export type ProseCollection = 'articles' | 'pages' | 'nutrients';

/** An entry with its compiled prose, as pages need it. */
export interface CompiledEntry<Name extends ProseCollection> {
  data: EntryData<Name>;
  document: Document;
}

// What an earlier process kept is never looked at: no other code, package or content can have made it.
function documentFolder(): string {
  return path.join(currentSession().folder, 'documents');
}

/**
 * Key of what was made from a file of a collection in this process. In dev, code of the compiler may
 * change while it runs: what the older code made has another key.
 */
export async function compiledKey({
  collection,
  digest,
}: {
  collection: CollectionName;
  digest: string;
}): Promise<string> {
  return createHash('sha256')
    .update([documentFolder(), await sourceDigest(), collection, digest].join('\n'))
    .digest('hex');
}

/** Keys of the compiled documents that are there. */
export async function listCompiled(): Promise<Set<string>> {
  const names = await readdir(documentFolder()).catch(() => []);
  return new Set(names.map((name) => path.basename(name, '.json')));
}

/** Writes a compiled file whole or not at all. */
export async function writeCompiled(
  key: string,
  entry: CompiledEntry<ProseCollection>,
): Promise<void> {
  const folder = documentFolder();
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
  const file = path.join(documentFolder(), `${key}.json`);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`The compiled document ${file} is gone: start the command again.`);
  });
  return JSON.parse(text) as CompiledEntry<Name>;
}

let digest: Promise<string> | undefined;

function sourceDigest(): Promise<string> {
  digest ??= (async () => {
    const hash = createHash('sha256');
    const names = (await readdir('src', { recursive: true })).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of names.sort()) hash.update(await readFile(path.join('src', name)));
    return hash.digest('hex');
  })();
  return digest;
}
