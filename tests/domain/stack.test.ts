/** Totals of a day: additive, whatever the order, and held against the right person's limits. */
import {
  array,
  assert,
  constant,
  constantFrom,
  double,
  nat,
  property,
  record,
  shuffledSubarray,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doseForms } from '#domain/forms.ts';
import { findNeed, type Reader } from '#domain/intake.ts';
import { assess } from '#domain/dose.ts';
import { clashes, stackTotals, type StackDose } from '#domain/stack.ts';
import { nutrient, nutrientIds as ids } from '../knowledge.ts';

const nutrients = new Map(ids.map((id) => [id, nutrient(id)]));

const formsOf = new Map([...nutrients].map(([id, data]) => [id, doseForms(data)]));

const reader = (more: Partial<Reader> = {}): Reader => ({
  sex: 'female',
  ageYears: 34,
  lifeStage: 'none',
  diet: 'omnivore',
  periods: 'unknown',
  ...more,
});

const arbitraryDose: Arbitrary<StackDose> = record({
  id: constantFrom(...ids),
  amount: double({ min: 0.001, max: 10_000, noNaN: true }),
  unit: constantFrom('g', 'mg', 'mcg', 'IU'),
  times: constantFrom(0.5, 1, 2, 3),
  form: nat(),
}).map(({ id, amount, unit, times, form }) => {
  const forms = formsOf.get(id) ?? [];
  const chosen = forms[form % forms.length];
  if (chosen === undefined) throw new Error('no form');
  return { nutrient: id, min: amount, max: amount, unit, times, form: chosen };
});

const byNutrient = (doses: readonly StackDose[]) =>
  new Map(
    stackTotals(doses, nutrients).map(({ nutrient: id, intake, limit }) => [id, { intake, limit }]),
  );

