/** The files of one entry are made one after the other. */
import type { AstroPrerenderer } from 'astro';
import { expect, test } from 'vitest';
import { entryByEntry } from '../../src/publish/page-order.ts';

const order = async (pathnames: string[]): Promise<string[]> => {
  const paths = pathnames.map((pathname) => ({ pathname, route: {} }));
  const pages = { name: 'pages', getStaticPaths: async () => paths } as unknown as AstroPrerenderer;
  return (await entryByEntry(pages).getStaticPaths()).map(({ pathname }) => pathname);
};

test('a page stands with its files, where the first of them stood', async () => {
  expect(
    await order([
      '/articles/a.bib',
      '/articles/b.bib',
      '/articles/a.csl.json',
      '/articles/b.csl.json',
      '/articles/a/',
      '/articles/b',
      '/cards/articles/a.png',
    ]),
  ).toEqual([
    '/articles/a.bib',
    '/articles/a.csl.json',
    '/articles/a/',
    '/articles/b.bib',
    '/articles/b.csl.json',
    '/articles/b',
    '/cards/articles/a.png',
  ]);
});

test('no path is lost, and none comes twice', async () => {
  const paths = [
    '/',
    '/feed.xml',
    '/feed.json',
    '/articles/',
    '/articles/a',
    '/data/x.schema.json',
  ];
  expect((await order(paths)).toSorted()).toEqual(paths.toSorted());
});
