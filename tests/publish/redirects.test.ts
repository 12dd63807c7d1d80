/** Old addresses of everything that has a page. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCorpus } from '#corpus/read.ts';
import { redirects } from '../../src/publish/redirects.ts';

test('an alias of an article, a page, a product or a nutrient leads to its page', async () => {
  const corpus = await readCorpus(path.resolve('tests/fixtures/content'));
  for (const entry of [
    ...corpus.entries.pages.values(),
    ...corpus.entries.products.values(),
    ...corpus.entries.nutrients.values(),
  ])
    entry.data.aliases = [`/old/${entry.collection}/${entry.id}/`];
  expect(redirects(corpus, '2026-11-25')).toMatchObject({
    '/old/pages/how-we-work/': '/how-we-work/',
    '/old/products/iron-capsule/': '/products/iron-capsule/',
    '/old/nutrients/iron/': '/nutrients/iron/',
    '/articles/old-model/': '/articles/model/',
  });
});
