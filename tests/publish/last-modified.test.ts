/** Dates of the sitemap: true ones, or none. */
import { expect, test } from 'vitest';
import { contentFile } from '#corpus/content-file.ts';
import { emptyCorpus, type Corpus } from '#corpus/corpus.ts';
import { addFile } from '#corpus/read.ts';
import { lastModified } from '#publish/last-modified.ts';

const article = (published: string, more = ''): string => `---
title: An article with dates of its own
description: A made-up article whose dates say when the pages that show it last changed.
published: ${published}
reviewDue: 2027-12-01
authors: [desk]
aiUse: none
topics: [iron]
takeaways: [ One., Two., Three. ]
${more}---

Text.
`;
const page = (title: string): string => `---
title: ${title}
description: A made-up page with a description that is long enough to be one of its kind.
updated: 2026-01-10
---

Text.
`;

function corpusOf(files: Record<string, string>): Corpus {
  const corpus = emptyCorpus('/content');
  for (const [file, text] of Object.entries(files)) {
    const collection = file.startsWith('articles/') ? 'articles' : 'pages';
    const bytes = new TextEncoder().encode(text);
    addFile(corpus, contentFile('/content', collection, `/content/${file}`, bytes));
  }
  expect(corpus.problems).toEqual([]);
  return corpus;
}

test('an article that is not on the site yet changes no list', () => {
  const corpus = corpusOf({
    'articles/now.mdx': article('2026-03-01'),
    'articles/later.mdx': article('2027-01-10'),
    'articles/draft.mdx': article('2026-05-01', 'draft: true\n'),
  });
  const days = Object.fromEntries(lastModified(corpus, '2026-06-01'));
  expect(days).toEqual({
    '/articles/now/': '2026-03-01',
    '/': '2026-03-01',
    '/articles/': '2026-03-01',
    '/faq/': '2026-03-01',
  });
  expect(lastModified(corpus, '2027-01-10').get('/')).toBe('2027-01-10');
});

test('a change in any article is a change of the corrections page, and of no other page', () => {
  const changes = 'changes: [ { on: 2026-04-02, kind: correction, what: A figure. } ]\n';
  const days = lastModified(
    corpusOf({
      'articles/now.mdx': article('2026-03-01', changes),
      'pages/corrections.mdx': page('Corrections'),
      'pages/about.mdx': page('About us'),
    }),
    '2026-06-01',
  );
  expect(days.get('/corrections/')).toBe('2026-04-02');
  expect(days.get('/about/')).toBe('2026-01-10');
});
