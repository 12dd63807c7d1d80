/** What doses count for, form by form. The traps are those of the facts' README. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { countDose } from '#domain/count.ts';
import { doseForms, labelForm } from '#domain/forms.ts';
import type { Unit } from '#schemas/fields.ts';
import { nutrient, nutrientIds as ids } from '../knowledge.ts';

const count = (id: string, amount: number, unit: Unit, formId: string) => {
  const form = doseForms(nutrient(id)).find((item) => item.id === formId);
  if (form === undefined) throw new Error(`${id} has no form ${formId}`);
  return countDose({ min: amount, max: amount, unit, form }, nutrient(id));
};

describe('countDose', () => {
  // id, amount, unit, form, towards the intake, towards the limit (each lowest and highest)
  test.each([
    [
      '680 mcg DFE are 400 mcg of folic acid (trap 3)',
      'vitamin-b9',
      680,
      'mcg',
      'dfe',
      680,
      680,
      400,
      400,
    ],
    [
      '400 mcg of folic acid are 680 mcg DFE (trap 3)',
      'vitamin-b9',
      400,
      'mcg',
      'folic-acid',
      680,
      680,
      400,
      400,
    ],
    [
      '4,000 IU of vitamin D are 100 mcg (trap 2)',
      'vitamin-d',
      4000,
      'IU',
      'label',
      100,
      100,
      100,
      100,
    ],
    ['600 IU of vitamin D are 15 mcg (trap 2)', 'vitamin-d', 600, 'IU', 'label', 15, 15, 15, 15],
    [
      'synthetic vitamin E counts twice its label towards the limit (trap 5)',
      'vitamin-e',
      500,
      'mg',
      'synthetic',
      500,
      500,
      1000,
      1000,
    ],
    [
      'natural vitamin E counts once (trap 5)',
      'vitamin-e',
      500,
      'mg',
      'natural',
      500,
      500,
      500,
      500,
    ],
    [
      'vitamin E of an unknown form: both ends (trap 5)',
      'vitamin-e',
      500,
      'mg',
      'unknown',
      500,
      500,
      500,
      1000,
    ],
    [
      '400 IU of natural vitamin E are 268 mg (nih-dsid-conversions: 0.67)',
      'vitamin-e',
      400,
      'IU',
      'natural',
      268,
      268,
      268,
      268,
    ],
    [
      '400 IU of synthetic vitamin E: 180 mg and 360 mg (0.45 and 0.9)',
      'vitamin-e',
      400,
      'IU',
      'synthetic',
      180,
      180,
      360,
      360,
    ],
    [
      '10,000 IU of retinol are 3,000 mcg (nap-11280-table-notes)',
      'vitamin-a',
      10_000,
      'IU',
      'retinol',
      3000,
      3000,
      3000,
      3000,
    ],
    [
      'beta-carotene counts towards the need only (trap 6)',
      'vitamin-a',
      900,
      'mcg',
      'beta-carotene',
      900,
      900,
      0,
      0,
    ],
    [
      '2 mcg of beta-carotene are 1 mcg RAE (vitamin-a-rae)',
      'vitamin-a',
      1800,
      'mcg',
      'beta-carotene-weight',
      900,
      900,
      0,
      0,
    ],
    [
      'vitamin A of an unknown form may be all retinol or none (trap 6)',
      'vitamin-a',
      3000,
      'mcg',
      'unknown',
      3000,
      3000,
      0,
      3000,
    ],
    [
      'added niacin: NE on a label are mg (trap 4)',
      'vitamin-b3',
      20,
      'mg',
      'label',
      20,
      20,
      20,
      20,
    ],
    ['0.9 mg of copper are 900 mcg (trap 7)', 'copper', 0.9, 'mg', 'label', 900, 900, 900, 900],
    [
      '1,000 mg of magnesium citrate are 162 mg of magnesium (trap 8)',
      'magnesium',
      1000,
      'mg',
      'magnesium-citrate-trimagnesium-dicitrate-anhydrous',
      162,
      162,
      162,
      162,
    ],
    [
      '325 mg of ferrous sulfate hold about 65 mg of iron (trap 12)',
      'iron',
      325,
      'mg',
      'ferrous-sulfate-heptahydrate',
      65.325,
      65.325,
      65.325,
      65.325,
    ],
  ] as const)('%s', (_name, id, amount, unit, form, low, high, limitLow, limitHigh) => {
    const counted = count(id, amount, unit, form);
    expect(counted?.intake.min).toBeCloseTo(low, 9);
    expect(counted?.intake.max).toBeCloseTo(high, 9);
    expect(counted?.limit.min).toBeCloseTo(limitLow, 9);
    expect(counted?.limit.max).toBeCloseTo(limitHigh, 9);
  });

  test('an unknown compound and IU of what is not measured in them count for nothing', () => {
    expect(count('magnesium', 500, 'mg', 'compound')).toBeUndefined();
    expect(count('iron', 500, 'IU', 'label')).toBeUndefined();
    expect(count('vitamin-a', 500, 'IU', 'beta-carotene-weight')).toBeUndefined();
  });
});

describe('labelForm', () => {
  const form = (id: string, text: string | undefined, elemental: 'yes' | 'no' | 'unknown') =>
    labelForm(nutrient(id), { form: text, elemental }).id;

  test.each([
    ['vitamin-e', 'dl-alpha-tocopheryl acetate', 'synthetic'],
    ['vitamin-e', 'all-rac-alpha-tocopherol', 'synthetic'],
    ['vitamin-e', 'd-alpha-tocopheryl succinate', 'natural'],
    ['vitamin-e', undefined, 'unknown'],
    ['vitamin-a', 'retinyl palmitate', 'retinol'],
    ['vitamin-a', 'beta-carotene', 'beta-carotene'],
    ['vitamin-a', 'as retinyl acetate and beta-carotene', 'unknown'],
    ['vitamin-b9', 'folic acid', 'dfe'],
    ['magnesium', 'magnesium oxide', 'label'],
  ])('%s as %s is %s', (id, text, expected) => {
    expect(form(id, text, 'yes')).toBe(expected);
  });

  test('a compound’s weight is never taken for the element’s (trap 8)', () => {
    expect(form('magnesium', 'magnesium oxide', 'no')).toBe('magnesium-oxide');
    expect(form('magnesium', 'magnesium something', 'no')).toBe('compound');
    expect(form('magnesium', undefined, 'no')).toBe('compound');
  });
});

const known = new Set(
  readdirSync('content/sources').flatMap((file) =>
    (parse(readFileSync(`content/sources/${file}`, 'utf8')) as { id: string }[]).map(
      ({ id }) => id,
    ),
  ),
);

test.each(ids)('%s: each form has an id of its own, and each factor a source', (id) => {
  const forms = doseForms(nutrient(id));
  expect(new Set(forms.map((form) => form.id)).size).toBe(forms.length);
  const factors = forms.flatMap((form) => {
    const { intake, limit } = form.weight ?? { intake: { max: 1 }, limit: { max: 1 } };
    return intake.max !== 1 || limit.max !== 1 || form.iu !== undefined ? [form] : [];
  });
  expect(factors.filter(({ sources }) => sources.length === 0)).toEqual([]);
  expect(forms.flatMap(({ sources }) => sources).filter((source) => !known.has(source))).toEqual(
    [],
  );
});
