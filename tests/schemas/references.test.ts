/** Every id in the data of an entry is a reference that checks follow, or one of a few that name no entry. */
import { describe, expect, test } from 'vitest';
import { collections, collectionNames } from '#corpus/collections.ts';
import { referencesIn } from '#corpus/references.ts';
import { vocabulary } from '#document/vocabulary.ts';
import { fieldOf, leavesOf } from '#schemas/fields.ts';
import { goodEntry } from './entry.ts';

// Old ids of what has an anchor; the entry's own id; the headings of the evidence table; what is of one file alone.
const noReferences = new Set([
  'faq.aliases',
  'aliases',
  'fragmentAliases.old',
  'fragmentAliases.now',
  'id',
  'topic',
  'doseForms.id',
  'labelForms.form',
  // Names of a claim's values, which the rule on figures follows.
  'values.name',
  'rows.from.value',
  'marks.from.value',
]);

const schemas = [
  ...collectionNames.map((name) => [name, collections[name].schema] as const),
  ...Object.entries(vocabulary).map(([name, { props }]) => [name, props] as const),
];

describe.each(schemas)('%s', (_name, schema) => {
  test('names entries by references, of collections that there are', () => {
    const leaves = leavesOf(schema).map(({ steps, schema: leaf }) => ({
      name: steps.filter((step) => typeof step === 'string').join('.'),
      field: fieldOf(leaf),
    }));
    const bare = leaves.filter(
      ({ name, field }) => field?.kind === 'id' && !noReferences.has(name),
    );
    expect(bare).toEqual([]);
    const named = leaves.flatMap(({ field }) => (field?.kind === 'ref' ? field.collections : []));
    expect(named.filter((name) => !Object.hasOwn(collections, name))).toEqual([]);
  });
});

test('references are found with their places, and words that stand for none are not', () => {
  const { schema } = collections.interactions;
  const interaction = goodEntry('interactions', 'minerals.yaml');
  const found = (data: object): string[] =>
    referencesIn(schema, data).map(({ id, path }) => `${path.join('.')} ${id}`);
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
