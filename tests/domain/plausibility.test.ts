/** What real labels and tables hold is not told as a mistake; what differs from it by a unit is. */
import { describe, expect, test } from 'vitest';
import { implausibleDoses } from '#domain/plausibility.ts';
import type { ProductNutrient } from '#schemas/product.ts';
import { knowledge } from '../knowledge.ts';

const nutrientOf = (id: string) => knowledge.entries.nutrients.get(id)?.data;

const judge = (nutrient: string, amount: number, unit: ProductNutrient['unit'], per?: 'L') => {
  const row = { nutrient, amount, unit, elemental: 'yes', ...(per && { per }) } as const;
  const [found] = implausibleDoses({ nutrients: [row] }, nutrientOf);
  return found === undefined ? 'fine' : found.isRare === true ? 'rare' : 'no';
};

describe('doses', () => {
  test.each([
    // Strengths that are sold.
    ['vitamin-b12', 1000, 'mcg', 'fine'],
    ['vitamin-b12', 5000, 'mcg', 'rare'],
    ['vitamin-d', 50_000, 'IU', 'fine'],
    ['biotin', 10_000, 'mcg', 'fine'],
    ['vitamin-b3', 500, 'mg', 'fine'],
    ['vitamin-c', 1, 'g', 'fine'],
    ['calcium', 9, 'mg', 'fine'],
    ['potassium', 3, 'mg', 'rare'],
    ['copper', 2, 'mg', 'fine'],
    ['selenium', 200, 'mcg', 'fine'],
    ['iron', 65, 'mg', 'fine'],
    // The same with another unit.
    ['vitamin-b12', 1000, 'mg', 'no'],
    ['vitamin-d', 50, 'mg', 'no'],
    ['biotin', 300, 'mg', 'no'],
    ['vitamin-b9', 400, 'mg', 'no'],
    ['iodine', 150, 'mg', 'no'],
    ['chromium', 200, 'mg', 'no'],
    ['vitamin-c', 1000, 'g', 'no'],
    ['zinc', 15, 'mcg', 'no'],
    ['magnesium', 375, 'mcg', 'no'],
    ['iron', 14, 'mcg', 'no'],
    ['zinc', 15, 'g', 'no'],
    ['zinc', 15, 'IU', 'no'],
    ['vitamin-c', 60, 'IU', 'no'],
    ['magnesium', 100, 'IU', 'no'],
  ] as const)('%s %d %s: %s', (nutrient, amount, unit, verdict) => {
    expect(judge(nutrient, amount, unit)).toBe(verdict);
  });

  test.each([
    ['sodium', 1500, 'mg', 'fine'],
    ['iron', 1, 'g', 'no'],
    ['sodium', 400, 'g', 'no'],
  ] as const)('%s %d %s a liter: %s', (nutrient, amount, unit, verdict) => {
    expect(judge(nutrient, amount, unit, 'L')).toBe(verdict);
  });
});
