/** Asks Astro's collections once: the only room that imports `astro:content`. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { collectionNames, collections, type CollectionName } from '#corpus/collections.ts';
import { readCompiled, type CompiledEntry } from '#corpus/compiled.ts';
import { projectStore, publishedAnswers, timesGiven } from '#corpus/reading.ts';
import { inOrder } from '#domain/order.ts';
import { merchantSubTag, merchantTag, today } from '../environment.ts';
import { currentSession } from '../session.ts';
import { giveLibrary } from './given.ts';
import { libraryOf, type Loaded } from './join.ts';
import type { DataRecord, Library, ProseRecord } from './records.ts';
import { currentTrace, noteText, traced } from './trace.ts';

let loaded: { from: string; library: Promise<Library> } | undefined;

/** The whole site, for a page: in a build it writes down what the page looks at. */
export async function loadLibrary(): Promise<Library> {
  const trace = currentTrace();
  const library = await wholeLibrary();
  return trace === undefined ? library : traced(library, trace);
}

/** The whole site, to say which pages there are: loaded once of what was given, for one day. */
export function wholeLibrary(): Promise<Library> {
  const from = `${timesGiven()} ${today()} ${currentSession().showsDrafts}`;
  if (loaded?.from !== from) {
    loaded = { from, library: load() };
    giveLibrary(loaded.library);
  }
  return loaded.library;
}

async function load(): Promise<Library> {
  const entries = await Promise.all(
    collectionNames.map(async (name) => [name, (await inOrderOfIds(name)).map(recordOf)]),
  );
  return libraryOf(Object.fromEntries(entries) as Loaded, {
    today: today(),
    publishedAnswers: publishedAnswers(),
    showsDrafts: currentSession().showsDrafts,
    figuresIn: ({ key }) =>
      readCompiled(key, projectStore()).document.components.flatMap(({ name, props }) =>
        name === 'Figure' ? [props.id] : [],
      ),
    tagOf: ({ data }) => merchantTag(data),
    subTagOf: ({ data }) => merchantSubTag(data),
  });
}

// Of prose the digest is what its document lies under.
function recordOf({
  id,
  data,
  collection,
  digest,
}: CollectionEntry<CollectionName>): DataRecord<unknown> {
  return collections[collection].extension === '.mdx'
    ? ({ id, data, key: String(digest) } as ProseRecord<unknown>)
    : { id, data };
}

/**
 * The pages of one kind.
 * @param param name of the parameter that is the id
 */
export async function pathsOf<Param extends string>(
  param: Param,
  idsOf: (library: Library) => Iterable<string>,
): Promise<{ params: Record<Param, string> }[]> {
  return [...idsOf(await wholeLibrary())].map((id) => ({
    params: { [param]: id } as Record<Param, string>,
  }));
}

/** The compiled article behind a record: its files are made one after the other, and read it once. */
export function loadArticle({ id, key }: ProseRecord<unknown>): CompiledEntry<'articles'> {
  noteText('articles', id);
  if (last?.key !== key) last = { key, entry: readCompiled<'articles'>(key, projectStore()) };
  return last.entry;
}

let last: { key: string; entry: CompiledEntry<'articles'> } | undefined;

/** The compiled text page behind a record. */
export function loadPage({ id, key }: ProseRecord<unknown>): CompiledEntry<'pages'> {
  noteText('pages', id);
  return readCompiled<'pages'>(key, projectStore());
}

/** The compiled nutrient behind a record. */
export function loadNutrient({ id, key }: ProseRecord<unknown>): CompiledEntry<'nutrients'> {
  noteText('nutrients', id);
  return readCompiled<'nutrients'>(key, projectStore());
}

// Collections come in the order of the machine's language: sorted by id, every build of the same
// content is the same.
async function inOrderOfIds(name: CollectionName): Promise<CollectionEntry<CollectionName>[]> {
  const entries: CollectionEntry<CollectionName>[] = await getCollection(name);
  return entries.toSorted((a, b) => inOrder(a.id, b.id));
}
