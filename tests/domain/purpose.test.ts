import { describe, expect, test } from 'vitest';
import { purposeOf, strengthOf } from '#domain/purpose.ts';
import type { ProductNutrient } from '#schemas/product.ts';
import { knowledge } from '../knowledge.ts';

const row = (nutrient: string, amount: number, more: Partial<ProductNutrient> = {}) =>
  ({ nutrient, amount, unit: 'mg', elemental: 'yes', ...more }) satisfies ProductNutrient;

const purposes = [...knowledge.entries.purposes.values()].toSorted(
  (a, b) => a.data.order - b.data.order,
);

describe('what a product is compared for', () => {
  test.each([
    ['what its file says', { purpose: 'vitamin-d', nutrients: [row('iron', 25)] }, 'vitamin-d'],
    [
      'what it holds where that purpose cannot be read',
      { purpose: 'x', nutrients: [row('iron', 25)] },
      'iron',
    ],
    ['iron', { nutrients: [row('iron', 25)] }, 'iron'],
    [
      'sodium before all others',
      { nutrients: [row('zinc', 11), row('sodium', 530)] },
      'race-drink',
    ],
    ['any vitamin B', { nutrients: [row('vitamin-b6', 2)] }, 'b-vitamins'],
    ['zinc', { nutrients: [row('zinc', 15)] }, 'magnesium-and-zinc'],
    ['nothing that decides', { nutrients: [row('calcium', 500)] }, 'other'],
    ['no amount', { nutrients: [] }, 'other'],
  ] as const)('%s', (_name, { nutrients, ...product }, expected) => {
    expect(purposeOf({ ...product, nutrients: [...nutrients] }, purposes)).toBe(expected);
  });

  test('nothing, where no purpose is written down', () => {
    expect(purposeOf({ nutrients: [row('iron', 25)] }, [])).toBe('other');
  });
});

describe('sodium in a liter', () => {
  const serving = { amount: 1, unit: 'tablet', volumeMl: 500 } as const;

  test('is what the label gives for a liter, whatever a serving comes to', () => {
    const nutrients = [row('sodium', 500), row('sodium', 1000, { per: 'L' })];
    expect(
      strengthOf({ nutrients, serving: { ...serving, volumeMl: 400 } }, 'sodium', 'mg'),
    ).toEqual({
      perLiter: 1000,
      perServing: 500,
      isComputed: false,
    });
  });

  test('is computed from the drink that a serving makes, in whatever unit', () => {
    const nutrients = [row('sodium', 0.3, { unit: 'g' })];
    expect(strengthOf({ nutrients, serving }, 'sodium', 'mg')).toEqual({
      perLiter: 600,
      perServing: 300,
      isComputed: true,
    });
  });

  test('is not known where the water is not, or the amount', () => {
    const dry = { amount: 1, unit: 'tablet' } as const;
    expect(
      strengthOf({ nutrients: [row('sodium', 300)], serving: dry }, 'sodium', 'mg').perLiter,
    ).toBeUndefined();
    expect(strengthOf({ nutrients: [], serving }, 'sodium', 'mg').perLiter).toBeUndefined();
  });
});
