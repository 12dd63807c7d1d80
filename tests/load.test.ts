/** In whatever order Astro hands out its collections, the library is the same. */
import { expect, test, vi } from 'vitest';
import { loadLibrary } from '#library/load.ts';
import { beginSession } from '../src/session.ts';

// In Estonian z stands before t, in Danish aa behind z: Astro sorts by the machine's language.
const ids = ['aa', 'b', 'sodium', 'taurine', 'vitamin-c', 'z', 'zinc'];
const shuffled = ['z', 'vitamin-c', 'aa', 'zinc', 'sodium', 'b', 'taurine'];
const order = vi.hoisted(() => ({ ids: [] as string[] }));

vi.mock('astro:content', () => ({
  getCollection: (collection: string) =>
    Promise.resolve(
      order.ids.map((id) => ({ id, collection, data: dataOf(collection, id), digest: id })),
    ),
}));

function dataOf(collection: string, id: string): object {
  if (collection === 'foods') return { nutrient: id, foods: [] };
  if (collection !== 'articles') return { id };
  return {
    published: '2026-01-10',
    topics: [],
    citations: [],
    products: [],
    figures: [],
    draft: false,
  };
}

test('the library has the order of the ids', async () => {
  beginSession({ folder: '', showsDrafts: true, isServing: true });
  const libraries = [];
  for (const given of [ids, shuffled]) {
    order.ids = given;
    const {
      today: _today,
      site: _site,
      synonyms: _synonyms,
      gone: _gone,
      relatedArticles: _related,
      inTheme: _neighbors,
      ...library
    } = await loadLibrary();
    libraries.push(
      Object.entries(library).map(([name, all]) => [
        name,
        [...(all as ReadonlyMap<string, unknown>).keys()],
      ]),
    );
  }
  expect(libraries[1]).toEqual(libraries[0]);
  expect(Object.fromEntries(libraries[1] ?? [])).toMatchObject({ foods: ids, interactions: ids });
});
