/** Asks Astro's collections once, joins and sorts: the only room that imports `astro:content`. */
import { randomUUID } from 'node:crypto';
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { readCompiled, type CompiledEntry } from '#corpus/compiled.ts';
import { keyOf } from '#corpus/read.ts';
import { projectStore } from '#corpus/reading.ts';
import { isPublished } from '#domain/dates.ts';
import { inOrder } from '#domain/order.ts';
import { merchantTag, siteUrl, today } from '../environment.ts';
import { siteSchema } from '../schemas/site.ts';
import { currentSession } from '../session.ts';
import { codeDigest } from '../store/code.ts';
import { articlesOf, contradictionsOf, type Library, type ProseRecord } from './records.ts';
import { digestOf, holds, traced, type Trace } from './trace.ts';

let loaded: Promise<Library> | undefined;

/** The whole site. Loaded once in a build, afresh for each request in dev. */
export function loadLibrary(): Promise<Library> {
  if (currentSession().showsDrafts) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Library> {
  const day = today();
  const { showsDrafts } = currentSession();
  const [
    articles,
    pages,
    nutrients,
    products,
    merchants,
    people,
    claims,
    sources,
    foods,
    interactions,
    themes,
    presets,
    glossary,
    sheets,
    [site],
  ] = await Promise.all([
    inOrderOfIds('articles'),
    inOrderOfIds('pages'),
    inOrderOfIds('nutrients'),
    inOrderOfIds('products'),
    inOrderOfIds('merchants'),
    inOrderOfIds('people'),
    inOrderOfIds('claims'),
    inOrderOfIds('sources'),
    inOrderOfIds('foods'),
    inOrderOfIds('interactions'),
    inOrderOfIds('themes'),
    inOrderOfIds('presets'),
    inOrderOfIds('glossary'),
    inOrderOfIds('sheets'),
    inOrderOfIds('site'),
  ]);
  const published = articles
    .filter(({ data }) => showsDrafts || isPublished(data, day))
    .map(withKey)
    .sort((a, b) => inOrder(b.data.published, a.data.published));
  return {
    today: day,
    site: site?.data ?? siteSchema.parse({}),
    ...articlesOf(published),
    pages: byId(pages.map(withKey)),
    nutrients: byId(nutrients.map(withKey)),
    products: byId(products),
    merchants: byId(merchants),
    people: byId(people),
    claims: byId(claims),
    contradictions: contradictionsOf(claims),
    sources: byId(sources),
    foods: new Map(foods.map(({ data }) => [data.nutrient, data.foods])),
    interactions,
    themes: byId(themes.toSorted((a, b) => a.data.order - b.data.order)),
    presets: presets.toSorted((a, b) => a.data.order - b.data.order),
    terms: byId(glossary),
    sheets: byId(sheets),
    tags: new Map(
      merchants.flatMap(({ id, data }) => {
        const tag = merchantTag(data);
        return tag === undefined ? [] : [[id, tag] as const];
      }),
    ),
  };
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
  const kept = currentSession().showsDrafts
    ? undefined
    : projectStore().get(traceKey(path, library));
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
  if (key === undefined || currentSession().showsDrafts) return make(library);
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

// The frame looks at the site, and at whether there is a page to begin with.
function traceKey(path: string, { site, pages }: Library): string {
  const frame = [digestOf(site), String(pages.has('start'))];
  return `page ${keyOf([codeDigest(), siteUrl(), ...frame, path])}`;
}

/** The compiled article behind a record. */
export function loadArticle(record: ProseRecord<unknown>): CompiledEntry<'articles'> {
  return readCompiled<'articles'>(record.key, projectStore());
}

/** The compiled text page behind a record. */
export function loadPage(record: ProseRecord<unknown>): CompiledEntry<'pages'> {
  return readCompiled<'pages'>(record.key, projectStore());
}

/** The compiled nutrient behind a record. */
export function loadNutrient(record: ProseRecord<unknown>): CompiledEntry<'nutrients'> {
  return readCompiled<'nutrients'>(record.key, projectStore());
}

function withKey<Data>(entry: {
  id: string;
  data: Data;
  digest?: string | number;
}): ProseRecord<Data> {
  return { id: entry.id, data: entry.data, key: String(entry.digest) };
}

// Collections come in the order of the machine's language: sorted by id, every build of the same
// content is the same.
async function inOrderOfIds<Name extends CollectionKey>(
  collection: Name,
): Promise<CollectionEntry<Name>[]> {
  const entries = await getCollection(collection);
  return entries.toSorted((a, b) => inOrder(a.id, b.id));
}

function byId<Item extends { id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
