/** What the stack tool says of sums, limits and pairs. */
import { describe, expect, test } from 'vitest';
import type { Reader } from '#domain/intake.ts';
import { stackView, type HandDose, type StackInput } from '#views/stack.ts';
import { stackPage } from '#views/tools.ts';
import { library } from '../library.ts';

const { data, presets, held, unknown, interactions, references } = stackPage(library);

const reader: Reader = {
  sex: 'male',
  ageYears: 40,
  lifeStage: 'none',
  diet: 'omnivore',
  periods: 'unknown',
};
const hand = (
  nutrient: string,
  amount: number,
  unit: HandDose['unit'],
  form = 'label',
): HandDose => ({ nutrient, amount, unit, form });
const view = (byHand: HandDose[], more: Partial<StackInput> = {}) =>
  stackView(data, { reader, products: [], byHand, coffee: false, ...more });
const row = (...doses: HandDose[]) => view(doses).rows[0];

describe('stackView', () => {
  test('what is nearest to its limit stands first, what has none last', () => {
    const { rows } = view([
      hand('potassium', 900, 'mg'),
      hand('zinc', 11, 'mg'),
      hand('iron', 65, 'mg'),
    ]);
    expect(rows.map(({ id }) => id)).toEqual(['iron', 'zinc', 'potassium']);
  });

  test('where food counts, room is left and nothing passes clean (trap 15)', () => {
    expect(row(hand('zinc', 11, 'mg'))?.verdict).toBe(
      'Not above the upper limit of 40\u00A0mg a day, which counts food, drink and supplements together. Of what you take, 11\u00A0mg count. That leaves 29\u00A0mg for food and everything else, which this page does not know.',
    );
  });

  test('above a limit, treatment is a doctor’s matter (trap 12)', () => {
    expect(row(hand('iron', 65, 'mg'))?.verdict).toContain('on a doctor’s advice only');
    expect(row(hand('iron', 65, 'mg'))?.testFirst).toMatch(/^Take iron only after a blood test/);
  });

  test('an amount a hair above its limit is no 100%', () => {
    expect(row(hand('vitamin-c', 2001, 'mg'))?.limitText).toBe('over 100%, above it');
    expect(row(hand('vitamin-c', 2000, 'mg'))?.limitText).toBe('100%');
  });

  test('a need above its own limit is told, for whom it holds as well', () => {
    const { rows, who } = view([hand('iron', 27, 'mg')], {
      reader: { ...reader, sex: 'female', ageYears: 34, lifeStage: 'pregnancy', diet: 'vegan' },
    });
    expect(who).toBe('a woman of 34, pregnant, vegan');
    expect(rows[0]?.notes).toContain(
      'Your need is more than the upper limit of 45\u00A0mg: ask a doctor or midwife how much to take.',
    );
    expect(row(hand('iron', 27, 'mg'))?.notes.join(' ')).not.toContain('is more than');
  });

  test('no limit is said to be not established, never to be none', () => {
    expect(view([hand('potassium', 900, 'mg')]).announcement).toContain(
      'Upper limit not established: potassium.',
    );
  });

  test('an unknown compound is not counted, and nothing is then below a limit (trap 8)', () => {
    const both = row(hand('magnesium', 100, 'mg'), hand('magnesium', 500, 'mg', 'compound'));
    expect(both).toMatchObject({ totalText: '100\u00A0mg', level: 'perhaps' });
    expect(both?.limitText).toBe('29%, may be above it');
    expect(both?.verdict).toContain('What could not be counted comes on top.');
    const { rows, announcement } = view([hand('magnesium', 500, 'mg', 'compound')]);
    expect(rows[0]).toMatchObject({ totalText: 'not known', level: 'unknown', rulers: [] });
    expect(announcement).toContain('Could not be counted: magnesium.');
  });

  test('sodium is told its risk reduction intake, without a limit on its ruler (trap 10)', () => {
    const sodium = row(hand('sodium', 3000, 'mg'));
    expect(sodium).toMatchObject({ limitText: 'not established', level: 'none' });
    expect(sodium?.rulers[0]?.limit).toBeUndefined();
    expect(sodium?.rulers[0]?.ticks.map(({ label }) => label)).toEqual([
      'your AI',
      'eat less above',
    ]);
  });

  test('an adequate intake is called one (trap 16)', () => {
    expect(row(hand('potassium', 100, 'mg'))?.needText).toBe(
      'Your adequate intake: 3,400\u00A0mg\u00A0(AI)',
    );
    expect(row(hand('zinc', 11, 'mg'))?.needText).toBe('Your need: 11\u00A0mg\u00A0(RDA)');
  });

  test('what the label leaves open is said at the dose', () => {
    const { rows } = view([], { products: [{ id: 'high5-zero', times: 1 }] });
    expect(rows.find(({ id }) => id === 'magnesium')?.doses[0]?.how).toBe(
      'It is not known whether this is magnesium itself or the whole compound: taken as given.',
    );
  });

  test('what names nothing that exists counts for nothing', () => {
    expect(
      view([hand('unobtainium', 1, 'mg'), hand('iron', 1, 'mg', 'nothing')], {
        products: [{ id: 'nothing', times: 1 }],
      }).rows,
    ).toEqual([]);
  });

  test.each([
    ['iron and calcium', ['iron', 'calcium'], false, ['Iron and calcium']],
    ['iron and zinc', ['iron', 'zinc'], false, ['Iron and zinc']],
    ['zinc and copper', ['zinc', 'copper'], false, ['Copper and zinc']],
    ['iron with coffee', ['iron'], true, ['Iron and coffee or tea']],
    ['zinc with coffee', ['zinc'], true, []],
  ] as const)('%s', (_name, ids, coffee, expected) => {
    const { clashes } = view(
      ids.map((id) => hand(id, 1, 'mg')),
      { coffee },
    );
    expect(clashes.map(({ names }) => names)).toEqual(expected);
  });
});

