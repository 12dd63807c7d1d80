import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collectionNames, collections } from '#corpus/collections.ts';
import { valuesOf } from '#corpus/fields.ts';
import { vocabulary } from '#document/vocabulary.ts';
import { day, each, fieldOf, leavesOf, prose, quantity, ref } from '#schemas/fields.ts';

const schemas: [string, z.ZodType][] = [
  ...collectionNames.map((name): [string, z.ZodType] => [name, collections[name].schema]),
  ...Object.entries(vocabulary).map(([name, { props }]): [string, z.ZodType] => [name, props]),
];

// A field that takes a sentence is a text; what refuses one is an id, a day, an address, a code.
function isText(schema: z.ZodType): boolean {
  const sentence = 'Iron cures anemia, as this sentence of sixty letters says';
  return [`${sentence}.`, `${sentence}?`].some((text) => schema.safeParse(text).success);
}

describe.each(schemas)('%s', (_name, schema) => {
  const leaves = leavesOf(schema).map(({ steps, schema: leaf }) => ({
    at: steps.map(String).join('.'),
    isText: isText(leaf),
    kind: fieldOf(leaf)?.kind,
  }));

  test('says of every field what it is', () => {
    expect(leaves.length).toBeGreaterThan(0);
    expect(leaves.filter(({ kind }) => kind === undefined)).toEqual([]);
  });

  test('calls a text what takes a sentence, and nothing else', () => {
    expect(leaves.filter((leaf) => leaf.isText && leaf.kind !== 'text')).toEqual([]);
    expect(leaves.filter((leaf) => leaf.kind === 'text' && !takesText(leaf))).toEqual([]);
  });
});

// What is short or of a form of its own takes no sentence: a name is a text all the same.
function takesText({ isText: takes, at }: { isText: boolean; at: string }): boolean {
  return takes || /(?:^|\.)(?:question|text|title|label|credentials|ndbNumber)$/.test(at);
}

test('a field without a kind would be noticed', () => {
  expect(fieldOf(z.string().optional())).toBeUndefined();
});

test.each<[what: string, schema: z.ZodType, field: object]>([
  ['what may be absent', day().optional().describe('A day.'), { kind: 'day', isPlanned: false }],
  ['what has a default', ref('claims').default('x'), { kind: 'ref', collections: ['claims'] }],
  ['what may be empty', quantity().max(2).nullable(), { kind: 'quantity' }],
  [
    'items of lists of lists',
    z.array(z.array(prose().max(9)).min(1)),
    { kind: 'text', whose: 'ours' },
  ],
  ['what is made ready first', z.preprocess(String, prose()), { kind: 'text', whose: 'ours' }],
  ['one of a few words', z.enum(['a', 'b']).optional(), { kind: 'choice' }],
])('%s is what is in it', (_what, schema, field) => expect(fieldOf(schema)).toEqual(field));

test('words that stand for a field are no field', () => {
  const [leaf, ...others] = leavesOf(z.object({ with: z.array(z.union([z.literal('x'), day()])) }));
  expect(others).toEqual([]);
  expect(leaf).toMatchObject({ steps: ['with', each], words: ['x'] });
});

test('texts come with their way and whose words they are', () => {
  const product = {
    status: 'refused',
    name: 'Iron capsule',
    nutrients: [{ nutrient: 'iron', amount: 1, unit: 'mg', form: 'sulfate', elemental: 'yes' }],
    fits: 'Nobody.',
    drawbacks: ['One.', 'Two.'],
  };
  expect(
    valuesOf(collections.products.schema, product, 'text').map(({ value, field, path }) => [
      path.join('.'),
      field.whose,
      value,
    ]),
  ).toEqual([
    ['name', 'maker', 'Iron capsule'],
    ['nutrients.0.form', 'maker', 'sulfate'],
    ['fits', 'ours', 'Nobody.'],
    ['drawbacks.0', 'ours', 'One.'],
    ['drawbacks.1', 'ours', 'Two.'],
  ]);
});
