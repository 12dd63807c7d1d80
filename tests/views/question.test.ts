/** Questions in lists: their first sentence, their certainty, and lists that are too long. */
import { describe, expect, test } from 'vitest';
import type { RecordOf } from '#library/records.ts';
import { articleIndexSchema, type AnswerPiece } from '#schemas/article.ts';
import { faqIndexView } from '#views/faq.ts';
import { firstSentence, fitted, questionViews } from '#views/question.ts';
import { library, libraryWith } from '../library.ts';

describe('firstSentence', () => {
  test.each([
    ['<p>No, wait a week, better two. It passes.</p>', 'No, wait a week, better two.'],
    [
      '<p>Possibly. Older people slept a little better.</p>',
      'Possibly. Older people slept a little better.',
    ],
    ['<p>Yes.</p><p>Another paragraph of it.</p>', 'Yes.'],
    ['<p>Not <em>by itself</em>, e.g. in runners. More.</p>', 'Not by itself, e.g. in runners.'],
    ['<ul><li>Beans and lentils every day</li><li>Oats</li></ul>', 'Beans and lentils every day'],
    ['<p>Values under 5&#x3C;6 are low. More.</p>', 'Values under 5<6 are low.'],
  ])('%s', (html, expected) => {
    expect(firstSentence([html])).toBe(expected);
  });

  test('a mark before the full stop is no part of it', () => {
    const mark = { kind: 'evidence' as const, links: [] };
    expect(firstSentence(['<p>It is rare in men', mark, '. It is not in women.</p>'])).toBe(
      'It is rare in men.',
    );
  });
});

const claims = [...library.claims.values()];
const strong = claims.find(({ data }) => data.certainty === 'strong')?.id ?? '';
const limited = claims.find(({ data }) => data.certainty === 'limited')?.id ?? '';
const themes = [...library.themes.keys()];

function article(number: number, count: number, answer: AnswerPiece[]) {
  const questions = Array.from({ length: count }, (_, index) => ({
    id: `question-${number}-${index}`,
    question: `Is this question ${index} of article ${number}?`,
    topics: ['iron'],
    theme: themes[(number + index) % themes.length],
    answer,
  }));
  const data = articleIndexSchema.parse({
    title: `Article ${number} of many`,
    description: 'A made-up article that holds questions, so that lists of them can be tried.',
    published: '2026-01-01',
    reviewDue: '2027-01-01',
    authors: ['desk'],
    aiUse: 'none',
    topics: ['iron'],
    words: 10,
    citations: [strong, limited],
    products: [],
    questions,
  });
  return { id: `article-${number}`, data, key: '' };
}

const answer: AnswerPiece[] = [
  '<p>Yes, in most runners',
  { cites: [strong] },
  '. Less so in others',
  { cites: [limited] },
  '.</p>',
];

const rowsOf = (articles: RecordOf<'articles'>[]) => {
  const own = libraryWith(articles);
  return questionViews(own.questions.keys(), own);
};

test('a row tells the weakest certainty, and its marks lead to the claims', () => {
  const [row] = rowsOf([article(1, 1, answer)]);
  expect(row?.first).toBe('Yes, in most runners.');
  expect(row?.certainty).toBe('limited');
  const links = (row?.answer ?? []).flatMap((part) =>
    typeof part !== 'string' && part.kind === 'evidence' ? part.links : [],
  );
  expect(links.map(({ href }) => href)).toEqual([`/evidence/${strong}/`, `/evidence/${limited}/`]);
  expect(links.map(({ mark }) => mark)).toEqual([undefined, 'limited']);
  expect(links.map(({ number, label }) => `${number} ${label}`)).toEqual([
    '1 Evidence 1, strong evidence',
    '2 Evidence 2, limited evidence',
  ]);
});

test('a mark of a source leads to its place in the list of its article', () => {
  const [first = '', second = ''] = library.sources.keys();
  const cites = { cites: [second, first] };
  const own = article(1, 1, ['<p>Yes', cites, '.</p>']);
  own.data.citations = [first, strong, second];
  const [row] = rowsOf([own]);
  const links = (row?.answer ?? []).flatMap((part) =>
    typeof part !== 'string' && part.kind === 'evidence' ? part.links : [],
  );
  const numbers = new Set([first, ...(library.claims.get(strong)?.data.sources ?? []), second]);
  const place = (id: string): string => `/articles/article-1/#ref-${[...numbers].indexOf(id) + 1}`;
  expect(links.map(({ href }) => href)).toEqual([place(second), place(first)]);
  expect(links.map(({ label }) => label)).toEqual(['Evidence 1', 'Evidence 2']);
});

test('each question stands once, under its theme', () => {
  const articles = [1, 2, 3].map((number) => article(number, 8, answer));
  const { groups, count } = faqIndexView(libraryWith(articles));
  expect(count).toBe(24);
  expect(groups.flatMap(({ questions }) => questions.map(({ id }) => id)).toSorted()).toEqual(
    articles.flatMap(({ data }) => data.questions.map(({ id }) => id)).toSorted(),
  );
});

test('a list too long for its answers leads to them, in their articles', () => {
  const long = ['<p>Yes, in most runners. ' + 'It goes on for a while. '.repeat(40) + '</p>'];
  const articles = Array.from({ length: 50 }, (_, number) => article(number, 8, long));
  const { groups, count } = faqIndexView(libraryWith(articles));
  expect(count).toBe(400);
  for (const { questions } of groups)
    for (const question of questions) {
      expect(question.answer).toBeUndefined();
      expect(question.first).toBe('Yes, in most runners.');
      expect(question.article.href).toMatch(new RegExp(`^/articles/article-\\d+/#${question.id}$`));
    }
  const few = rowsOf([article(1, 2, answer)]);
  expect(fitted(few, 'page')).toEqual(few);
  for (const { answer: shown } of fitted(rowsOf(articles), 'page')) expect(shown).toBeUndefined();
});

test.each([
  ['of many words', 'word '.repeat(400)],
  ['of one word', 'w'.repeat(2000)],
])('a first sentence %s is cut where it stands alone', (_what, text) => {
  const articles = Array.from({ length: 10 }, (_, number) =>
    article(number, 8, [`<p>${text}.</p>`]),
  );
  for (const { answer: shown, first } of fitted(rowsOf(articles), 'page')) {
    expect(shown).toBeUndefined();
    expect(first.length).toBeLessThanOrEqual(242);
    expect(first).toMatch(/^w.* …$/);
  }
});
