/** Asks Astro's collections once, joins and sorts: the only room that imports `astro:content`. */
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';
import { readCompiled, type CompiledEntry } from '#corpus/compiled.ts';
import { projectStore } from '#corpus/reading.ts';
import { isPublished } from '#domain/dates.ts';
import { inOrder } from '#domain/order.ts';
import { relatedTo } from '#domain/related.ts';
import { merchantTag, today } from '../environment.ts';
import { siteSchema } from '../schemas/site.ts';
import { currentSession } from '../session.ts';
import type { Library, ProseRecord } from './records.ts';

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
    articles: published,
    relatedArticles: relatedTo(
      published.map(({ id, data: { topics, citations } }) => ({ id, topics, citations })),
    ),
    pages: byId(pages.map(withKey)),
    nutrients: byId(nutrients.map(withKey)),
    products: byId(products),
    merchants: byId(merchants),
    people: byId(people),
    claims: byId(claims),
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
