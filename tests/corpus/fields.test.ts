import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { collectionNames, collections } from '#corpus/collections.ts';
import { leavesOf, markedTexts } from '#corpus/fields.ts';
import { vocabulary } from '#document/vocabulary.ts';
import { textKindOf } from '#schemas/parts.ts';

const schemas: [string, z.ZodType][] = [
  ...collectionNames.map((name): [string, z.ZodType] => {
    const { list, schema } = collections[name];
    return [name, list ? schema.element : schema];
  }),
  ...Object.entries(vocabulary).map(([name, { props }]): [string, z.ZodType] => [name, props]),
];

// A field that takes a sentence is a text; what refuses one is an id, a day, an address, a code.
function isText(schema: z.ZodType): boolean {
  const sentence = 'Iron cures anemia, as this sentence of sixty letters says';
  return [`${sentence}.`, `${sentence}?`].some((text) => schema.safeParse(text).success);
}

describe.each(schemas)('%s', (_name, schema) => {
  test('says of every text whose words it is', () => {
    const unknown = leavesOf(schema)
      .filter(({ schema: leaf }) => isText(leaf) && textKindOf(leaf) === undefined)
      .map(({ steps }) => steps.map(String).join('.'));
    expect(unknown).toEqual([]);
  });
});

test('a text without a kind would be noticed', () => {
  const texts = leavesOf(collections.products.schema);
  expect(texts.filter(({ schema }) => isText(schema)).length).toBeGreaterThan(10);
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
    markedTexts(collections.products.schema, product, textKindOf).map(({ value, mark, path }) => [
      path.join('.'),
      mark,
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
