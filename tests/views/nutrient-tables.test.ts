/** What the author components print. Expected figures: nutrients.json and foods.json of the facts. */
import { describe, expect, test } from 'vitest';
import { foodsByKind } from '#domain/food.ts';
import { need } from '#library/records.ts';
import { evidenceTableView } from '#views/claim.ts';
import { foodListView } from '#views/food.ts';
import { intakeTableView } from '#views/intake.ts';
import { partViews } from '#views/parts.ts';
import { bibliography } from '#views/citation.ts';
import { termNotes, termView } from '#views/term.ts';
import { compileDocument } from '#document/compile.ts';
import { library } from '../library.ts';

const row = (id: string, ages: string) =>
  intakeTableView(id, library).rows.find((item) => item.ages === ages)?.cells;

describe('intake table', () => {
  test.each([
    // nutrient, ages, women, men, pregnant, nursing, upper limit (nasem-2019-elements, iom-dri-vitamins-copy)
    ['iron', '14–18', ['15', '11', '27', '10', '45']],
    ['iron', '31–50', ['18', '8', '27', '9', '45']],
    ['iron', '51–70', ['8', '8', undefined, undefined, '45']],
    ['calcium', '51–70', ['1,200', '1,000', undefined, undefined, '2,000']],
    ['vitamin-d', '71+', ['20', '20', undefined, undefined, '100']],
    ['vitamin-b12', '19–30', ['2.4', '2.4', '2.6', '2.8']],
    // Phosphorus: 3,500 mg in pregnancy, so that stage has a column of its own.
    ['phosphorus', '19–30', ['700', '700', '700', '700', '4,000', '3,500']],
  ])('%s at %s', (id, ages, cells) => expect(row(id, ages)).toEqual(cells));

  test('names what the limit counts', () => {
    const text = (id: string) => intakeTableView(id, library).limit.text;
    expect(text('magnesium')).toMatch(/day after day from supplements and medicines only\./);
    expect(text('vitamin-b3')).toMatch(/from supplements and medicines and fortified food only\./);
    expect(text('iron')).toMatch(/from food, drink and supplements together\./);
    expect(text('vitamin-a')).toMatch(/It counts preformed vitamin A \(retinol\) only\./);
    expect(text('vitamin-b9')).toMatch(/It is measured in mcg folic acid\./);
  });

  test('a limit that is not established never reads as safe', () => {
    const without = [...library.nutrients.values()].filter(
      ({ data }) => data.upperLimit === undefined,
    );
    expect(without).toHaveLength(9);
    for (const { id } of without) {
      const { limit } = intakeTableView(id, library);
      expect(limit.amountText).toBeUndefined();
      expect(limit.text).toContain('does not mean that any amount is safe');
    }
  });

  test('rows that nobody saw are left out and said to be', () => {
    const table = intakeTableView('chloride', library);
    expect(table.columns).not.toContain('Limit, pregnant');
    expect(table.limit.text).toContain('could not be verified and are left out');
  });

  test('an AI is called an adequate intake', () => {
    expect(intakeTableView('potassium', library).basisText).toMatch(/^Adequate intakes/);
    expect(intakeTableView('iron', library).basisText).toMatch(/^Recommended dietary allowances/);
  });

  test('the picture has a bar for each group, and the limit where it counts all that is eaten', () => {
    const iron = intakeTableView('iron', library).picture;
    expect(iron.rows.map(({ label, valueText }) => `${label}: ${valueText}`)).toEqual([
      'Women of 14–18: 15\u00A0mg',
      'Women of 19–50: 18\u00A0mg',
      'Women of 51+: 8\u00A0mg',
      'Men of 14–18: 11\u00A0mg',
      'Men of 19+: 8\u00A0mg',
      'Pregnant, 31–50: 27\u00A0mg',
      'Breastfeeding, 31–50: 9\u00A0mg',
    ]);
    expect(iron.plot.marks.map(({ value }) => value)).toEqual([45]);
    // That of magnesium is for supplements alone.
    expect(intakeTableView('magnesium', library).picture.plot.marks).toEqual([]);
  });

  test('sodium has an intake to stay below, and no upper limit', () => {
    const table = intakeTableView('sodium', library);
    expect(table.riskReductionText).toBe(
      'Above 2,300\u00A0mg a day, from age 14: reduce intake if above this amount',
    );
  });
});

