/** What the home page says, over the knowledge of one day and made-up articles. */
import { describe, expect, test } from 'vitest';
import { need, type RecordOf } from '#library/records.ts';
import { themeSchema } from '#schemas/theme.ts';
import { homeView } from '#views/home.ts';
import { library as knowledge, libraryWith } from '../library.ts';

const theme = (id: string, fields: object) => ({
  id,
  data: themeSchema.parse({ name: id, sentence: 'About it.', ...fields }),
});
const article = (id: string, fields: object) =>
  ({
    id,
    key: id,
    data: {
      title: `The ${id}`,
      description: `About ${id}.`,
      published: '2026-01-01',
      changes: [],
      topics: ['iron'],
      questions: [],
      citations: [],
      products: [],
      figures: [],
      authors: [],
      words: 100,
      ...fields,
    },
  }) as unknown as RecordOf<'articles'>;
const three = [
  article('loose', {}),
  article('second', { theme: 'tired', topics: ['zinc'] }),
  article('first', { theme: 'tired', cannotWait: 'Hard to wake: call emergency services' }),
];
const others = {
  themes: [
    theme('tired', {
      order: 1,
      nutrients: ['iron'],
      situation: { says: 'I am tired', answer: 'Have it tested.', sources: ['iron-test-panel'] },
    }),
    theme('lonely', {
      order: 2,
      situation: {
        says: 'I cramp',
        answer: 'Stretch.',
        sources: ['mg-cramps-cochrane', 'iom-2001-iron'],
      },
    }),
    theme('silent', { order: 3 }),
  ],
};
const library = libraryWith(three, others);
const home = homeView(library);

test('what cannot wait leads to the article whose care card it is', () => {
  expect(home.cannotWait).toEqual([
    { title: 'Hard to wake: call emergency services', href: '/articles/first/' },
  ]);
});

describe('situations', () => {
  test('lead to the first article of their theme, or to the theme', () => {
    expect(home.situations.map(({ says, href }) => [says, href])).toEqual([
      ['I am tired', '/articles/first/'],
      ['I cramp', '/themes/lonely/'],
    ]);
  });

  test('lead to all that they rest on, and say it', () => {
    const [tested, cramps] = home.situations;
    const { statement } = need(knowledge.claims, 'iron-test-panel', 'claim').data;
    expect(tested?.evidence).toEqual([
      { href: '/evidence/iron-test-panel/', text: 'Evidence', label: `Evidence: ${statement}` },
    ]);
    expect(cramps?.evidence.map(({ text }) => text)).toEqual(['Evidence 1', 'Evidence 2']);
  });
});

test('the questions are the first of each theme, on its first nutrient', () => {
  const question = (id: string, under: string, topics: string[]) => ({
    id,
    question: `${id}?`,
    theme: under,
    answer: ['<p>So it is.</p>'],
    topics,
  });
  const questions = [
    question('zinc', 'tired', ['zinc']),
    question('iron', 'tired', ['iron']),
    question('cramp', 'lonely', ['magnesium']),
  ];
  const asked = homeView(libraryWith([article('asked', { questions })], others));
  expect(asked.questions).toMatchObject([
    { question: 'iron?', first: 'So it is.', article: { href: '/articles/asked/#iron' } },
    { question: 'cramp?', first: 'So it is.', article: { href: '/articles/asked/#cramp' } },
  ]);
});

test('every article stands once, under its theme or at the end', () => {
  expect(
    home.groups.map(({ name, articles }) => [name, articles.map(({ title }) => title)]),
  ).toEqual([
    ['tired', ['The first', 'The second']],
    ['More articles', ['The loose']],
  ]);
});

test('a theme of many articles shows the first of them, and leads to all', () => {
  const many = Array.from({ length: 7 }, (_, number) => article(`a${number}`, { theme: 'tired' }));
  const groupOf = (count: number) => homeView(libraryWith(many.slice(0, count), others)).groups[0];
  expect(groupOf(7)?.articles).toHaveLength(6);
  expect(groupOf(7)?.all).toEqual({ href: '/themes/tired/', text: 'All 7 articles: tired' });
  expect(groupOf(6)?.articles).toHaveLength(6);
  expect(groupOf(6)?.all).toBeUndefined();
});

describe('the examples of the tools', () => {
  test('say who it is, and figures that hold for that person', () => {
    const { id, data } = need(library.nutrients, 'iron', 'nutrient');
    const action = { action: 'Eat beans.', sources: ['iom-2001-special'] };
    const planning = [{ for: { diets: ['vegan' as const] }, ...action }];
    const iron = { id, key: '', data: { ...data, planning } };
    const nutrients = new Map(library.nutrients).set(id, iron).values();
    const { needs } = homeView(libraryWith(three, { ...others, nutrients }));
    // 18 mg of iron, times 1.8 without meat (iom-2001-special).
    expect(needs).toMatchObject({
      who: 'a woman of 34, vegan, plans for',
      rows: [{ name: 'Iron', text: '32.4\u00A0mg' }],
    });
  });

  test('show a day in which something is wrong, with its verdict', () => {
    expect(home.stack?.rows.at(-1)).toMatchObject({ name: 'Verdict' });
    expect(home.stack?.rows.at(-1)?.text).toMatch(/above|clash/);
  });

  test('are left out where there is nothing to show', () => {
    expect(homeView(libraryWith(three, { ...others, presets: [] })).stack).toBeUndefined();
    expect(home.needs).toBeUndefined();
  });
});

test('what is counted agrees in number', () => {
  const one = homeView(libraryWith(three.slice(0, 1), others));
  expect(one.counts[0]).toEqual({ count: '1', text: 'article' });
  expect(home.counts[0]).toEqual({ count: '3', text: 'articles' });
});
