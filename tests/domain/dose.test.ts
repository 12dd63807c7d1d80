import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, assessDose } from '#domain/dose.ts';
import { labelForm } from '#domain/forms.ts';
import { stackTotals } from '#domain/stack.ts';
import { adultIntakes, findIntake, findLimit } from '#domain/intake.ts';
import { convert } from '#domain/units.ts';
import type { Person } from '#domain/intake.ts';
import type { ProductNutrient } from '#schemas/product.ts';
import { nutrient, nutrientIds as ids } from '../knowledge.ts';

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
  const of = (id: string, ...rows: ProductNutrient[]) => assessDose(rows, nutrient(id));

  test('25 mg of iron: 139% and 313% of the need, 56% of the limit (25/18, 25/8, 25/45)', () => {
    const { shares, limit, level } = of('iron', row('iron', 25, 'mg'));
    expect(shares.map(({ share }) => Math.round(share.max * 100))).toEqual([139, 313]);
    expect(limit).toMatchObject({ amount: 45 });
    expect(level).toBe('half');
    expect(Math.round((limit?.share.max ?? 0) * 100)).toBe(56);
  });

  test('200 mg of magnesium: 57% of the limit that counts supplements only (200/350)', () => {
    const { limit, level } = of('magnesium', row('magnesium', 200, 'mg'));
    expect(level).toBe('half');
    expect(limit?.share.max).toBeCloseTo(200 / 350, 10);
  });

  test('2,000 IU of vitamin D is half of the limit (50 of 100 mcg)', () => {
    const { limit, level } = of('vitamin-d', row('vitamin-d', 2000, 'IU'));
    expect(limit?.share).toEqual({ min: 0.5, max: 0.5 });
    expect(level).toBe('half');
  });

  test('65 mg of iron, an ordinary ferrous sulfate tablet, is over the limit (facts README trap 12)', () => {
    expect(of('iron', row('iron', 65, 'mg')).level).toBe('over');
  });

  test('two forms of one nutrient are swallowed together', () => {
    const two = of('zinc', row('zinc', 25, 'mg'), row('zinc', 20, 'mg', { form: 'zinc oxide' }));
    expect(two).toMatchObject({ dose: { min: 45, max: 45 }, level: 'over' });
  });

  test('potassium has no limit: nothing is computed and nothing is called safe', () => {
    expect(of('potassium', row('potassium', 700, 'mg', { amountMax: 720 }))).toMatchObject({
      dose: { min: 700, max: 720 },
      limit: undefined,
      level: 'none',
    });
  });

  test('sodium is held against the risk reduction intake (2,300 mg, facts README trap 10)', () => {
    const { riskReduction, level } = of('sodium', row('sodium', 2400, 'mg'));
    expect(riskReduction).toEqual({ amount: 2300, isAbove: true });
    expect(level).toBe('none');
  });

  test.each([
    [860, 1800, 'half'],
    [3000, 3600, 'half'],
    [3000, 3700, 'perhaps'],
    [3700, 3800, 'over'],
  ])('%d to %d mg of chloride against 3,600 mg is %s', (amount, amountMax, level) => {
    const { limit, ...dose } = of('chloride', row('chloride', amount, 'mg', { amountMax }));
    expect(dose.level).toBe(level);
    expect(limit?.share.min).toBeCloseTo(amount / 3600, 10);
    expect(limit?.share.max).toBeCloseTo(amountMax / 3600, 10);
  });

  test('a compound of unknown content is unknown, and beside a known dose perhaps too much', () => {
    const compound = row('zinc', 50, 'mg', { elemental: 'no' });
    expect(of('zinc', compound)).toMatchObject({ dose: undefined, shares: [], level: 'unknown' });
    expect(of('zinc', compound, row('zinc', 5, 'mg')).level).toBe('perhaps');
    expect(of('zinc', compound, row('zinc', 41, 'mg')).level).toBe('over');
  });
});

const reader = {
  sex: 'female',
  ageYears: 31,
  lifeStage: 'none',
  diet: 'omnivore',
  periods: 'unknown',
} as const;

const anyRow = fc
  .record({
    id: fc.constantFrom(...ids),
    amount: fc.double({ min: 0.001, max: 100_000, noNaN: true }),
    spread: fc.double({ min: 0, max: 1000, noNaN: true }),
    unit: fc.constantFrom('g' as const, 'mg' as const, 'mcg' as const, 'IU' as const),
    elemental: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    form: fc.constantFrom(undefined, 'oxide', 'retinyl palmitate', 'dl-alpha-tocopherol'),
  })
  .map(({ id, amount, spread, unit, elemental, form }) => ({
    nutrient: id,
    amount,
    ...(spread < 1 ? {} : { amountMax: amount + spread }),
    unit,
    elemental,
    ...(form === undefined ? {} : { form }),
  }));

describe('a card, a rule and a tool', () => {
  test('judge every dose alike: ranges, unknown forms and all', () => {
    fc.assert(
      fc.property(anyRow, (one) => {
        const id = one.nutrient;
        const data = nutrient(id);
        const card = assessDose([one], data);
        const [total] = stackTotals(
          [
            {
              nutrient: id,
              min: one.amount,
              max: one.amountMax ?? one.amount,
              unit: one.unit,
              form: labelForm(data, one),
              times: 1,
            },
          ],
          new Map([[id, data]]),
        );
        const counted = total?.doses[0]?.counted;
        const tool = assess(counted === undefined ? undefined : total, data, reader);
        expect(card.level).toBe(tool.level);
        expect(card.limit).toEqual(tool.limit);
        expect(card.riskReduction).toEqual(tool.riskReduction);
        const share = card.shares.find(({ intake }) => intake.sex !== 'male')?.share;
        expect(share).toEqual(tool.needShare);
      }),
    );
  });
});

describe('a range', () => {
  const anyRange = fc
    .tuple(
      fc.double({ min: 0, max: 100_000, noNaN: true }),
      fc.double({ min: 0, max: 100_000, noNaN: true }),
    )
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
  const levelOf = (range: { min: number; max: number }, id: string, isPartial = false) =>
    assess({ intake: range, limit: range }, nutrient(id), reader, isPartial).level;
  const exactly = (value: number) => ({ min: value, max: value });

  test('is over where its low end is, perhaps where only its high end is, else what the high end is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), anyRange, (id, range) => {
        const low = levelOf(exactly(range.min), id);
        const high = levelOf(exactly(range.max), id);
        const expected = low === 'over' ? 'over' : high === 'over' ? 'perhaps' : high;
        expect(levelOf(range, id)).toBe(expected);
      }),
    );
  });

  test('is never judged milder for something more, nor for what could not be counted', () => {
    const order = ['none', 'under', 'half', 'perhaps', 'over'];
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        anyRange,
        fc.double({ min: 0, max: 10_000, noNaN: true }),
        (id, { min, max }, more) => {
          const rank = order.indexOf(levelOf({ min, max }, id));
          const above = levelOf({ min: min + more, max: max + more }, id);
          expect(order.indexOf(above)).toBeGreaterThanOrEqual(rank);
          expect(order.indexOf(levelOf({ min, max }, id, true))).toBeGreaterThanOrEqual(rank);
        },
      ),
    );
  });
});
