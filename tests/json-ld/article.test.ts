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
    author: { name: 'Sample', kind },
    topics: [],
    references: [],
  }) as unknown as ArticleView;

test.each([
  ['person', 'Person'],
  ['organization', 'Organization'],
] as const)('an author who is a %s is a %s', (kind, type) => {
  const [data] = articleData(article(kind), new URL('https://example.org'));
  expect(data).toMatchObject({ '@type': 'Article', author: { '@type': type, name: 'Sample' } });
});
