/** Article Facts: what the label counts, one change of the article at a time. */
import { describe, expect, test } from 'vitest';
import { articleFacts, type ArticleFactsView } from '#views/article.ts';
import type { ArticleIndex } from '#schemas/article.ts';
import { sampleLibrary } from '../../src/gallery/sample-library.ts';

const sample = [...sampleLibrary.articles.values()][0]?.data;
if (sample === undefined) throw new Error('The sample library has no article.');

// The sample cites sample-strong (two sources: one full text in runners, one abstract), sample-moderate
// (the first of them again) and the source sample-table (citation only).
const cases: [string, Partial<ArticleIndex>, (facts: ArticleFactsView) => unknown, unknown][] = [
  ['a source counts once however often it is cited', {}, (f) => f.sources.cited, 3],
  ['full texts and abstracts count as read', {}, (f) => f.sources.read, 2],
  ['sources that studied runners', {}, (f) => f.sources.studiedRunners, 1],
  ['a bare source is no claim', {}, (f) => f.claims.cited, 2],
  [
    'claims by certainty, the surest first, empty ones left out',
    {},
    (f) => f.claims.byCertainty.map(({ certainty, count }) => [certainty, count]),
    [
      ['strong', 1],
      ['moderate', 1],
    ],
  ],
  [
    'nothing cited',
    { citations: [] },
    (f) => [f.sources.cited, f.claims.cited, f.claims.byCertainty],
    [0, 0, []],
  ],
  [
    'a secondary account is not read',
    { citations: ['sample-retracted'] },
    (f) => f.sources.read,
    0,
  ],
  [
    'products of an unread label',
    { products: ['unread'] },
    (f) => f.products,
    { linked: 0, unread: 1, refused: 0 },
  ],
  ['products linked and refused', {}, (f) => f.products, { linked: 1, unread: 0, refused: 1 }],
  [
    'a discontinued product is neither',
    { products: ['discontinued'] },
    (f) => f.products,
    { linked: 0, unread: 0, refused: 0 },
  ],
  ['words', {}, (f) => f.words, 1500],
  ['minutes are never none', { words: 3 }, (f) => f.minutes, 1],
  ['written', {}, (f) => f.written.iso, '2026-01-10'],
  ['not updated', {}, (f) => f.updated, undefined],
  ['updated', { updated: '2026-01-20' }, (f) => f.updated?.iso, '2026-01-20'],
  [
    'updated by a correction, the last of its days',
    {
      updated: '2026-01-20',
      changes: [{ on: '2026-02-03', kind: 'correction', what: 'A figure.' }],
    },
    (f) => f.updated?.iso,
    '2026-02-03',
  ],
  ['next review', {}, (f) => f.reviewDue.iso, '2026-07-10'],
  ['no medical review', {}, (f) => f.medicalReview, 'none yet'],
  [
    'a medical review has its day',
    { reviewed: { on: '2026-01-20', by: 'sample' } },
    (f) => f.medicalReview,
    'January 20, 2026',
  ],
  [
    'a medical review of words that changed since',
    { reviewed: { on: '2026-01-20', by: 'sample' }, updated: '2026-01-21' },
    (f) => f.medicalReview,
    'January 20, 2026, of an earlier text',
  ],
  ['drafted by AI', { aiUse: 'generated' }, (f) => f.draftedWithAi, 'yes'],
  ['helped by AI', { aiUse: 'assisted' }, (f) => f.draftedWithAi, 'partly'],
  ['no AI', { aiUse: 'none' }, (f) => f.draftedWithAi, 'no'],
];

describe('Article Facts', () => {
  test.each(cases)('%s', (_name, change, pick, expected) => {
    expect(pick(articleFacts({ ...sample, ...change }, sampleLibrary))).toEqual(expected);
  });
});

test('an unknown product is an error, not a zero', () => {
  expect(() => articleFacts({ ...sample, products: ['nobody'] }, sampleLibrary)).toThrow(
    'There is no product "nobody"',
  );
});
