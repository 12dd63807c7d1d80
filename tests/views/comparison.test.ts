/** Products by purpose: who stands where, and in which order. Products are made up. */
import { describe, expect, test } from 'vitest';
import { byId } from '#library/join.ts';
import { figureSchema } from '#schemas/figure.ts';
import { productSchema } from '#schemas/product.ts';
import { purposeSchema } from '#schemas/purpose.ts';
import { comparisonView } from '#views/comparison.ts';
import { library } from '../library.ts';

const product = (name: string, nutrients: object[], more: object = {}) => ({
  id: name,
  data: productSchema.parse({
    name,
    category: 'sample',
    nutrients,
    certifications: [],
    fits: 'x',
    drawbacks: ['x'],
    skipIf: 'x',
    unverified: ['x'],
    status: 'refused',
    reason: 'x',
    ...more,
  }),
});
const purpose = (id: string, data: object) => ({
  id,
  data: purposeSchema.parse({ order: 1, ...data }),
});
const of = (nutrient: string, amount: number, more: object = {}) => ({
  nutrient,
  amount,
  unit: 'mg',
  elemental: 'yes',
  ...more,
});
const tablet = (volumeMl?: number) => ({ serving: { amount: 1, unit: 'tablet', volumeMl } });
const group = (id: string, ...products: ReturnType<typeof product>[]) =>
  comparisonView(products, library).groups.find((found) => found.id === id);

describe('race drinks', () => {
  const drinks = group(
    'race-drink',
    product('unknown', [], { purpose: 'race-drink' }),
    product('weak in much water', [of('sodium', 800)], tablet(1000)),
    product('dry and salty', [of('sodium', 900)], tablet()),
    product('dry', [of('sodium', 200)], tablet()),
    product('capsule', [of('sodium', 100)], { serving: { amount: 1, unit: 'capsule' } }),
    product('by the liter', [of('sodium', 1500, { per: 'L' })]),
    product('strong in little water', [of('sodium', 500), of('zinc', 5)], tablet(475)),
  );

  test('stand by their sodium in a liter, then by that in a serving, what is unknown last', () => {
    expect(drinks?.rows.map(({ title }) => title)).toEqual([
      'by the liter',
      'strong in little water',
      'weak in much water',
      'dry and salty',
      'dry',
      'capsule',
      'unknown',
    ]);
  });

  test('say which amount is computed and which is missing', () => {
    const texts = drinks?.rows.map(({ values }) => values.map(({ text }) => text));
    expect(texts).toEqual([
      ['1,500\u00A0mg', 'not known'],
      ['about 1,050\u00A0mg', '500\u00A0mg'],
      ['about 800\u00A0mg', '800\u00A0mg'],
      ['water not known', '900\u00A0mg'],
      ['water not known', '200\u00A0mg'],
      ['no drink', '100\u00A0mg'],
      ['not known', 'not known'],
    ]);
  });
});

describe('supplements', () => {
  // Limits: 350 mg of magnesium from supplements, 40 mg of zinc (nasem-2019-ul-elements-copy).
  const pills = group(
    'magnesium-and-zinc',
    product('much zinc', [of('zinc', 30)]),
    product('both', [of('zinc', 10), of('magnesium', 70)]),
    product('much magnesium', [of('magnesium', 350)]),
    product('nothing known', [], { purpose: 'magnesium-and-zinc' }),
    product('little zinc', [of('zinc', 10)]),
  );

  test('stand by nutrient, the smallest share of a limit first, what is unknown last', () => {
    expect(pills?.rows.map(({ title }) => title)).toEqual([
      'both',
      'much magnesium',
      'little zinc',
      'much zinc',
      'nothing known',
    ]);
  });

  test('name their doses, and the shares of each where there are two', () => {
    const [both, one] = pills?.rows ?? [];
    expect(both?.values.map(({ text }) => text)[0]).toBe('magnesium 70\u00A0mg; zinc 10\u00A0mg');
    expect(both?.values.map(({ text }) => text)[3]).toBe('magnesium 20%; zinc 25%');
    expect(one?.values[3]).toEqual({ text: '100%', level: 'half' });
  });
});

