/** One mistake hides no other: what else is wrong with a file is told in the same run. */
import { describe, expect, test } from 'vitest';
import { MissingField, partialData } from '#corpus/partial.ts';
import { articleSchema } from '#schemas/article.ts';
import { goodFiles, problemsOf, textOf } from '../checks/fixture.ts';

const model = 'articles/model.mdx';

/** Rules that find something when the article is changed so, and has 88 mg too many in its body. */
async function rulesThatReport(...changes: [from: string, to: string][]): Promise<string[]> {
  const body = textOf(goodFiles, model).replace('{/* here */}', 'A tablet holds 88 mg.');
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, body);
  const problems = await problemsOf(new Map(goodFiles).set(model, new TextEncoder().encode(text)));
  return [...new Set(problems.map(({ rule }) => rule))].sort();
}

describe('the body is looked at', () => {
  test.each([
    ['an unknown field', 'aiUse: none', 'aiUse: none\ntags: [a]', 'schema'],
    ['a missing title', 'title: What iron does for a runner\n', '', 'schema'],
    ['missing authors', 'authors: [desk]\n', '', 'schema'],
    ['a title too short', 'title: What iron does for a runner', 'title: Iron', 'schema'],
    ['a day that is none', 'published: 2026-01-10', 'published: soon', 'schema'],
    ['a list that is none', 'topics: [iron]', 'topics: iron', 'schema'],
    ['an unknown field of a question', '  - question:', '  - x: y\n    question:', 'schema'],
    ['broken YAML', 'authors: [desk]', 'authors: ["desk', 'data-syntax'],
    ['a key twice', 'authors: [desk]', 'authors: [desk]\nauthors: [desk]', 'data-duplicate-key'],
  ])('behind %s', async (_name, from, to, rule) => {
    expect(await rulesThatReport([from, to])).toEqual([rule, 'uncited-amount'].sort());
  });
});

test('takeaways and answers are read whatever is wrong with another', async () => {
  const found = await rulesThatReport(
    ['aiUse: none', 'aiUse: some'],
    ['answer: "No, not with full stores', 'answer: "No, {1 + 1} not with full stores'],
  );
  expect(found).toEqual(['no-code', 'schema', 'uncited-amount']);
});

test('a nutrient whose frontmatter cannot be read stops no check', async () => {
  const file = 'nutrients/iron.mdx';
  const text = textOf(goodFiles, file).replace(/^name: .*/m, 'name: "Iron');
  const problems = await problemsOf(new Map(goodFiles).set(file, new TextEncoder().encode(text)));
  expect(problems.map(({ rule }) => rule)).toContain('data-syntax');
});

test('an entry with an unknown field is looked at as any other', async () => {
  const file = 'products/iron-capsule.yaml';
  const text = textOf(goodFiles, file)
    .replace('brand:', 'price: 20\nbrand:')
    .replace('merchant: shop', 'merchant: shap');
  const problems = await problemsOf(new Map(goodFiles).set(file, new TextEncoder().encode(text)));
  expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(
    expect.arrayContaining([
      'schema: unknown field "price".',
      'unknown-reference: there is no merchant "shap".',
    ]),
  );
});

// Changes to one file: the row that does not fit, and a row behind it that cannot be.
test.each([
  [
    'foods/iron.yaml',
    [
      ['foods:\n', 'foods:\n  - { food: Air }\n'],
      ['percentDailyValue: 18', 'percentDailyValue: 80'],
    ],
    'implausible',
  ],
  [
    'nutrients/iron.mdx',
    [
      ['female, ageFrom: 51', 'female, ageFrom: many'],
      ['amountInNutrientUnit: 18', 'amountInNutrientUnit: 180'],
    ],
    'implausible',
  ],
] as const)('a row of %s that does not fit hides no other', async (file, changes, rule) => {
  const text = changes.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    },
    textOf(goodFiles, file),
  );
  const place = changes[1][1];
  const problems = await problemsOf(new Map(goodFiles).set(file, new TextEncoder().encode(text)));
  expect(problems.map((problem) => problem.rule)).toEqual(expect.arrayContaining(['schema', rule]));
  expect(new Set(problems.map((problem) => problem.rule))).toEqual(new Set(['schema', rule]));
  const line = text.slice(0, text.indexOf(place)).split('\n').length;
  expect(problems.find((problem) => problem.rule === rule)?.line).toBe(line);
});

test('what has no value is not made up', () => {
  const data = partialData(articleSchema, {
    title: 'Iron',
    takeaways: ['One.', 5],
    faq: [{ question: 'Why?', answer: 'So.', x: 1 }],
    updated: 'soon',
  }) as Record<string, unknown>;
  expect(data).toMatchObject({
    title: 'Iron',
    description: '',
    takeaways: ['One.', ''],
    faq: [{ question: 'Why?', answer: 'So.' }],
    changes: [],
    draft: false,
  });
  expect(data['updated']).toBeUndefined();
  expect(() => data['aiUse']).toThrow(MissingField);
});
