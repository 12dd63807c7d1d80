/** The files of one entry are made one after the other. */
import { expect, test } from 'vitest';
import { entryByEntry } from '../../src/publish/piece-order.ts';

const order = (pathnames: string[]): string[][] =>
  entryByEntry(
    pathnames.map((pathname) => ({ pathname, route: '', component: '', isPage: true })),
  ).map((pieces) => pieces.map(({ pathname }) => pathname));

test('a page stands with its files, where the first of them stood', () => {
  expect(
    order([
      'articles/a.bib',
      'articles/b.bib',
      'articles/a.csl.json',
      'articles/b.csl.json',
      'articles/a',
      'articles/b',
      'cards/articles/a.png',
    ]),
  ).toEqual([
    ['articles/a.bib', 'articles/a.csl.json', 'articles/a'],
    ['articles/b.bib', 'articles/b.csl.json', 'articles/b'],
    ['cards/articles/a.png'],
  ]);
});

test('no path is lost, and none comes twice', () => {
  const paths = ['', 'feed.xml', 'feed.json', 'articles', 'articles/a', 'data/x.schema.json'];
  expect(order(paths).flat().toSorted()).toEqual(paths.toSorted());
});
