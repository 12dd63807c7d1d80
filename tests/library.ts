/** A library of the real content for tests of views, without Astro. It has no articles. */
import path from 'node:path';
import type { CollectionName, EntryData } from '#corpus/collections.ts';
import { readCorpus } from '#corpus/read.ts';
import type { Library } from '#library/records.ts';

const corpus = await readCorpus(path.resolve('content'));

function entries<Name extends CollectionName>(
  name: Name,
): Map<string, { id: string; data: EntryData<Name>; key: string }> {
  return new Map(
    [...corpus.entries[name].values()].map(({ id, data }) => [
      id,
      { id, data: data as EntryData<Name>, key: '' },
    ]),
  );
}

export const library: Library = {
  today: '2026-11-24',
  articles: [],
  relatedArticles: () => [],
  pages: entries('pages'),
  nutrients: entries('nutrients'),
  products: entries('products'),
  merchants: entries('merchants'),
  people: entries('people'),
  claims: entries('claims'),
  sources: entries('sources'),
  foods: new Map([...entries('foods').values()].map(({ data }) => [data.nutrient, data.foods])),
  interactions: [...entries('interactions').values()],
  terms: entries('glossary'),
  sheets: entries('sheets'),
  tags: new Map(),
};
