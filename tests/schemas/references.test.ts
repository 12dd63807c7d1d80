/** Every id in the data of an entry is a reference that checks follow, or one of a few that name no entry. */
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { collections, collectionNames } from '#corpus/collections.ts';
import { leavesOf } from '#corpus/fields.ts';
import { referencesIn } from '#corpus/references.ts';
import { vocabulary } from '#document/vocabulary.ts';
import { collectionsNamedBy } from '#schemas/parts.ts';
import { goodEntry } from './entry.ts';

// Old ids of what has an anchor; the entry's own id; topics, which may be no nutrient; the headings of the evidence table.
const noReferences = new Set(['faq.aliases', 'aliases', 'id', 'topics', 'faq.topics', 'topic']);

const schemas = [
  ...collectionNames.map((name) => {
    const { list, schema } = collections[name];
    return [name, list ? schema.element : schema] as const;
  }),
  ...Object.entries(vocabulary).map(([name, { props }]) => [name, props] as const),
];

const isId = (schema: z.ZodType): boolean =>
  schema.safeParse('an-id').success &&
  !['Two Words', 'No_Id'].some((text) => schema.safeParse(text).success);

describe.each(schemas)('%s', (_name, schema) => {
  test('names entries by references', () => {
    const bare = leavesOf(schema)
      .filter(({ schema: leaf }) => isId(leaf) && collectionsNamedBy(leaf) === undefined)
      .map(({ steps }) => steps.filter((step) => typeof step === 'string').join('.'));
    expect(bare.filter((field) => !noReferences.has(field))).toEqual([]);
  });
});

test('references are found with their places, and words that stand for none are not', () => {
  const { schema } = collections.interactions;
  const interaction = goodEntry('interactions', 'minerals.yaml');
  const found = (data: object): string[] =>
    referencesIn(schema.element, data).map(({ id, path }) => `${path.join('.')} ${id}`);
  expect(found(interaction)).toEqual([
    'nutrient iron',
    'with magnesium',
    'sources.0 reference-tables',
  ]);
  expect(found({ ...interaction, with: 'coffee' })).toEqual([
    'nutrient iron',
    'sources.0 reference-tables',
  ]);
  const product = goodEntry('products', 'iron-capsule.yaml');
  expect(referencesIn(collections.products.schema, product).map(({ id }) => id)).toEqual([
    'iron',
    'iron',
    'iron-test',
    'shop',
    'maker',
  ]);
});