describe('the page', () => {
  test('each nutrient that a listed product holds has one row, what holds most of it first', () => {
    const holding = data.products.filter(({ doses }) => doses.length > 0);
    const nutrients = new Set(holding.flatMap(({ doses }) => doses.map((dose) => dose.nutrient)));
    expect(new Set(held.map(({ id }) => id))).toEqual(nutrients);
    expect(held).toHaveLength(nutrients.size);
    expect(holding.length + unknown.length).toBe(data.products.length);
    // Capsules of 25 mg and 15 mg, a bottle with 11 mg; limits of 45 and 40 mg (NASEM).
    const zinc = held.find(({ id }) => id === 'zinc');
    expect(zinc?.most).toEqual([
      'Thorne Zinc Picolinate 15 mg: 15\u00A0mg, 38%',
      'BODYARMOR Flash I.V. Electrolyte Beverage, Strawberry Kiwi: 11\u00A0mg, 28%',
    ]);
    expect(zinc?.together).toEqual({
      text: 'Thorne Zinc Picolinate 15 mg and BODYARMOR Flash I.V. Electrolyte Beverage, Strawberry Kiwi: 26\u00A0mg, 65%',
      isOver: false,
    });
    expect(held.find(({ id }) => id === 'sodium')?.together).toBeUndefined();
  });

  test('five hundred products name no more than a few of each nutrient', () => {
    const [id, zinc] = [...library.products].find(([key]) => key.includes('zinc')) ?? [];
    if (id === undefined || zinc === undefined) throw new Error('no zinc');
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...zinc,
      id: `zinc-${index}`,
      data: { ...zinc.data, name: `Zinc ${index}` },
    }));
    const page = stackPage({
      ...library,
      products: new Map(many.map((item) => [item.id, item])),
      presets: new Map(),
    });
    expect(page.data.products).toHaveLength(500);
    expect(page.held).toHaveLength(1);
    expect(page.held[0]?.most).toHaveLength(5);
    expect(page.held[0]?.others).toBe(495);
  });

  test('a preset is an address that the page can fill itself from', () => {
    expect(presets.length).toBeGreaterThan(0);
    for (const { hash } of presets) {
      const input = new URLSearchParams(hash);
      for (const item of input.getAll('take'))
        expect(data.products.map(({ id }) => id)).toContain(item.split('*')[0]);
      for (const item of input.getAll('dose')) expect(item).not.toContain('undefined');
    }
  });

  test('no refused product is offered', () => {
    expect(data.products.map(({ id }) => id)).not.toContain('seed-magnesium-runners');
  });

  test('each interaction has its sources in the list', () => {
    expect(interactions.filter(({ marks }) => marks.length === 0)).toEqual([]);
    expect(references.map(({ number }) => number)).toEqual(
      expect.arrayContaining(
        interactions.flatMap(({ marks }) => marks.map(({ number }) => number)),
      ),
    );
  });
});
