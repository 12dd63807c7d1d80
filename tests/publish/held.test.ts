/** Beside which pages the dev server tells a mistake, and which it cannot make. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkCorpus } from '#checks/run.ts';
import { collectionOf } from '#corpus/collections.ts';
import { contentFile } from '#corpus/content-file.ts';
import { emptyCorpus } from '#corpus/corpus.ts';
import { addFile } from '#corpus/read.ts';
import type { Problem } from '#problem.ts';
import { holding, problemsAt } from '#publish/held.ts';
import { goodFiles } from '../checks/fixture.ts';

const corpus = emptyCorpus('/content');
for (const [file, bytes] of goodFiles) {
  const collection = collectionOf(file);
  if (collection !== undefined)
    addFile(corpus, contentFile('/content', collection, path.join('/content', file), bytes));
}

const result = checkCorpus(corpus, '2026-06-01');

const pages = [
  '/',
  '/about/',
  '/articles/model/',
  '/articles/second/',
  '/evidence/',
  '/evidence/iron-limit/',
  '/evidence/magnesium-sleep/',
  '/glossary/',
  '/nutrients/iron/',
  '/nutrients/iron/sheet/',
  '/products/iron-capsule/',
  '/tools/stack/',
];

const problemIn = (file: string, rule: string, line: number): Problem => ({
  file: `content/${file}`,
  line,
  column: 1,
  severity: 'error',
  rule,
  message: 'is wrong.',
  fix: 'Mend.',
});

/** The pages that cannot be made for an error of a rule in a file. */
function heldBy(file: string, rule: string): string[] {
  const problems = [problemIn(file, rule, 1)];
  return pages.filter((page) => holding({ corpus, problems }, page).length > 0);
}

/** The pages beside which it is told. */
function toldOn(file: string, rule: string, line = 1): string[] {
  const checked = { ...result, problems: [problemIn(file, rule, line)] };
  return pages.filter((page) => problemsAt(checked, page).here.length > 0);
}

const lineOf = (file: string, words: string): number =>
  Buffer.from(goodFiles.get(file) ?? '')
    .toString()
    .split('\n')
    .indexOf(words) + 1;

test.each([
  ['articles/model.mdx', ['/articles/model/']],
  ['pages/about.mdx', ['/about/']],
  ['nutrients/iron.mdx', ['/articles/model/', '/nutrients/iron/', '/nutrients/iron/sheet/']],
  ['foods/iron.yaml', ['/articles/model/', '/nutrients/iron/']],
  ['sheets/iron.yaml', ['/nutrients/iron/sheet/']],
  ['glossary/ferritin.yaml', ['/articles/model/', '/glossary/']],
  ['interactions/minerals.yaml', ['/tools/stack/']],
  ['people/desk.yaml', []],
  ['site.yaml', []],
  ['unknown/file.yaml', []],
])(
  'a mistake of wording in %s is told beside what shows it, and holds back nothing',
  (file, told) => {
    expect(toldOn(file, 'price-talk')).toEqual(told);
    expect(heldBy(file, 'price-talk')).toEqual([]);
  },
);

test('a mistake in a claim or a product is told beside the articles that cite or name it', () => {
  const claim = (id: string): string[] =>
    toldOn('claims/iron.yaml', 'price-talk', lineOf('claims/iron.yaml', `- id: ${id}`) + 1);
  expect(claim('iron-prevalence')).toEqual([
    '/articles/model/',
    '/articles/second/',
    '/evidence/',
    '/evidence/iron-limit/',
  ]);
  expect(claim('iron-limit')).toEqual(['/articles/model/', '/evidence/', '/evidence/iron-limit/']);
  expect(toldOn('products/iron-capsule.yaml', 'price-talk')).toEqual([
    '/articles/model/',
    '/articles/second/',
    '/products/iron-capsule/',
  ]);
});

test('a file that is not sound holds back every page, an article its own alone', () => {
  expect(heldBy('claims/iron.yaml', 'schema')).toEqual(pages);
  expect(heldBy('products/iron-capsule.yaml', 'unknown-reference')).toEqual(pages);
  expect(heldBy('articles/model.mdx', 'schema')).toEqual(['/articles/model/']);
  expect(toldOn('claims/iron.yaml', 'schema')).toEqual(pages);
});