describe('foods', () => {
  test('stand richest first, with serving, amount, shares and diet', () => {
    const list = foodListView('iron', 10, library);
    expect(list.foods).toHaveLength(10);
    expect(list.foods[0]?.bar.most).toBe(1);
    const bars = list.foods.map(({ bar }) => bar.most);
    expect(bars).toEqual(bars.toSorted((a, b) => b - a));
    expect(list.more).toEqual({
      count: foodListView('iron', undefined, library).foods.length,
      href: '/nutrients/iron/#which-foods',
    });
    expect(list.sources).toEqual([
      {
        href: 'https://fdc.nal.usda.gov/',
        text: 'National Nutrient Database for Standard Reference, Release 28 (US Department of Agriculture, Agricultural Research Service, 2015)',
      },
    ]);
  });

  test('shares are of the intake of women and men', () => {
    // foods.json, Swiss chard: 2 mg; 2 of 18 mg and 2 of 8 mg.
    const chard = foodListView('iron', undefined, library).foods.find(({ food }) =>
      food.startsWith('Swiss chard'),
    );
    expect(chard).toMatchObject({
      servingText: '1/2\u00A0cup, chopped (87.5\u00A0g)',
      amountText: '2\u00A0mg',
      shareText: '11% of women’s need, 25% of men’s',
      dietText: 'vegan',
      holds: 'vegan vegetarian',
    });
  });

  test('one share where women and men need the same', () => {
    expect(foodListView('calcium', 5, library).foods[0]?.shareText).toMatch(
      /^\d+% of adults’ need$/,
    );
    expect(foodListView('potassium', 5, library).foods[0]?.shareText).toMatch(
      /^\S+ of women’s intake, \S+ of men’s$/,
    );
  });

  test('kinds of one food are one row, from the poorest to the richest', () => {
    // foods.json: oysters, 3 oz each, wild 66.8 mg and farmed 38.4 mg of zinc; 11 and 8 mg a day.
    const { foods } = foodListView('zinc', undefined, library);
    expect(foods.filter(({ food }) => food.startsWith('Oysters'))).toMatchObject([
      {
        food: 'Oysters',
        amountText: '38.4–66.8\u00A0mg',
        servingText: '3\u00A0oz (85\u00A0g)',
        shareText: '480–835% of women’s need, 349–607% of men’s',
        noteMark: undefined,
        kinds: [
          { text: 'eastern, wild, cooked with moist heat: 66.8\u00A0mg' },
          { text: 'eastern, farmed, cooked with dry heat: 38.4\u00A0mg' },
        ],
      },
    ]);
  });

  test('a group of the data goes before the name, and what only some can eat stays apart', () => {
    const [food] = need(library.foods, 'iron', 'food list').data.foods;
    const kinds = foodsByKind([
      { ...food!, food: 'Cheddar', group: 'Cheese', amount: 2, vegan: false, vegetarian: true },
      {
        ...food!,
        food: 'Parmesan, hard',
        group: 'Cheese',
        amount: 3,
        vegan: false,
        vegetarian: true,
      },
      { ...food!, food: 'Cheese', amount: 4, vegan: true, vegetarian: true },
    ]);
    expect(kinds.map((rows) => rows.map((kind) => kind.food))).toEqual([
      ['Cheese'],
      ['Parmesan, hard', 'Cheddar'],
    ]);
  });

  test('a note stands once, marked on its foods', () => {
    const list = foodListView('vitamin-b3', undefined, library);
    expect(list.notes.map(({ mark }) => mark)).toEqual(
      list.notes.map((_, index) => 'abcdef'[index]),
    );
    const marks = list.foods.flatMap((food) =>
      [food, ...food.kinds].flatMap(({ noteMark }) => noteMark ?? []),
    );
    expect(new Set(marks)).toEqual(new Set(list.notes.map(({ mark }) => mark)));
    expect(marks.length).toBeGreaterThan(list.notes.length);
  });
});

describe('evidence', () => {
  test('shows the claims of a topic, each with its page', () => {
    const table = evidenceTableView('magnesium', library);
    expect(table.caption).toBe('What the evidence says: Magnesium');
    const claims = table.groups.flatMap((group) => group.claims);
    const expected = [...library.claims.values()].filter(({ data }) => data.topic === 'magnesium');
    expect(claims.map(({ href }) => href)).toEqual(expected.map(({ id }) => `/evidence/${id}/`));
  });

  test('a topic without claims is an error', () => {
    expect(() => evidenceTableView('gold', library)).toThrow('No claim has the topic "gold".');
  });
});

describe('terms', () => {
  const glossary = new Map([
    [
      'ferritin',
      {
        id: 'ferritin',
        data: {
          name: 'Ferritin',
          definition: 'Stored iron.',
          aliases: [],
          also: ['serum ferritin'],
          sources: [],
          changes: [],
        },
      },
    ],
  ]);

  test('lead to the glossary', () => {
    expect(termView('ferritin', { ...library, glossary })).toMatchObject({
      href: '/glossary/#ferritin',
      alsoText: 'serum ferritin',
    });
  });

  test('open their definition, which the page holds once', () => {
    const { document, diagnostics } = compileDocument({
      text: 'Low <Term id="ferritin">ferritin</Term> is <Term id="ferritin">that</Term>.\n',
      takeaways: [],
      questions: [],
      answers: [],
    });
    expect(diagnostics).toEqual([]);
    const views = partViews(document.body, bibliography([], library), { ...library, glossary });
    const anchors = views.flatMap((part) =>
      typeof part !== 'string' && part.kind === 'component' && part.component.name === 'Term'
        ? part.component.anchor
        : [],
    );
    expect(anchors).toEqual(['term-ferritin', 'term-ferritin']);
    expect(termNotes(document.body, { ...library, glossary }).map(({ anchor }) => anchor)).toEqual([
      'term-ferritin',
    ]);
  });

  test('keep the punctuation behind them, so that no line begins with it', () => {
    const { document } = compileDocument({
      text: 'Low <Term id="ferritin">ferritin</Term>, or <Term id="ferritin">that</Term> one.\n',
      takeaways: [],
      questions: [],
      answers: [],
    });
    const views = partViews(document.body, bibliography([], library), { ...library, glossary });
    const parts = views.map((part) => {
      if (typeof part === 'string') return part;
      return part.kind === 'component' && part.component.name === 'Term'
        ? part.component.behind
        : undefined;
    });
    expect(parts).toEqual(['<p>Low ', ',', ' or ', '', ' one.</p>']);
  });
});
