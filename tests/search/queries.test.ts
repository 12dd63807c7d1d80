/**
 * What runners type finds what they would want to see: 60 queries with the addresses that must come
 * first, written before the search by somebody who does not tune it. A third of them is held out, and
 * is not looked at while weights are tuned.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findRecords, type Found } from '#search/query.ts';
import { indexOf, readerOf, siteOf } from './site.ts';

interface Query {
  query: string;
  first?: string[];
  among?: string[];
  none?: true;
}

const read = readerOf(indexOf(await siteOf('content', process.env['TODAY'] ?? '2026-11-25')));

/** Queries that do not find what they must, with what they find. */
async function missed(file: string): Promise<string[]> {
  const queries = parse(readFileSync(file, 'utf8')) as Query[];
  const found = await Promise.all(
    queries.map(async (query) => ({ query, found: await findRecords(query.query, read) })),
  );
  return found
    .filter(({ query, found: { groups } }) => !holds(query, groups))
    .map(
      ({ query, found: { groups } }) => `${query.query}: ${shown(groups).slice(0, 4).join(' ')}`,
    );
}

function holds({ first, among, none }: Query, groups: Found['groups']): boolean {
  if (none === true) return groups.every(({ hits }) => hits.every(({ href }) => isTheme(href)));
  if (first !== undefined) {
    const [best] = groups;
    return best !== undefined && isMet(first, best.kind, best.hits[0]?.href);
  }
  return groups.some(({ kind, hits }) =>
    hits.slice(0, 3).some(({ href }) => isMet(among ?? [], kind, href)),
  );
}

const isTheme = (href: string): boolean => href.startsWith('/themes/');

// An article is met by itself or one of its sections, not by its questions.
function isMet(wanted: readonly string[], kind: string, href = ''): boolean {
  return wanted.some(
    (address) => href === address || (kind === 'articles' && href.startsWith(`${address}#`)),
  );
}

const shown = (groups: Found['groups']): string[] =>
  groups.flatMap(({ hits }) => hits.slice(0, 2).map(({ href }) => href));

/** How many of the 60 may be missed. */
const most = 5;

test(`all but ${most} of the 60 queries find what they must`, async () => {
  const misses = [
    ...(await missed('tests/fixtures/queries.yaml')),
    ...(await missed('tests/fixtures/queries-held-out.yaml')),
  ];
  // Named where they are too many.
  expect(misses.length > most ? misses : []).toEqual([]);
});
