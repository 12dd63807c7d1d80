/** Text pages: the day that they name as their last change. */
import { expect, test } from 'vitest';
import type { Change } from '#schemas/article.ts';
import { pageView } from '#views/page.ts';
import { sampleLibrary } from '../../src/gallery/sample-library.ts';
import { library } from '../library.ts';

const article = sampleLibrary.articles[0];
if (article === undefined) throw new Error('The sample library has no article.');

function updated(slug: string, on: string): string {
  const page = library.pages.get(slug);
  if (article === undefined || page === undefined) throw new Error(`There is no ${slug}.`);
  const changes: Change[] = [{ on, kind: 'correction', what: 'A figure.' }];
  const articles = [{ ...article, data: { ...article.data, changes } }];
  const document = { body: [], citations: [] } as unknown as Parameters<
    typeof pageView
  >[1]['document'];
  const data = { ...page.data, updated: '2026-03-01' };
  return pageView(slug, { data, document }, { ...library, articles }).updated.iso;
}

test.each([
  ['corrections', '2026-04-02', '2026-04-02', 'its log has a newer entry'],
  ['corrections', '2026-02-02', '2026-03-01', 'its log is older than its text'],
  ['about', '2026-04-02', '2026-03-01', 'it shows no log'],
])('%s, with a correction on %s, last changed on %s: %s', (slug, on, expected) => {
  expect(updated(slug, on)).toBe(expected);
});