describe('stackTotals', () => {
  test('the order of doses changes no digit', () => {
    assert(
      property(
        array(arbitraryDose, { maxLength: 12 }).chain((doses) =>
          tuple(
            constant(doses),
            shuffledSubarray(doses, { minLength: doses.length, maxLength: doses.length }),
          ),
        ),
        ([doses, shuffled]) => {
          expect(byNutrient(shuffled)).toEqual(byNutrient(doses));
        },
      ),
    );
  });

  test('two stacks together hold what each holds alone', () => {
    const some = array(arbitraryDose, { maxLength: 8 });
    assert(
      property(some, some, (first, second) => {
        const both = byNutrient([...first, ...second]);
        const alone = [byNutrient(first), byNutrient(second)];
        const off = [...both].flatMap(([id, total]) =>
          (['intake', 'limit'] as const).flatMap((kind) =>
            (['min', 'max'] as const).map((end) => {
              const sum = alone.reduce((all, one) => all + (one.get(id)?.[kind][end] ?? 0), 0);
              return Math.abs(total[kind][end] - sum) / Math.max(1, sum);
            }),
          ),
        );
        expect(Math.max(0, ...off)).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  test('twice a day is twice as much', () => {
    assert(
      property(arbitraryDose, (dose) => {
        const [once] = stackTotals([{ ...dose, times: 1 }], nutrients);
        const [twice] = stackTotals([{ ...dose, times: 2 }], nutrients);
        expect(twice?.intake.max).toBeCloseTo(2 * (once?.intake.max ?? 0), 6);
      }),
    );
  });
});

describe('findNeed', () => {
  const need = (id: string, more: Partial<Reader>) => findNeed(nutrient(id), reader(more));

  // Expected amounts: nasem-2019-elements and iom-dri-vitamins-copy; 1.8 from iom-2001-special.
  test.each([
    ['iron of a vegetarian woman of 34: 18 times 1.8', 'iron', { diet: 'vegetarian' }, 32.4],
    ['iron of a vegan man of 34: 8 times 1.8', 'iron', { sex: 'male', diet: 'vegan' }, 14.4],
    ['iron of a woman of 52 by age', 'iron', { ageYears: 52 }, 8],
    ['iron of a woman of 52 with periods (trap 17)', 'iron', { ageYears: 52, periods: 'yes' }, 18],
    ['iron of a woman of 48 after menopause (trap 17)', 'iron', { ageYears: 48, periods: 'no' }, 8],
    ['calcium follows age, not periods', 'calcium', { ageYears: 48, periods: 'no' }, 1000],
    ['a girl of 16 keeps her own row', 'iron', { ageYears: 16, periods: 'no' }, 15],
    ['zinc in lactation', 'zinc', { lifeStage: 'lactation' }, 12],
    ['zinc of vegetarians is told, not multiplied (trap 19)', 'zinc', { diet: 'vegan' }, 8],
    ['magnesium changes at 31 (trap 17)', 'magnesium', { ageYears: 30 }, 310],
    ['magnesium from 31 on', 'magnesium', { ageYears: 31 }, 320],
    ['vitamin D from 71 on (trap 17)', 'vitamin-d', { ageYears: 71 }, 20],
    ['vitamin B6 from 51 on (trap 17)', 'vitamin-b6', { ageYears: 51 }, 1.5],
  ] as const)('%s', (_name, id, more, expected) => {
    expect(need(id, more)?.amount).toBeCloseTo(expected, 10);
  });

  test('a runner’s loss is told, not multiplied (trap 13)', () => {
    const iron = need('iron', { diet: 'vegetarian' });
    expect(iron?.factor).toBe(1.8);
    expect(iron?.adjustments.map((item) => item.for)).toEqual(['vegetarian', 'runner']);
  });

  test.each(ids)('%s: nothing under 14, and no pregnancy above 50 (trap 18)', (id) => {
    expect(need(id, { ageYears: 13 })).toBeUndefined();
    expect(need(id, { ageYears: 51, lifeStage: 'pregnancy' })).toBeUndefined();
  });
});

describe('assess', () => {
  const total = (amount: number) => ({
    intake: { min: amount, max: amount },
    limit: { min: amount, max: amount },
  });
  const level = (id: string, amount: number, more: Partial<Reader> = {}) =>
    assess(total(amount), nutrient(id), reader(more)).level;

  test.each([
    ['65 mg of iron is over 45 mg (trap 12)', 'iron', 65, {}, 'over'],
    ['45 mg of iron is not', 'iron', 45, {}, 'half'],
    [
      '350 mg of magnesium is not over the limit of supplements (trap 1)',
      'magnesium',
      350,
      {},
      'half',
    ],
    ['351 mg is', 'magnesium', 351, {}, 'over'],
    ['2,200 mg of calcium at 50', 'calcium', 2200, { ageYears: 50 }, 'half'],
    ['the limit of calcium falls at 51 (trap 14)', 'calcium', 2200, { ageYears: 51 }, 'over'],
    ['36 mg of zinc at 18: the limit is 34 mg (trap 14)', 'zinc', 36, { ageYears: 18 }, 'over'],
    ['potassium has no limit (trap 11)', 'potassium', 9000, {}, 'none'],
    ['sodium has none either (trap 10)', 'sodium', 9000, {}, 'none'],
  ] as const)('%s', (_name, id, amount, more, expected) => {
    expect(level(id, amount, more)).toBe(expected);
  });

  test('a range that ends above the limit is perhaps over it', () => {
    const range = { intake: { min: 3000, max: 3000 }, limit: { min: 0, max: 3500 } };
    expect(assess(range, nutrient('vitamin-a'), reader()).level).toBe('perhaps');
  });

  test('room is left for food, not below nothing (trap 15)', () => {
    expect(assess(total(25), nutrient('zinc'), reader()).limit?.left).toBe(15);
    expect(assess(total(60), nutrient('zinc'), reader()).limit?.left).toBe(0);
  });

  test('sums of decimals are over no limit that they only reach', () => {
    expect(level('zinc', 0.1 + 0.2 + 39.7)).toBe('half');
  });

  test('sodium is held against the risk reduction intake instead', () => {
    const above = assess(total(2400), nutrient('sodium'), reader()).riskReduction;
    expect(above).toEqual({ amount: 2300, isAbove: true });
    expect(assess(total(2300), nutrient('sodium'), reader()).riskReduction?.isAbove).toBe(false);
  });
});

test('a pair clashes when both sides are taken; coffee when it is drunk', () => {
  const pairs = [
    { nutrient: 'iron', with: 'zinc' },
    { nutrient: 'iron', with: 'coffee' },
  ];
  expect(clashes(pairs, new Set(['iron', 'zinc']), false)).toEqual([pairs[0]]);
  expect(clashes(pairs, new Set(['iron']), true)).toEqual([pairs[1]]);
  expect(clashes(pairs, new Set(['zinc']), true)).toEqual([]);
});
