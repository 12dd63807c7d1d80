/** The addresses that the content is held to have are those that were built: none more, none less. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { fatesOf } from '../../src/checks/ledger.ts';
import { checkCorpus } from '../../src/checks/run.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { today } from '../../src/environment.ts';

const corpus = await readCorpus(path.resolve('content'));
corpus.ledger = [];
const { moved, gone, ...fates } = fatesOf(checkCorpus(corpus, today()), today());
const fresh = fates.fresh();
const fileOf = (page: string): string =>
  path.join('dist', page.endsWith('/') ? `${page}index.html` : page);

test('each of them was built, with the place on the page', () => {
  const missing = fresh.filter((address) => {
    const [page = '', fragment] = address.split('#');
    if (!existsSync(fileOf(page))) return true;
    return (
      fragment !== undefined && !readFileSync(fileOf(page), 'utf8').includes(`id="${fragment}"`)
    );
  });
  expect(missing).toEqual([]);
  expect(fresh.length).toBeGreaterThan(700);
});

test('each page, feed, data file and figure that was built is one of them', () => {
  const known = new Set([...fresh, ...moved.keys(), ...gone.keys()]);
  // Nobody writes these down: they change with the build, or are for those who work here.
  const passing =
    /^\/(?:_astro\/|search\/.|gallery\/|404\.html|sitemap|robots\.txt|site\.webmanifest|_headers|_redirects|corrections\/older\/|\.nojekyll|evidence\/narrow\.css)/;
  const ofPublic = new Set(readdirSync('public').map((name) => `/${name}`));
  const built = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${path.relative('dist', path.join(entry.parentPath, entry.name))}`)
    .map((file) => file.replace(/index\.html$/, ''))
    .filter((address) => !passing.test(address) && !ofPublic.has(address));
  expect(built.filter((address) => !known.has(address))).toEqual([]);
});
