/** A library of the data of one day for tests of views, without Astro. It has no articles. */
import type { CollectionName, EntryData } from '#corpus/collections.ts';
import { articlesOf, contradictionsOf, type Library } from '#library/records.ts';
import { siteSchema } from '#schemas/site.ts';
import { knowledge } from './knowledge.ts';

function entries<Name extends CollectionName>(
  name: Name,
): Map<string, { id: string; data: EntryData<Name>; key: string }> {
  return new Map(
    [...knowledge.entries[name].values()].map(({ id, data }) => [
      id,
      { id, data: data as EntryData<Name>, key: '' },
    ]),
  );
}

export const library: Library = {
  today: '2026-11-24',
  site: siteSchema.parse({}),
  ...articlesOf([]),
  pages: entries('pages'),
  nutrients: entries('nutrients'),
  products: entries('products'),
  merchants: entries('merchants'),
  people: entries('people'),
  claims: entries('claims'),
  contradictions: contradictionsOf(entries('claims').values()),
  sources: entries('sources'),
  foods: new Map([...entries('foods').values()].map(({ data }) => [data.nutrient, data.foods])),
  interactions: [...entries('interactions').values()],
  presets: [...entries('presets').values()].sort((a, b) => a.data.order - b.data.order),
  themes: new Map([...entries('themes')].sort(([, a], [, b]) => a.data.order - b.data.order)),
  terms: entries('glossary'),
  sheets: entries('sheets'),
  tags: new Map(),
};
