/** Astro content loaders over the corpus: digests decide what is read and compiled again. */
import type { Loader, LoaderContext } from 'astro/loaders';
import { listedAnswer } from '../document/answer.ts';
import { contentDirectory } from '../environment.ts';
import {
  compileEntry,
  emptyCorpus,
  addFile,
  readFiles,
  type ContentFile,
  type Entry,
} from './read.ts';
import { collections, type CollectionName, type EntryData } from './collections.ts';
import {
  compiledKey,
  listCompiled,
  readCompiled,
  writeCompiled,
  type CompiledEntry,
  type ProseCollection,
} from './compiled.ts';
import type { ArticleIndex } from '../schemas/article.ts';

/**
 * Loader of one collection. Files that are not sound are left out: the checks, which run before
 * any build and beside the dev server, say what is wrong with them.
 */
export function corpusLoader(collection: CollectionName): Loader {
  return {
    name: `micromile-${collection}`,
    load: async (context) => {
      // As it stands on disk now: the dev server loads again when this code was edited, too.
      const code = await import('./loader.ts');
      await code.loadCollection(context, collection);
    },
  };
}

/** What the dev server says when it has the content loaded again. */
export interface Refresh {
  /** Files to leave out. */
  unsound: readonly string[];
  /** Is called when a collection is loaded. */
  loaded: () => void;
}

/** Loads what changed in a collection. */
export async function loadCollection(
  context: LoaderContext,
  collection: CollectionName,
): Promise<void> {
  const refresh = context.refreshContextData as Refresh | undefined;
  const { files } = await readFiles(contentDirectory(), collection);
  const leftOut = new Set(refresh?.unsound);
  const seen = new Set<string>();
  const compiled = isProse(collection) ? await listCompiled() : new Set<string>();
  for (const file of files.filter(({ file: name }) => !leftOut.has(name))) {
    if (isProse(collection)) await loadProse(context, file, compiled, seen);
    else await loadData(context, file, seen);
  }
  for (const id of context.store.keys()) if (!seen.has(id)) context.store.delete(id);
  refresh?.loaded();
}

function isProse(collection: CollectionName): collection is ProseCollection {
  return collections[collection].extension === '.mdx';
}

async function loadProse(
  context: LoaderContext,
  file: ContentFile,
  compiled: Set<string>,
  seen: Set<string>,
): Promise<void> {
  const key = await compiledKey(file);
  if (compiled.has(key) && context.store.get(file.id)?.digest === key) {
    seen.add(file.id);
    return;
  }
  const entry = compiled.has(key) ? await readCompiled(key) : await compileFile(file, key);
  if (entry === undefined) return;
  const data = indexOf(file.collection, entry) as Record<string, unknown>;
  context.store.set({ id: file.id, data, digest: key });
  seen.add(file.id);
}

async function compileFile(
  file: ContentFile,
  key: string,
): Promise<CompiledEntry<ProseCollection> | undefined> {
  const entry = soundEntries(file)[0] as Entry<'articles'> | undefined;
  if (entry === undefined) return undefined;
  const { document, findings } = compileEntry(entry);
  if (findings.length > 0) return undefined;
  const compiled = { data: entry.data, document };
  await writeCompiled(key, compiled);
  return compiled;
}

async function loadData(
  context: LoaderContext,
  file: ContentFile,
  seen: Set<string>,
): Promise<void> {
  const key = await compiledKey(file);
  for (const entry of soundEntries(file)) {
    // The same works for list files: an entry whose file did not change has its file's key.
    if (context.store.get(entry.id)?.digest !== key) {
      const data = entry.data as Record<string, unknown>;
      context.store.set({ id: entry.id, data, digest: key });
    }
    seen.add(entry.id);
  }
}

function soundEntries(file: ContentFile): Entry[] {
  const corpus = emptyCorpus('');
  addFile(corpus, file);
  const entries = [...(corpus.entries[file.collection] as Map<string, Entry>).values()];
  return entries.filter(({ isSound }) => isSound);
}

function indexOf(
  collection: CollectionName,
  { data: frontmatter, document }: CompiledEntry<ProseCollection>,
): object {
  if (collection !== 'articles') return frontmatter;
  const { urgent, takeaways: _takeaways, faq, ...data } = frontmatter as EntryData<'articles'>;
  const index: ArticleIndex = {
    ...data,
    ...(urgent === undefined ? {} : { cannotWait: urgent.title }),
    words: document.words,
    citations: [...new Set(document.citations.flatMap((citation) => citation.ids))],
    products: [
      ...new Set(
        document.components.flatMap(({ name, props }) =>
          name === 'ProductCard' ? [props.id] : name === 'ProductTable' ? props.ids : [],
        ),
      ),
    ],
    questions: faq.map((item, number) => ({
      id: document.questionIds[number] ?? '',
      question: item.question,
      topics: item.topics ?? data.topics,
      theme: item.theme ?? data.theme,
      aliases: item.aliases,
      answer: listedAnswer(document.answers[number] ?? []),
    })),
  };
  return index;
}
