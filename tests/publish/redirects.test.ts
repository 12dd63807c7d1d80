/** Old addresses of everything that has a page. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fatesOf } from '#checks/ledger.ts';
import { checkCorpus } from '#checks/run.ts';
import type { Corpus, Entry } from '#corpus/corpus.ts';
import { readCorpus } from '#corpus/read.ts';
import { redirects, writeRedirects } from '../../src/publish/redirects.ts';

const corpusOf = () => readCorpus(path.resolve('tests/fixtures/content'));
const today = '2026-06-01';

// What was read of a file is kept for the next reading: nobody writes in it.
function putOn({ entries }: Corpus, entry: Entry, fields: object): void {
  const { collection, id, data } = entry;
  (entries[collection] as Map<string, Entry>).set(id, {
    ...entry,
    data: { ...data, ...fields } as Entry['data'],
  });
}

test('an alias of whatever has a page leads to it', async () => {
  const corpus = await corpusOf();
  for (const entry of [
    ...corpus.entries.pages.values(),
    ...corpus.entries.products.values(),
    ...corpus.entries.nutrients.values(),
    ...corpus.entries.claims.values(),
    ...corpus.entries.themes.values(),
    ...corpus.entries.people.values(),
  ])
    putOn(corpus, entry, { aliases: [`/old/${entry.collection}/${entry.id}/`] });
  expect(redirects(checkCorpus(corpus, today), today)).toMatchObject({
    '/old/pages/how-we-work/': '/how-we-work/',
    '/old/products/iron-capsule/': '/products/iron-capsule/',
    '/old/nutrients/iron/': '/nutrients/iron/',
    '/old/claims/iron-test/': '/evidence/iron-test/',
    '/old/themes/tired/': '/themes/tired/',
    '/old/people/desk/': '/people/desk/',
    '/articles/old-model/': '/articles/model/',
  });
});

test('what was published of a page goes with it, and a file is there on any host', async () => {
  const corpus = await corpusOf();
  for (const figure of corpus.entries.figures.values())
    putOn(corpus, figure, { aliases: ['/figures/stores/'] });
  corpus.ledger = [
    '/figures/stores/',
    '/figures/stores.png',
    '/figures/stores/embed/',
    '/articles/old-model/#does-iron-make-a-runner-faster',
    '/articles/old-model.md',
    '/articles/model/#known-before',
    '/cards/articles/old-model.png',
  ];
  // The old id of a heading that was renamed: its place is there.
  const article = corpus.entries.articles.get('model');
  if (article === undefined) throw new Error('The model article is not there.');
  putOn(corpus, article, { fragmentAliases: [{ old: 'known-before', now: 'what-is-known' }] });
  const checked = checkCorpus(corpus, today);
  expect(checked.problems).toEqual([]);
  const moved = redirects(checked, today);
  expect(moved).toEqual({
    '/method/': '/how-we-work/',
    '/articles/old-model/': '/articles/model/',
    '/articles/old-model.md': '/articles/model.md',
    '/cards/articles/old-model.png': '/cards/articles/model.png',
    '/figures/stores/': '/figures/low-stores/',
    '/figures/stores.png': '/figures/low-stores.png',
    '/figures/stores/embed/': '/figures/low-stores/embed/',
  });
  const site = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  for (const to of Object.values(moved)) {
    const file = path.join(site, to.endsWith('/') ? `${to}index.html` : to);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `at ${to}`);
  }
  writeRedirects(site, 'https://micromile.example', moved);
  expect(readFileSync(path.join(site, 'figures/stores.png'), 'utf8')).toBe(
    'at /figures/low-stores.png',
  );
  expect(readFileSync(path.join(site, 'figures/stores/embed/index.html'), 'utf8')).toContain(
    '<meta http-equiv="refresh" content="0;url=/figures/low-stores/embed/">',
  );
  rmSync(site, { recursive: true });
});

test('what is gone takes its files with it', async () => {
  const { gone } = fatesOf(checkCorpus(await corpusOf(), today), today);
  expect([...gone.keys()].sort()).toEqual([
    '/articles/withdrawn.bib',
    '/articles/withdrawn/',
    '/data/prices.csv',
  ]);
});
