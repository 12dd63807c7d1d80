/** What the daily needs tool says, where saying it wrong would harm. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Reader } from '#domain/intake.ts';
import { foodsFileSchema } from '#schemas/food.ts';
import { needsView, type NeedsData } from '#views/needs.ts';
import { nutrient } from '../nutrients.ts';

const ids = readdirSync('content/nutrients').map((file) => file.replace('.mdx', ''));
const data: NeedsData = {
  nutrients: ids.map((id) => ({ ...nutrient(id), id, href: undefined })),
  foods: Object.fromEntries(
    readdirSync('content/foods').map((file) => {
      const list = foodsFileSchema.parse(parse(readFileSync(`content/foods/${file}`, 'utf8')));
      return [
        list.nutrient,
        list.foods.map((food) => ({ ...food, serving: food.serving.household })),
      ];
    }),
  ),
  numbering: { numbers: {}, claims: {} },
};

const view = (more: Partial<Reader> = {}) =>
  needsView(data, {
    sex: 'female',
    ageYears: 34,
    lifeStage: 'none',
    diet: 'omnivore',
    periods: 'unknown',
    ...more,
  });
const row = (id: string, more: Partial<Reader> = {}) =>
  view(more).rows.find((item) => item.id === id);

describe('needsView', () => {
  test('all 27 nutrients for everybody from 14 on', () => {
    expect(view({ ageYears: 14 }).rows).toHaveLength(27);
    expect(view({ sex: 'male', ageYears: 90 }).rows).toHaveLength(27);
    expect(view({ ageYears: 13 }).rows).toHaveLength(0);
  });

  test('a food whose serving is above an upper limit is suggested for nothing (trap 20)', () => {
    const suggested = view()
      .rows.flatMap(({ foods }) => foods.map(({ text }) => text))
      .join('\n');
    expect(suggested).not.toMatch(/liver, pan|Brazil|Oysters, eastern, wild/);
    expect(view().leftOut).toEqual([
      'Beef liver, pan-fried',
      'Brazil nuts, dried',
      'Oysters, eastern, wild, cooked with moist heat',
    ]);
  });

  test('in pregnancy, cod liver oil is left out for its retinol, sweet potato is not', () => {
    expect(view({ lifeStage: 'pregnancy' }).leftOut).toContain('Cod liver oil');
    expect(row('vitamin-a', { lifeStage: 'pregnancy' })?.foods[0]?.text).toMatch(/^Sweet potato/);
  });

  test('vegans are shown vegan foods, and told where the list has none', () => {
    const vegan = new Set(
      Object.values(data.foods).flatMap((list) =>
        list.filter((food) => food.vegan).map((food) => `${food.food}, ${food.serving}`),
      ),
    );
    const shown = view({ diet: 'vegan' }).rows.flatMap(({ foods }) => foods);
    expect(shown.filter(({ text }) => !vegan.has(text))).toEqual([]);
    expect(row('iodine')?.foodNote).toBe(
      'The food tables that this site uses hold no figures for it.',
    );
  });

  test('a pregnant vegetarian’s iron is above the upper limit, and the page says so', () => {
    const iron = row('iron', { lifeStage: 'pregnancy', diet: 'vegetarian' });
    expect(iron?.needText).toBe('48.6\u00A0mg');
    expect(iron?.notes).toContain(
      'That is more than the upper limit of 45\u00A0mg: ask a doctor or midwife how much to take.',
    );
  });

  test('sodium has no upper limit and no food to eat more of (trap 10)', () => {
    expect(row('sodium')).toMatchObject({ limitText: 'not established', foods: [] });
    expect(row('sodium')?.limitNote).toContain(
      'above 2,300\u00A0mg a day the advice is to eat less',
    );
  });

  test('magnesium’s limit is said to count supplements only (trap 1)', () => {
    expect(row('magnesium')).toMatchObject({
      limitText: '350\u00A0mg',
      limitScope: 'supplements only',
    });
  });

  test('an adequate intake is called one (trap 16)', () => {
    for (const id of ['vitamin-k', 'biotin', 'choline', 'manganese', 'chromium', 'sodium'])
      expect(row(id)?.basis).toBe('AI');
  });
});
