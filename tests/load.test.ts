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
  switch (collection) {
    case 'foods':
      return { nutrient: id, foods: [] };
    case 'claims':
      return { topic: id, nutrients: ids, sources: ids };
    case 'products':
      return { nutrients: [], offers: [] };
    case 'themes':
      return { topics: ids, nutrients: [] };
    case 'series':
      return { articles: ids };
    case 'articles':
      return {
        published: '2026-01-10',
        authors: ids,
        topics: ids,
        citations: ids,
        products: ids,
        questions: [],
        figures: [],
        draft: false,
      };
    default:
      return { id };
  }
}

test('the library has the order of the ids', async () => {
  beginSession({ folder: '', showsDrafts: true, isServing: true });
  const libraries = [];
  for (const given of [ids, shuffled]) {
    order.ids = given;
    libraries.push(
      Object.entries(await loadLibrary()).flatMap(([name, all]: [string, unknown]) =>
        all instanceof Map
          ? [[name, [...all.keys()] as string[], [...all.values()] as unknown[]]]
          : [],
      ),
    );
  }
  expect(libraries[1]).toEqual(libraries[0]);
  const idsOf = Object.fromEntries((libraries[1] ?? []).map(([name, keys]) => [name, keys]));
  expect(idsOf).toMatchObject({ foods: ids, interactions: ids });
});
