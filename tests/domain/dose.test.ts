import { describe, expect, test } from 'vitest';
import { assessDose, limitLevel } from '#domain/dose.ts';
import { adultIntakes, findIntake, findLimit } from '#domain/intake.ts';
import { convert } from '#domain/units.ts';
import type { Person } from '#domain/intake.ts';
import type { ProductNutrient } from '#schemas/product.ts';
import { nutrient } from '../knowledge.ts';

const row = (
  name: string,
  amount: number,
  unit: 'mg' | 'mcg' | 'IU' | 'g',
  more: Partial<ProductNutrient> = {},
): ProductNutrient => ({
  nutrient: name,
  amount,
  unit,
  elemental: 'yes',
  ...more,
});

describe('convert', () => {
  test.each([
    ['1 g is 1,000 mg', 1, 'g', 'mg', 1000],
    ['0.9 mg is 900 mcg (copper, facts README trap 7)', 0.9, 'mg', 'mcg', 900],
  ] as const)('%s', (_name, amount, from, to, expected) => {
    expect(convert(amount, from, to)).toBeCloseTo(expected, 10);
  });
});

describe('reference values', () => {
  const person = (
    sex: 'female' | 'male',
    ageYears: number,
    lifeStage: Person['lifeStage'] = 'none',
  ): Person => ({
    sex,
    ageYears,
    lifeStage,
  });

  // Expected numbers: nasem-2019-elements (intakes), nasem-2019-ul-elements-copy (limits).
  test.each([
    ['iron', person('female', 34), 18, 45],
    ['iron', person('male', 34), 8, 45],
    ['iron', person('female', 51), 8, 45],
    ['iron', person('female', 30, 'pregnancy'), 27, 45],
    ['magnesium', person('female', 30), 310, 350],
    ['magnesium', person('female', 31), 320, 350],
    ['magnesium', person('male', 31), 420, 350],
    ['zinc', person('female', 30, 'lactation'), 12, 40],
    ['calcium', person('female', 51), 1200, 2000],
    ['calcium', person('male', 51), 1000, 2000],
    ['calcium', person('male', 16), 1300, 3000],
    ['vitamin-d', person('male', 71), 20, 100],
  ] as const)('%s for %o', (id, who, intake, limit) => {
    expect(findIntake(nutrient(id), who)?.amount).toBe(intake);
    expect(findLimit(nutrient(id), who)?.amount).toBe(limit);
  });

  test('nothing is set under 14 or for pregnancy above 50', () => {
    expect(findIntake(nutrient('iron'), person('male', 13))).toBeUndefined();
    expect(findIntake(nutrient('iron'), person('female', 51, 'pregnancy'))).toBeUndefined();
    expect(findLimit(nutrient('iron'), person('male', 13))).toBeUndefined();
  });

  test('adults of a label: from 19 where the amount is the same, else from 31', () => {
    expect(adultIntakes(nutrient('iron'))).toEqual([
      { sex: 'female', ageFrom: 19, ageTo: 50, amount: 18, basis: 'RDA' },
      { sex: 'male', ageFrom: 19, ageTo: 50, amount: 8, basis: 'RDA' },
    ]);
    expect(adultIntakes(nutrient('magnesium'))).toMatchObject([{ ageFrom: 31 }, { ageFrom: 31 }]);
    expect(adultIntakes(nutrient('sodium'))).toEqual([
      { sex: undefined, ageFrom: 19, ageTo: 50, amount: 1500, basis: 'AI' },
    ]);
  });
});

describe('assessDose', () => {
  test('25 mg of iron: 139% and 313% of the need, 56% of the limit (25/18, 25/8, 25/45)', () => {
    const { shares, limit } = assessDose(row('iron', 25, 'mg'), nutrient('iron'), 'iron');
    expect(shares.map(({ share }) => Math.round(share * 100))).toEqual([139, 313]);
    expect(limit).toMatchObject({ amount: 45, scope: 'total', level: 'half' });
    expect(Math.round((limit?.share ?? 0) * 100)).toBe(56);
  });

  test('200 mg of magnesium: 57% of the limit that counts supplements only (200/350)', () => {
    const { limit } = assessDose(row('magnesium', 200, 'mg'), nutrient('magnesium'), 'magnesium');
    expect(limit).toMatchObject({ scope: 'supplements', level: 'half' });
    expect(limit?.share).toBeCloseTo(200 / 350, 10);
  });

  test('2,000 IU of vitamin D is half of the limit (50 of 100 mcg)', () => {
    const { limit } = assessDose(row('vitamin-d', 2000, 'IU'), nutrient('vitamin-d'), 'vitamin-d');
    expect(limit).toMatchObject({ share: 0.5, level: 'half' });
  });

  test('65 mg of iron, an ordinary ferrous sulfate tablet, is over the limit (facts README trap 12)', () => {
    expect(assessDose(row('iron', 65, 'mg'), nutrient('iron'), 'iron').limit?.level).toBe('over');
  });

  test('potassium has no limit: nothing is computed and nothing is called safe', () => {
    expect(
      assessDose(
        row('potassium', 700, 'mg', { amountMax: 720 }),
        nutrient('potassium'),
        'potassium',
      ),
    ).toMatchObject({
      dose: { min: 700, max: 720 },
      limit: undefined,
    });
  });

  test('an amount per liter is no serving and has no shares', () => {
    const dose = assessDose(row('sodium', 1500, 'mg', { per: 'L' }), nutrient('sodium'), 'sodium');
    expect(dose.shares).toEqual([]);
  });

  test('a range is judged by its upper end', () => {
    const { limit } = assessDose(
      row('chloride', 860, 'mg', { amountMax: 1800 }),
      nutrient('chloride'),
      'chloride',
    );
    expect(limit?.share).toBeCloseTo(1800 / 3600, 10);
  });
});

test.each([
  [0.49, 'under'],
  [0.5, 'half'],
  [1, 'half'],
  [1.01, 'over'],
] as const)('a share of %d is %s', (share, level) => {
  expect(limitLevel(share)).toBe(level);
});
