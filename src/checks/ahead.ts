/**
 * Looks at many documents on all cores before the check asks for them: what each of them gave lies in
 * the store then, and nothing else is kept of it. What is not there is looked at by the check itself,
 * so whatever happens here changes no result.
 */
import { readContentFile, type ContentFile } from '../corpus/content-file.ts';
import type { Corpus } from '../corpus/corpus.ts';
import { soundEntry } from '../corpus/parse.ts';
import { readEvidence } from '../corpus/read.ts';
import { openStore, type Store } from '../store/store.ts';
import { documentLook, type CheckOptions, type DocumentLook } from './documents.ts';
import { besideThreads, newTurns, takeTurns, type Turns } from './threads.ts';

/** Documents from which on it is worth the two seconds that a thread needs to be as quick as the first. */
const fewest = 2000;
/** Documents that a thread takes at once. */
const handful = 8;

/** What the threads of a check share. */
export interface Work {
  directory: string;
  keepsDocuments: boolean;
  /** File of the store. */
  store: string;
  files: Pick<ContentFile, 'collection' | 'absolutePath'>[];
  turns: Turns;
}

/**
 * Fills the store with what documents give, where much of it is missing.
 * @param evidence whatever is no article and no text page
 * @param files the others
 */
export async function lookAhead(
  evidence: Corpus,
  files: readonly ContentFile[],
  options: CheckOptions,
): Promise<void> {
  const { store, keepsDocuments = false, aheadFrom = fewest } = options;
  if (store?.file === undefined || files.length < aheadFrom) return;
  const look = documentLook(evidence, options);
  const missing = files.filter((file) => !look.isKept(file));
  if (missing.length < aheadFrom) return;
  for (const file of files) file.release();
  const work: Work = {
    directory: evidence.directory,
    keepsDocuments,
    store: store.file,
    files: missing.map(({ collection, absolutePath }) => ({ collection, absolutePath })),
    turns: newTurns(missing.length),
  };
  // What one that broke has taken is left to the check.
  await besideThreads(new URL('ahead-thread.ts', import.meta.url), work, () =>
    lookAtRest(work, look, store),
  );
}

/** What another thread does of the work. */
export async function takePart(work: Work): Promise<void> {
  const { directory, keepsDocuments } = work;
  const store = openStore(work.store);
  const evidence = await readEvidence(directory, { store });
  await lookAtRest(work, documentLook(evidence, { store, keepsDocuments }), store);
}

async function lookAtRest(
  { directory, files, turns }: Work,
  look: DocumentLook,
  store: Store,
): Promise<void> {
  await takeTurns(turns, handful, (first, end) => {
    for (const { collection, absolutePath } of files.slice(first, end)) {
      const entry = soundEntry(readContentFile(directory, collection, absolutePath), store);
      if (entry !== undefined) look.of(entry);
    }
  });
  store.flush();
}
