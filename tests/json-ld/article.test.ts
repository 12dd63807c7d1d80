/** What search engines are told of an article: only what its page says. */
import { expect, test } from 'vitest';
import { articleData } from '#json-ld/article.ts';
import type { ArticleView } from '#views/article.ts';

const day = { iso: '2026-01-10', text: 'January 10, 2026' };
const article = (kind: 'person' | 'organization') =>
  ({
    href: '/articles/sample/',
    title: 'A sample article on Testium for runners',
    description: 'A sample of a sentence that gives the answer.',
    published: day,
    updated: undefined,
    authors: [{ name: 'Sample', kind, href: '/people/sample/' }],
    topics: [
      { name: 'Tired', href: '/themes/tired/' },
      { name: 'Iron', href: '/nutrients/iron/' },
    ],
    references: ['https://doi.org/10.1/a', 'https://x.example/', 'https://doi.org/10.1/a'].map(
      (href) => ({ href }),
    ),
    changes: [
      { on: day, kind: 'correction', kindText: 'Correction', what: 'A number.' },
      { on: day, kind: 'update', kindText: 'Update', what: 'A sentence.' },
    ],
  }) as unknown as ArticleView;

test.each([
  ['person', 'Person'],
  ['organization', 'Organization'],
] as const)('an author who is a %s is a %s', (kind, type) => {
  const data = articleData(article(kind), '/cards/a.png', new URL('https://example.org'));
  expect(data).toMatchObject({
    '@type': 'Article',
    author: [{ '@type': type, name: 'Sample', url: 'https://example.org/people/sample/' }],
    image: 'https://example.org/cards/a.png',
    isAccessibleForFree: true,
  });
});

test('an article is about its nutrients, names each source once, and its corrections', () => {
  const base = new URL('https://example.org');
  expect(articleData(article('person'), '/cards/a.png', base)).toMatchObject({
    about: [{ '@type': 'Thing', name: 'Iron', url: 'https://example.org/nutrients/iron/' }],
    citation: ['https://doi.org/10.1/a'],
    correction: [{ '@type': 'CorrectionComment', datePublished: day.iso, text: 'A number.' }],
  });
  const plain = { ...article('person'), changes: [] };
  expect(articleData(plain, '/cards/a.png', base)).not.toHaveProperty('correction');
});
