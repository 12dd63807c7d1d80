/** What the daily needs tool says, where saying it wrong would harm. */
import { describe, expect, test } from 'vitest';
import type { Reader } from '#domain/intake.ts';
import { needsView } from '#views/needs.ts';
import { needsPage } from '#views/tools.ts';
import { nutrient } from '../knowledge.ts';
import { library } from '../library.ts';

const page = needsPage(library);
const { data } = page;

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

describe('the tables for readers without a script', () => {
  const cells = (table: string, name: string) =>
    page.tables.find(({ id }) => id === table)?.rows.find((item) => item.name === name)?.cells;

  // nasem-2019-elements, iom-dri-vitamins-copy; 1.8 from iom-2001-special.
  test.each([
    ['women', 'Iron', ['15 mg', '18 mg', '18 mg', '8 mg', '8 mg', 'RDA']],
    [
      'women',
      'Iron, vegetarian or vegan (times 1.8)',
      ['27 mg', '32.4 mg', '32.4 mg', '14.4 mg', '14.4 mg', 'RDA'],
    ],
    ['men', 'Magnesium', ['410 mg', '400 mg', '420 mg', '420 mg', '420 mg', 'RDA']],
    ['pregnancy', 'Vitamin A', ['750 mcg RAE', '770 mcg RAE', '770 mcg RAE', 'RDA']],
    ['lactation', 'Zinc', ['13 mg', '12 mg', '12 mg', 'RDA']],
  ])('%s: %s', (table, name, expected) => {
    expect(cells(table, name)?.map((text) => text.replaceAll('\u00A0', ' '))).toEqual(expected);
  });

  test('notes say what the files of nutrients say', () => {
    const note = (id: string): string =>
      page.tables.find((table) => table.id === id)?.note?.replaceAll('\u00A0', ' ') ?? '';
    expect(note('limits')).toContain('Sodium: no upper limit is established, but above 2,300 mg');
    expect(note('limits')).toContain(nutrient('vitamin-b9').upperLimit?.note?.slice(1));
    expect(note('women')).toContain('Iron: the table lowers the need of women at 51.');
  });

  test('limits that were not seen in a source are marked', () => {
    expect(
      cells('limits', 'Chloride')?.filter((text) => text.includes('not verified')),
    ).toHaveLength(2);
  });

  test('every figure has a source in the list', () => {
    const rows = page.tables.flatMap(({ rows: all }) => all);
    expect(rows.filter(({ marks }) => marks.length === 0)).toEqual([]);
    const anchors = new Set(page.references.map(({ anchor }) => `#${anchor}`));
    const hrefs = rows.flatMap(({ marks }) => marks.map(({ href }) => href));
    expect(hrefs.filter((href) => !anchors.has(href))).toEqual([]);
  });
});
