/** What stands between a site and the public. */
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openItems } from '#checks/ready.ts';
import { checkCorpus } from '#checks/run.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { readCorpus } from '#corpus/read.ts';
import { day } from './fixture.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function open(change: (corpus: Corpus) => void, today = day): Promise<string[]> {
  vi.stubEnv('SITE_URL', 'https://runners.com');
  vi.stubEnv('SHOP_TAG', 'ours-20');
  const corpus = await readCorpus(path.resolve('tests/fixtures/content'));
  corpus.ledger = ['/articles/model/'];
  change(corpus);
  return openItems(checkCorpus(corpus, today), today).map(
    ({ level, what, where }) => `${level} ${what}: ${where}`,
  );
}
const rest = 'should addresses: npm run addresses, once they are out';

test('a site with all that readers must know may go out', async () => {
  expect(await open(() => undefined)).toEqual([rest]);
});

test.each(['https://micromile.example', 'http://localhost:8080'])(
  '%s is no address for readers',
  async (address) => {
    expect(await open(() => vi.stubEnv('SITE_URL', address))).toContain('must address: SITE_URL');
  },
);

test('whatever the owner has not filled in is a must, with its place', async () => {
  const items = await open((corpus) => {
    const site = corpus.entries.site.get('site');
    if (site !== undefined)
      corpus.entries.site.set('site', {
        ...site,
        data: {
          ...site.data,
          contact: 'desk@site.example',
          operator: '[to be filled in before launch]',
        },
      });
  });
  expect(items).toEqual([
    'must contact: content/site.yaml:2, contact',
    'must operator: content/site.yaml:4, operator',
    rest,
  ]);
  expect((await open((corpus) => corpus.entries.site.clear())).slice(0, -1)).toHaveLength(8);
});

test('the list of addresses, an article in the feeds and the pages that all pages lead to are musts', async () => {
  expect(
    await open((corpus) => {
      corpus.ledger = [];
      corpus.entries.articles.clear();
      corpus.knownIds.pages.delete('privacy');
    }),
  ).toEqual([
    'must policy: content/pages/privacy.mdx',
    'must feeds: content/articles/',
    'must addresses: npm run addresses',
  ]);
});

test('what only should be done keeps nothing back', async () => {
  const items = await open(() => {
    vi.stubEnv('SITE_URL', 'http://runners.com');
    vi.stubEnv('SHOP_TAG', '');
  }, '2027-06-02');
  expect(items).toEqual([
    'should tag: SHOP_TAG',
    'should reviews: reviewDue, see npm run check -- --rule review-overdue',
    'should https: SITE_URL',
    rest,
  ]);
});