test('each product stands once, and a purpose that none has is left out', () => {
  const { groups } = comparisonView(
    [product('a', [of('iron', 5), of('zinc', 5), of('sodium', 5)]), product('b', [of('iron', 5)])],
    library,
  );
  expect(groups.map(({ id, rows }) => [id, rows.map(({ title }) => title)])).toEqual([
    ['race-drink', ['a']],
    ['iron', ['b']],
  ]);
});

test('a purpose is what content says: its name, its order, what decides', () => {
  const purposes = byId([
    purpose('cramps', { name: 'Magnesium', nutrients: ['magnesium'], decides: 'limit' }),
    purpose('bone', { name: 'Calcium drinks', nutrients: ['calcium'], decides: 'concentration' }),
  ]);
  const products = [
    product('zinc', [of('zinc', 10)]),
    product('milk', [of('calcium', 600)], tablet(500)),
    product('pill', [of('magnesium', 100)]),
  ];
  const { groups } = comparisonView(products, { ...library, purposes });
  expect(groups.map(({ id, name, columns }) => [id, name, columns[0]])).toEqual([
    ['cramps', 'Magnesium', 'Dose'],
    ['bone', 'Calcium drinks', 'Calcium in a liter'],
    ['other', 'Other products', 'Dose'],
  ]);
  expect(groups[1]?.rows[0]?.values[0]?.text).toBe('about 1,200\u00A0mg');
});

test('amounts by the liter are in the unit of the nutrient, and what a label gives in IU is kept', () => {
  const purposes = byId([
    purpose('b', { name: 'B12', nutrients: ['vitamin-b12'], decides: 'concentration' }),
    purpose('d', { name: 'D', nutrients: ['vitamin-d'], decides: 'concentration', order: 2 }),
  ]);
  const products = [
    product('b12', [of('vitamin-b12', 2.4, { unit: 'mcg' })], tablet(500)),
    product('d', [of('vitamin-d', 600, { unit: 'IU' })], tablet(500)),
  ];
  const texts = comparisonView(products, { ...library, purposes }).groups.map(({ rows }) =>
    rows[0]?.values.map(({ text }) => text),
  );
  expect(texts).toEqual([
    ['about 4.8\u00A0mcg', '2.4\u00A0mcg'],
    ['not computed', '600\u00A0IU'],
  ]);
});

test('a product that holds nothing of what decides where it stands shows what it holds, behind the others', () => {
  const rows = group(
    'vitamin-d',
    product('iron pill', [of('iron', 25)], { purpose: 'vitamin-d' }),
    product('drops', [of('vitamin-d', 0.015)]),
  )?.rows;
  expect(rows?.map(({ title }) => title)).toEqual(['drops', 'iron pill']);
  expect(rows?.[1]?.values[0]?.text).toBe('iron 25\u00A0mg');
});

test('a figure of products stands where they do, and another does not', () => {
  const drink = product('drink', [of('sodium', 800)], tablet(1000));
  const capsule = product('capsule', [of('iron', 20)]);
  const figure = (id: string, from: object) => ({
    id,
    data: figureSchema.parse({
      title: 'A sample of a figure',
      subtitle: 'A sample.',
      kind: 'bars',
      unit: 'mg/L',
      rows: [{ label: 'A row', from }],
      topics: ['sodium'],
      published: '2026-01-10',
    }),
  });
  const own = {
    ...library,
    products: byId([drink, capsule]),
    figures: byId([
      figure('drinks', { product: 'drink', nutrient: 'sodium' }),
      figure('needs', { nutrient: 'iron', group: 'women' }),
    ]),
  };
  const shown = comparisonView([drink, capsule], own).groups.map(({ id, figures }) => [
    id,
    figures.map((view) => view.id),
  ]);
  expect(shown).toEqual([
    ['race-drink', ['drinks']],
    ['iron', []],
  ]);
});
