/** Which pages the dev server holds back for a mistake in which file. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { collectionOf } from '#corpus/collections.ts';
import { addFile, contentFile, emptyCorpus } from '#corpus/read.ts';
import { holding } from '#publish/held.ts';
import { goodFiles } from '../checks/fixture.ts';

const corpus = emptyCorpus('/content');
for (const [file, bytes] of goodFiles) {
  const collection = collectionOf(file);
  if (collection !== undefined)
    addFile(corpus, contentFile('/content', collection, path.join('/content', file), bytes));
}

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

/** The pages that are not shown for an error of a rule in a file. */
function heldBy(file: string, rule: string): string[] {
  const place = { file: `content/${file}`, line: 1, column: 1 };
  const problem = {
    ...place,
    severity: 'error' as const,
    rule,
    message: 'is wrong.',
    fix: 'Mend.',
  };
  return pages.filter((page) => holding({ corpus, problems: [problem] }, page).length > 0);
}

test.each([
  ['articles/model.mdx', ['/articles/model/']],
  ['pages/about.mdx', ['/about/']],
  ['nutrients/iron.mdx', ['/nutrients/iron/', '/nutrients/iron/sheet/']],
  ['foods/iron.yaml', ['/nutrients/iron/']],
  ['sheets/iron.yaml', ['/nutrients/iron/sheet/']],
  ['products/iron-capsule.yaml', ['/products/iron-capsule/']],
  ['glossary/ferritin.yaml', ['/glossary/']],
  ['interactions/minerals.yaml', ['/tools/stack/']],
  ['claims/iron.yaml', ['/evidence/', '/evidence/iron-limit/']],
  // What any page may show.
  ['people/desk.yaml', pages],
  ['themes/tired.yaml', pages],
  ['site.yaml', pages],
  ['unknown/file.yaml', pages],
])('a mistake of wording in %s holds back what shows it', (file, held) => {
  expect(heldBy(file, 'price-talk')).toEqual(held);
});

test('a file that is not sound holds back every page, an article its own alone', () => {
  expect(heldBy('claims/iron.yaml', 'schema')).toEqual(pages);
  expect(heldBy('products/iron-capsule.yaml', 'unknown-reference')).toEqual(pages);
  expect(heldBy('articles/model.mdx', 'schema')).toEqual(['/articles/model/']);
});
