/** Whether the site that a build would make already stands at its target: then there is nothing to build. */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { collectionNames } from '../corpus/collections.ts';
import type { Corpus, Entry } from '../corpus/corpus.ts';
import { projectStore } from '../corpus/reading.ts';
import { merchantSubTag, merchantTag, today } from '../environment.ts';
import { keyOf } from '../store/store.ts';
import { entriesIn } from './entries.ts';
import { hostsFolder } from './hosts.ts';
import { pressKey } from './press.ts';

/** Key of the site that is made of a corpus: of everything that decides a byte of it. */
export function siteKey({ entries, pictures, ledger }: Corpus): string {
  const files = collectionNames.flatMap((name) =>
    [...(entries[name] as Map<string, Entry>).values()].flatMap((entry) => [
      name,
      entry.id,
      entry.file,
      entry.digest,
    ]),
  );
  const originals = [...pictures.values()].flat().flatMap(({ file, digest }) => [file, digest]);
  const tags = [...entries.merchants.values()].flatMap(({ data }) => [
    merchantTag(data) ?? '',
    merchantSubTag(data) ?? '',
  ]);
  const parts = [files, originals, tags, ledger].map((list) => JSON.stringify(list));
  return keyOf([pressKey(), today(), ...parts]);
}

/** Whether the site of a key is what stands at a target, down to the last file. */
export function stands(target: string, key: string): boolean {
  const kept = projectStore().get(storeKey(target, key));
  return kept !== undefined && kept === markOf(target);
}

/** Says that the site of a key stands at a target from now on. */
export function noteStanding(target: string, key: string): void {
  const mark = markOf(target);
  if (mark !== undefined) projectStore().set(`site ${target}`, storeKey(target, key), mark);
  projectStore().flush();
}

function storeKey(target: string, key: string): string {
  return `site ${keyOf([target, key])}`;
}

/** What of a site, and of what hosts are told of it, changes when somebody writes in it; undefined where there is none. */
function markOf(target: string): string | undefined {
  try {
    const hash = createHash('sha1');
    for (const file of [...filesIn(target), ...filesIn(hostsFolder(target))]) {
      const { size, ctimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${ctimeMs}\0`);
    }
    return hash.digest('base64url');
  } catch {
    return undefined;
  }
}

function filesIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
