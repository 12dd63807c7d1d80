/** Asks Astro's collections once: the only room that imports `astro:content`. */
import { randomUUID } from 'node:crypto';
import { getCollection, type CollectionEntry } from 'astro:content';
import { collectionNames, collections, type CollectionName } from '#corpus/collections.ts';
import { readCompiled, type CompiledEntry } from '#corpus/compiled.ts';
import { keyOf } from '#corpus/read.ts';
import { projectStore, sharedReading } from '#corpus/reading.ts';
import { inOrder } from '#domain/order.ts';
import { merchantSubTag, merchantTag, siteUrl, today } from '../environment.ts';
import { currentSession } from '../session.ts';
import { codeDigest } from '../store/code.ts';
import { libraryOf, type Loaded } from './join.ts';
import type { DataRecord, Library, ProseRecord } from './records.ts';
import { digestOf, holds, traced, type Trace } from './trace.ts';

let loaded: Promise<Library> | undefined;

/** The whole site. Loaded once in a build, afresh for each request in dev. */
export function loadLibrary(): Promise<Library> {
  if (currentSession().isServing) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Library> {
  const entries = await Promise.all(
    collectionNames.map(async (name) => [name, (await inOrderOfIds(name)).map(recordOf)]),
  );
  return libraryOf(Object.fromEntries(entries) as Loaded, {
    today: today(),
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

const keys = new Map<string, string>();

/**
 * The pages of one kind. Where all that a page looked at is as it was in the last build it has the key
 * of that build, which lets Astro restore it. Code, packages, the site's address and the frame are part
 * of what it is found by.
 * @param param name of the parameter that is the id
 * @param pathOf address of the page of an id
 */
export async function pathsOf<Param extends string>(
  param: Param,
  idsOf: (library: Library) => Iterable<string>,
  pathOf: (id: string) => string,
): Promise<{ params: Record<Param, string>; cacheKey: string }[]> {
  const library = await loadLibrary();
  return [...idsOf(library)].map((id) => ({
    params: { [param]: id } as Record<Param, string>,
    cacheKey: keyOfPage(pathOf(id), library),
  }));
}

function keyOfPage(path: string, library: Library): string {
  const kept = currentSession().isServing ? undefined : projectStore().get(traceKey(path, library));
  const known = kept === undefined ? undefined : (JSON.parse(kept) as KeptPage);
  const key = known !== undefined && holds(known.trace, library) ? known.key : randomUUID();
  keys.set(path, key);
  return key;
}

/**
 * What a page shows, made of the library alone; what it looked at is kept beside its key.
 * @param path address of the page, one of `pathsOf`
 */
export async function viewOf<View>(path: string, make: (library: Library) => View): Promise<View> {
  const library = await loadLibrary();
  const key = keys.get(path);
  if (key === undefined || currentSession().isServing) return make(library);
  const trace: Trace = {};
  const view = make(traced(library, trace));
  const kept: KeptPage = { key, trace };
  projectStore().set(`page ${path}`, traceKey(path, library), JSON.stringify(kept));
  return view;
}

interface KeptPage {
  key: string;
  trace: Trace;
}

// The frame looks at the site, and at whether there are figures and a page to begin with.
function traceKey(path: string, { site, pages, figures }: Library): string {
  const frame = [digestOf(site), String(pages.has('start')), String(figures.size > 0)];
  return `page ${keyOf([codeDigest(), siteUrl(), ...frame, path])}`;
}

/** The compiled article behind a record: its files are made one after the other, and read it once. */
export function loadArticle({ key }: ProseRecord<unknown>): CompiledEntry<'articles'> {
  if (last?.key !== key) last = { key, entry: readCompiled<'articles'>(key, projectStore()) };
  return last.entry;
}

let last: { key: string; entry: CompiledEntry<'articles'> } | undefined;

/** The compiled text page behind a record. */
export function loadPage(record: ProseRecord<unknown>): CompiledEntry<'pages'> {
  return readCompiled<'pages'>(record.key, projectStore());
}

/** The compiled nutrient behind a record. */
export function loadNutrient(record: ProseRecord<unknown>): CompiledEntry<'nutrients'> {
  return readCompiled<'nutrients'>(record.key, projectStore());
}

// Collections come in the order of the machine's language: sorted by id, every build of the same
// content is the same.
async function inOrderOfIds(name: CollectionName): Promise<CollectionEntry<CollectionName>[]> {
  // Astro warns of a collection without entries.
  if ((await sharedReading()).entries[name].size === 0) return [];
  const entries: CollectionEntry<CollectionName>[] = await getCollection(name);
  return entries.toSorted((a, b) => inOrder(a.id, b.id));
}
