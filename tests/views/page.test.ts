/** Text pages: the day that they name as their last change. */
import { expect, test } from 'vitest';
import { newTrace, traced } from '#library/trace.ts';
import type { Change } from '#schemas/change.ts';
import { changeLog } from '#views/change.ts';
import { pageView } from '#views/page.ts';
import { sampleLibrary } from '../../src/gallery/sample-library.ts';
import { library, libraryWith } from '../library.ts';

const article = [...sampleLibrary.articles.values()][0];
if (article === undefined) throw new Error('The sample library has no article.');

function updated(slug: string, on: string): string {
  const page = library.pages.get(slug);
  if (article === undefined || page === undefined) throw new Error(`There is no ${slug}.`);
  const changes: Change[] = [{ on, kind: 'correction', what: 'A figure.' }];
  const own = libraryWith([{ ...article, data: { ...article.data, changes } }]);
  const document = { body: [], citations: [], components: [] } as unknown as Parameters<
    typeof pageView
  >[1]['document'];
  const data = { ...page.data, updated: '2026-03-01' };
  return pageView(slug, { data, document }, own).updated.iso;
}

test('the log holds the changes of whatever has some, newest first, each with where it was', () => {
  const claim = [...library.claims.values()][0];
  const term = [...library.glossary.values()][0];
  const nutrient = library.nutrients.get('iron');
  const product = [...library.products.values()][0];
  if (!claim || !term || !nutrient || !product) throw new Error('Something is missing.');
  const change = (on: string): { changes: Change[] } => ({
    changes: [{ on, kind: 'correction', what: `On ${on}.` }],
  });
  const own = libraryWith([], {
    pages: [],
    claims: [{ id: 'c', data: { ...claim.data, ...change('2026-01-02') } }],
    glossary: [{ id: 't', data: { ...term.data, ...change('2026-01-04') } }],
    nutrients: [{ ...nutrient, id: 'n', data: { ...nutrient.data, ...change('2026-01-01') } }],
    products: [{ id: 'p', data: { ...product.data, ...change('2026-01-03') } }],
  });
  const log = changeLog(own);
  expect(log.map(({ href, what }) => [href, what])).toEqual([
    ['/glossary/#t', 'On 2026-01-04.'],
    ['/products/p/', 'On 2026-01-03.'],
    ['/evidence/c/', 'On 2026-01-02.'],
    ['/nutrients/n/', 'On 2026-01-01.'],
  ]);
  expect(log.find(({ href }) => href === '/nutrients/n/')?.title).toBe('Iron');
  // Hundreds of files show a part of it each.
  const asked = (): typeof log => changeLog(traced(own, newTrace()));
  expect(asked()).toEqual(log);
  expect(asked()).toBe(asked());
});

test.each([
  ['corrections', '2026-04-02', '2026-04-02', 'its log has a newer entry'],
  ['corrections', '2026-02-02', '2026-03-01', 'its log is older than its text'],
  ['about', '2026-04-02', '2026-03-01', 'it shows no log'],
])('%s, with a correction on %s, last changed on %s: %s', (slug, on, expected) => {
  expect(updated(slug, on)).toBe(expected);
});
