/** What holds for every nutrient, person and amount, tried with many of each. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countDose } from '#domain/count.ts';
import { toCsv } from '#domain/csv.ts';
import { doseForms } from '#domain/forms.ts';
import { findIntake, findLimit, sharesOfIntake } from '#domain/intake.ts';
import { convert } from '#domain/units.ts';
import { nutrient, nutrientIds as ids } from '../knowledge.ts';

const nutrients = new Map(ids.map((id) => [id, nutrient(id)]));
const anyNutrient = fc.constantFrom(...nutrients.values());
const anyAmount = fc.double({ min: 0.001, max: 100_000, noNaN: true });
const anyAge = fc.integer({ min: 14, max: 110 });
const anySex = fc.constantFrom('female' as const, 'male' as const);

test('there are 27 nutrients to try', () => expect(nutrients.size).toBe(27));

describe('shares of an intake', () => {
  test('scale with the number of servings', () => {
    fc.assert(
      fc.property(
        anyNutrient,
        anyAmount,
        fc.integer({ min: 1, max: 20 }),
        (data, amount, servings) => {
          const one = sharesOfIntake(amount, data);
          const many = sharesOfIntake(amount * servings, data);
          expect(many).toHaveLength(one.length);
          many.forEach(({ share }, index) => {
            expect(share).toBeCloseTo((one[index]?.share ?? 0) * servings, 6);
          });
        },
      ),
    );
  });

  test('are 1 for the intake itself', () => {
    fc.assert(
      fc.property(anyNutrient, (data) => {
        for (const { intake } of sharesOfIntake(1, data)) {
          const own = sharesOfIntake(intake.amount, data).find(
            (other) => other.intake.sex === intake.sex,
          );
          expect(own?.share).toBe(1);
        }
      }),
    );
  });
});

describe('units', () => {
  test('come back as they went', () => {
    const unit = fc.constantFrom('g' as const, 'mg' as const, 'mcg' as const);
    fc.assert(
      fc.property(anyAmount, unit, (amount, from) => {
        const there = convert(amount, from, 'mcg');
        const back = { g: 1_000_000, mg: 1_000, mcg: 1 }[from];
        expect(there / back).toBeCloseTo(amount, 6);
        const inMilligrams = convert(there, 'mcg', 'mg');
        expect(convert(inMilligrams, 'mg', 'mcg')).toBeCloseTo(there, 3);
      }),
    );
  });

  const counted = (id: string, amount: number) =>
    doseForms(nutrients.get(id) ?? nutrient(id)).map((form) =>
      countDose({ min: amount, max: amount, unit: 'IU', form }, nutrients.get(id) ?? nutrient(id)),
    );

  // nih-dsid-conversions: 1 mcg of vitamin D is 40 IU; for A and E it depends on the form.
  test('of international units exist for vitamin D', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(counted('vitamin-d', amount)[0]?.intake.max).toBeCloseTo(amount / 40, 6);
      }),
    );
  });

  test('of international units exist for nothing but vitamins A, D and E', () => {
    const others = ids.filter((id) => !['vitamin-a', 'vitamin-d', 'vitamin-e'].includes(id));
    fc.assert(
      fc.property(fc.constantFrom(...others), anyAmount, (id, amount) => {
        expect(counted(id, amount).filter((one) => one !== undefined)).toEqual([]);
      }),
    );
  });
});

const covers = (level: { ageFrom: number; ageTo: number | null } | undefined, age: number) =>
  level !== undefined && level.ageFrom <= age && age <= (level.ageTo ?? Infinity);

describe('the level for a person', () => {
  test('exists from 14 on, covers the age, and is of the sex and life stage asked for', () => {
    fc.assert(
      fc.property(anyNutrient, anySex, anyAge, (data, sex, ageYears) => {
        const intake = findIntake(data, { sex, ageYears, lifeStage: 'none' });
        expect(intake).toMatchObject({ sex, lifeStage: 'none' });
        expect(covers(intake, ageYears)).toBe(true);
      }),
    );
  });

  test('of the upper limit exists from 14 on and covers the age, where a limit is set at all', () => {
    fc.assert(
      fc.property(anyNutrient, anyAge, (data, ageYears) => {
        const limit = findLimit(data, { ageYears, lifeStage: 'none' });
        expect(covers(limit, ageYears)).toBe(data.upperLimit !== undefined);
        expect(limit?.lifeStage ?? 'none').toBe('none');
      }),
    );
  });

  test('in pregnancy and nursing is that stage’s own to 50, and none is made up above', () => {
    const stage = fc.constantFrom('pregnancy' as const, 'lactation' as const);
    fc.assert(
      fc.property(anyNutrient, stage, anyAge, (data, lifeStage, ageYears) => {
        const intake = findIntake(data, { sex: 'female', ageYears, lifeStage });
        const limit = findLimit(data, { ageYears, lifeStage });
        const hasLimit = ageYears <= 50 && data.upperLimit !== undefined;
        expect(intake?.lifeStage).toBe(ageYears <= 50 ? lifeStage : undefined);
        expect(limit?.lifeStage).toBe(hasLimit ? lifeStage : undefined);
      }),
    );
  });

  test('below 14 there is none', () => {
    fc.assert(
      fc.property(anyNutrient, anySex, fc.integer({ min: 0, max: 13 }), (data, sex, ageYears) => {
        expect(findIntake(data, { sex, ageYears, lifeStage: 'none' })).toBeUndefined();
      }),
    );
  });
});

// A reader of RFC 4180 of its own: quotes, doubled quotes, CR LF.
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else if (character === '\r' && text[at + 1] === '\n') {
      rows.push([...cells, cell]);
      cells = [];
      cell = '';
      at += 1;
    } else cell += character;
  }
  expect([cells, cell, quoted]).toEqual([[], '', false]);
  return rows;
}

describe('CSV', () => {
  const pieces = ['a', ',', '"', '\r', '\n', ' ', 'é', ';', '=', '-', '@', '＝', "'", '\t'];

  test('reads back as it was written, but for the apostrophe before a formula', () => {
    const text = fc.string({ unit: fc.constantFrom(...pieces) });
    fc.assert(
      fc.property(fc.array(fc.record({ one: text, two: text }), { minLength: 1 }), (records) => {
        const [head, ...rows] = parseCsv(toCsv(records));
        expect(head).toEqual(['one', 'two']);
        expect(rows).toHaveLength(records.length);
        for (const [index, { one, two }] of records.entries()) {
          const cells = rows[index] ?? [];
          expect([one, `'${one}`]).toContain(cells[0]);
          expect([two, `'${two}`]).toContain(cells[1]);
          for (const cell of cells) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]|^[\t\r\n]/);
        }
      }),
    );
  });

  test.each([
    ['=HYPERLINK("https://x.example","a")', `"'=HYPERLINK(""https://x.example"",""a"")"`],
    ['+cmd', `"'+cmd"`],
    ['-5 mg a day', `"'-5 mg a day"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    [' =1+1', `"' =1+1"`],
    ['"=1+1', `"'""=1+1"`],
    ['＝1+1', `"'＝1+1"`],
    ['\t=1+1', `"'\t=1+1"`],
    [['=a', 'b'], `"'=a; b"`],
    ['iron = Fe', 'iron = Fe'],
    [-5, '-5'],
    [-0.5e-7, '-5e-8'],
  ])('%j is %s', (value, cell) => {
    expect(toCsv([{ x: value }])).toBe(`x\r\n${cell}\r\n`);
  });

  test('names what is nested and keeps what is missing empty', () => {
    const csv = toCsv([
      { id: 'a', serving: { grams: 85 }, tags: ['x', 'y'], rows: [{ n: 1 }] },
      { id: 'b', note: 'say "no", twice', serving: { grams: 0.5 }, open: null },
    ]);
    expect(csv).toBe(
      'id,serving.grams,tags,rows,note,open\r\n' +
        'a,85,x; y,"[{""n"":1}]",,\r\n' +
        'b,0.5,,,"say ""no"", twice",\r\n',
    );
  });
});
