/** Views of nutrients, evidence, sheets and open data over the real content. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { compileDocument } from '#document/compile.ts';
import { effectOf } from '#domain/effect.ts';
import { outcomeSchema } from '#schemas/claim.ts';
import { dataSetData } from '#json-ld/data-set.ts';
import { claimPageView } from '#views/claim-page.ts';
import { foundText } from '#views/claim.ts';
import { noNutrient } from '#views/claim.ts';
import { evidenceView, narrowingStyles } from '#views/evidence.ts';
import { richestFoods } from '#views/food.ts';
import { nutrientIndexView, nutrientPageView } from '#views/nutrient-page.ts';
import { dataPageView, dataSetJson, dataSetNames, dataSetSchema } from '#views/open-data.ts';
import { sheetView } from '#views/sheet.ts';
import { need, type RecordOf } from '#library/records.ts';
import { library, libraryWith } from '../library.ts';

const empty = compileDocument({ text: '', takeaways: [], questions: [], answers: [] }).document;
const page = (id: string, document = empty) =>
  nutrientPageView(id, { data: need(library.nutrients, id, 'nutrient').data, document }, library);

describe('a nutrient', () => {
  test.each([
    ['iron', 'Women of 19 to 50 need 18 mg a day and men 8 mg.'],
    ['calcium', 'Adults of 19 to 50 need 1,000 mg a day.'],
    ['magnesium', 'The upper limit is 350 mg from supplements and medicines only.'],
    ['potassium', 'Women of 19 to 50 have an adequate intake of 2,600 mg a day and men 3,400 mg.'],
    ['vitamin-b12', 'No upper limit is established, which does not mean that any amount is safe.'],
    [
      'vitamin-b9',
      'The upper limit is 1,000 mcg folic acid from supplements and medicines and fortified food only.',
    ],
  ])('%s says first: %s', (id, sentence) => {
    expect(page(id).lead.replaceAll('\u00A0', ' ')).toContain(sentence);
  });

  test.each([
    // What was added stays in the name, and a food stands once however often the table has it.
    ['vitamin-b12', ['Clams', 'Beef liver', 'Oysters'], ['Fortified soy milk']],
    ['magnesium', ['Hemp seeds', 'Pumpkin seed kernels', 'Quinoa'], []],
    // USDA SR28: 3 oz of beef liver hold 6,582 mcg of vitamin A, limit 3,000, and 12.4 mg of
    // copper, limit 10; an ounce of Brazil nuts holds 543.5 mcg of selenium, limit 400.
    ['vitamin-a', ['Cod liver oil', 'Sweet potato', 'Kale'], []],
    ['copper', ['Oysters', 'Alaska king crab', 'Cashews'], ['Cashews', 'Sunflower seed kernels']],
    ['selenium', ['Tuna', 'Blue mussels', 'Oysters'], ['Wheat germ', 'Sunflower seed kernels']],
  ])('%s names on its label what is rich in it', (id, any, vegan) => {
    expect(richestFoods(id, library)).toEqual({ any, vegan });
    expect(
      page(id)
        .facts.filter(({ name }) => name === 'Rich foods' || name === 'vegan')
        .map(({ text }) => text),
    ).toEqual([any, vegan].filter(({ length }) => length > 0).map((names) => names.join(' · ')));
  });

  test('one without figures names no food, and one without claims no certainty', () => {
    expect(page('chromium').facts.map(({ name }) => name)).not.toContain('Rich foods');
    expect(page('chromium').sureText).toBeUndefined();
    expect(page('biotin').sureText).toBe('1 claim, none strong, none shown in runners');
  });

  test('a trial of several vitamins in one tablet is credited to none of them', () => {
    for (const id of ['vitamin-b1', 'vitamin-b2', 'vitamin-b6', 'vitamin-b12'])
      expect(page(id).evidence?.groups.flatMap(({ claims }) => claims)).not.toContainEqual(
        expect.objectContaining({ href: '/evidence/b-complex-trial/' }),
      );
  });

  test('what the prose says stands in no list below it', () => {
    const { data } = need(library.nutrients, 'iron', 'nutrient');
    const [first, ...rest] = data.riskGroups;
    const riskGroups = [{ ...first!, inProse: true as const }, ...rest];
    const view = nutrientPageView(
      'iron',
      { data: { ...data, riskGroups }, document: empty },
      library,
    );
    expect(view.riskGroups).toHaveLength(rest.length);
    expect(JSON.stringify(view.riskGroups)).not.toContain(first!.text);
  });

  test('names the article that is its own, and then the others', () => {
    const article = (id: string, topics: string[]) =>
      ({
        id,
        key: id,
        data: {
          title: id,
          description: `About ${id}.`,
          topics,
          authors: [],
          citations: [],
          figures: [],
          products: [],
          questions: [],
        },
      }) as unknown as RecordOf<'articles'>;
    const own = libraryWith([
      article('many', ['zinc', 'iron', 'calcium']),
      article('own', ['iron', 'testing']),
      article('first-of-three', ['iron', 'zinc', 'calcium']),
      article('other', ['zinc']),
    ]);
    const { data } = need(library.nutrients, 'iron', 'nutrient');
    const view = nutrientPageView('iron', { data, document: empty }, own);
    expect(view.article).toEqual({
      href: '/articles/own/',
      title: 'own',
      description: 'About own.',
      isItsOwn: true,
    });
    expect(view.articles.items.map(({ title }) => title)).toEqual(['first-of-three', 'many']);
    const shared = nutrientPageView('calcium', { data, document: empty }, own);
    expect(shared.article).toMatchObject({ title: 'many', isItsOwn: false });
  });

  test('shows its key claims with who was studied', () => {
    const { data } = need(library.nutrients, 'iron', 'nutrient');
    const view = nutrientPageView(
      'iron',
      { data: { ...data, keyClaims: ['iron-prev-marathon'] }, document: empty },
      library,
    );
    expect(view.keyClaims).toMatchObject([
      { href: '/evidence/iron-prev-marathon/', population: 'Recreational marathon runners' },
    ]);
  });

  test('every one has a page without prose too, and every sentence its source or its mark', () => {
    for (const id of library.nutrients.keys()) {
      const view = page(id);
      const statements = [
        view.roles,
        view.signs,
        ...view.moreFacts,
        ...view.riskGroups,
        ...view.athlete,
        ...view.interactions,
        ...view.safety,
        ...view.elsewhere,
      ];
      const bare = statements.filter(
        ({ parts, unverified }) => !unverified && parts.every((part) => typeof part === 'string'),
      );
      expect(bare).toEqual([]);
    }
  });

  test('numbers run by first appearance: the test first, the prose, the data', () => {
    const { document } = compileDocument({
      text: 'Prose [@iron-prev-marathon].\n',
      takeaways: [],
      questions: [],
      answers: [],
    });
    const view = page('iron', document);
    const numbers = [
      ...(view.testFirst?.parts ?? []),
      ...view.body,
      ...(view.elsewhere[0]?.parts ?? []),
    ]
      .flatMap((part) =>
        typeof part !== 'string' && part.kind === 'citation' ? part.citations : [],
      )
      .flatMap((mark) => mark.numbers);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(view.references.map(({ number }) => number)).toEqual(
      view.references.map((_, i) => i + 1),
    );
  });

  test('text of the data is no HTML', () => {
    const data = {
      ...need(library.nutrients, 'iron', 'nutrient').data,
      facts: [{ text: 'a < b & "c"', sources: ['iom-2001-iron'] }],
    };
    const view = nutrientPageView('iron', { data, document: empty }, library);
    expect(view.moreFacts[0]?.parts[0]).toBe('a &#x3C; b &#x26; "c".');
  });

  test('products stand with their status and no link to a shop', () => {
    const products = page('magnesium').products.items;
    expect(products.map(({ status }) => status)).toContain('refused');
    expect(JSON.stringify(products)).not.toContain('amazon');
  });

  test('the index has one row each, by name', () => {
    const rows = nutrientIndexView(library);
    expect(rows).toHaveLength(library.nutrients.size);
    expect(rows.find(({ name }) => name === 'Vitamin A')?.countsText).toBe(
      'preformed vitamin A (retinol) only',
    );
    expect(rows.filter(({ testFirst }) => testFirst).map(({ name }) => name)).toEqual(['Iron']);
    expect(rows.findIndex(({ name }) => name === 'Vitamin B6')).toBeLessThan(
      rows.findIndex(({ name }) => name === 'Vitamin B12'),
    );
  });
});

describe('evidence', () => {
  const evidence = evidenceView(library);

  test('its sheet has a rule for each word that the page offers, and for no other', () => {
    const words = [...narrowingStyles(library).matchAll(/:not\(\[data-holds~='([^']+)'\]\)/g)];
    expect(words.map(([, word]) => word)).toEqual(
      evidence.choices.flatMap(({ options }) => options.map(({ value }) => value)),
    );
    expect(narrowingStyles({ ...library, claims: new Map() })).toBe('');
  });

  const rows = evidence.topics.flatMap(({ table }) =>
    (table?.groups ?? []).flatMap(({ claims }) => claims),
  );

  test('every claim stands in the list once, with its words, under a topic that has them too', () => {
    expect(rows.map(({ id }) => id).sort()).toEqual([...library.claims.keys()].sort());
    for (const row of rows) {
      const { nutrients, outcome, certainty } = need(library.claims, row.id, 'claim').data;
      const about = nutrients.length === 0 ? [noNutrient] : nutrients;
      expect(row.holds?.split(' ')).toEqual([...about, outcome, certainty]);
    }
    for (const { table, holds, count } of evidence.topics) {
      const claims = table?.groups.flatMap((group) => group.claims) ?? [];
      expect(claims).toHaveLength(count);
      expect(new Set(holds.split(' '))).toEqual(
        new Set(claims.flatMap((claim) => claim.holds?.split(' ') ?? [])),
      );
    }
  });

  test('a cell has a mark for each effect that a claim tested, with the best certainty', () => {
    const sure = ['strong', 'moderate', 'limited', 'conflicting', 'none'];
    for (const row of evidence.matrix.rows) {
      const id = row.href.split('/')[2] ?? '';
      row.cells.forEach((cell, column) => {
        const outcome = evidence.matrix.outcomes[column]?.id;
        const claims = [...library.claims.values()]
          .map(({ data }) => data)
          .filter((claim) => claim.nutrients.includes(id) && claim.outcome === outcome)
          .filter(({ finding }) => finding !== 'descriptive');
        expect(new Set(cell.marks.map(({ effect }) => effect))).toEqual(
          new Set(claims.map(effectOf)),
        );
        for (const mark of cell.marks) {
          const best = claims
            .filter((claim) => effectOf(claim) === mark.effect)
            .map(({ certainty }) => sure.indexOf(certainty))
            .sort()[0];
          expect(mark.weight).toBe(['filled', 'striped', 'hollow', 'hollow', 'hollow'][best ?? 4]);
          expect(mark.text.endsWith(`, ${sure[best ?? 4]}`)).toBe(true);
        }
        expect(cell.href).toBe(`/nutrients/${id}/#claims-${outcome}`);
      });
      expect(row.cells.some(({ marks }) => marks.length > 0)).toBe(true);
    }
    expect(evidence.matrix.rows.length + evidence.matrix.left.length).toBe(library.nutrients.size);
  });

  test('harm to the reader, to a medicine and to uptake are three effects', () => {
    const harm = { finding: 'harms' as const, clash: undefined };
    expect(effectOf({ ...harm, outcome: 'safety' })).toBe('harms');
    expect(effectOf({ ...harm, outcome: 'absorption' })).toBe('hinders');
    expect(effectOf({ ...harm, outcome: 'absorption', clash: 'medicine' })).toBe('clash');
    expect(effectOf({ ...harm, finding: 'helps', outcome: 'safety' })).toBe('helps');
  });

  test('help that is hardly shown reads as a hint', () => {
    expect(foundText('helps', 'limited')).toBe('A weak hint that it helps');
    expect(foundText('helps', 'moderate')).toBe('Helps');
    expect(foundText('harms', 'limited')).toBe('Can harm you');
  });

  test('every effect in the matrix has a word of its own in the legend', () => {
    const words = new Map(evidence.matrix.effects.map(({ effect, text }) => [effect, text]));
    expect(new Set(words.values()).size).toBe(words.size);
    const shown = evidence.matrix.rows.flatMap(({ cells }) => cells.flatMap(({ marks }) => marks));
    expect(shown.filter(({ effect }) => !words.has(effect))).toEqual([]);
  });

  test('choices count what they leave, and no two of them share a word', () => {
    const options = evidence.choices.flatMap((choice) => choice.options);
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    for (const { value, text } of options) {
      const left = rows.filter(({ holds }) => holds?.split(' ').includes(value)).length;
      expect(text).toMatch(new RegExp(`\\(${left}\\)$`));
    }
  });

  test('nutrients, outcomes and certainties share no word, so one attribute can hold them', () => {
    const words = [...library.nutrients.keys(), noNutrient, ...outcomeSchema.options];
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('a claim’s page', () => {
  test('says in whom, how sure, what was read, and whether runners were studied', () => {
    const claim = claimPageView('iron-prev-marathon', library);
    expect(claim).toMatchObject({
      findingText: 'Describes, tests no effect',
      certainty: 'moderate',
      population: 'Recreational marathon runners',
      runnersText: 'Shown in runners',
      note: 'Read: abstract on the university record.',
      topic: { name: 'Iron', href: '/evidence/#iron' },
      nutrients: [{ name: 'Iron', href: '/nutrients/iron/' }],
    });
    // A note of older content is read as a sentence, too.
    expect(claim.figures).toMatch(/^Depletion 2 of 127 men .* and 12 of 43 women .*\.$/);
    expect(claim.references.map(({ anchor }) => anchor)).toEqual(['ref-1']);
  });

  test('has a description for search results', () => {
    for (const id of library.claims.keys()) {
      const { description } = claimPageView(id, library);
      expect(description.length).toBeLessThanOrEqual(160);
      // Whole sentences, or as much of a long one as fits; a vitamin keeps its letter.
      expect(description).toMatch(/[.…]$/);
      expect(description).not.toMatch(/vitamin [a-z]\d*\b/);
    }
  });
});

describe('sheets', () => {
  test('are those of iron, vitamin D and B12', () => {
    expect([...library.sheets.keys()].sort()).toEqual(['iron', 'vitamin-b12', 'vitamin-d']);
  });

  test.each(['iron', 'vitamin-b12', 'vitamin-d'])('%s cites each of its points', (id) => {
    const sheet = sheetView(id, library);
    const points = sheet.sections.flatMap((section) => section.points);
    expect(points).not.toEqual([]);
    expect(points.filter(({ numbers }) => numbers.length === 0)).toEqual([]);
    const cited = new Set(points.flatMap(({ numbers }) => numbers));
    expect([...cited].sort((a, b) => a - b)).toEqual(sheet.references.map(({ number }) => number));
  });
});

describe('open data', () => {
  const base = new URL('https://micromile.example');

  test.each(dataSetNames)('%s fits its own published schema', (name) => {
    const data: unknown = JSON.parse(dataSetJson(name, library, base));
    const schema = z.fromJSONSchema(
      JSON.parse(dataSetSchema(name, base)) as Parameters<typeof z.fromJSONSchema>[0],
    );
    const result = schema.safeParse(data);
    expect(result.error?.issues ?? []).toEqual([]);
    const { records } = data as { records: { [key: string]: unknown }[] };
    expect(
      schema.safeParse({ ...(data as object), records: [{ ...records[0], stars: 5 }] }).success,
    ).toBe(false);
  });

  test('tells search engines of every file, and nothing that the page does not show', () => {
    const view = dataPageView(library, base);
    const sets = dataSetData(view, base) as unknown as { distribution: { contentUrl: string }[] }[];
    expect(
      sets.flatMap(({ distribution }) => distribution.map(({ contentUrl }) => contentUrl)),
    ).toEqual(view.sets.flatMap(({ files }) => files.map(({ href }) => `${base.origin}${href}`)));
  });

  test('says its licence, its day and where its schema is', () => {
    expect(JSON.parse(dataSetJson('foods', library, base))).toMatchObject({
      $schema: 'https://micromile.example/data/foods.schema.json',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      built: '2026-11-24',
    });
  });
});
