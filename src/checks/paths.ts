/** Addresses that the site will have. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Corpus } from '../corpus/read.ts';
import { madeFiles, routes } from '../routes.ts';

/** Where a file with prose is shown. */
export function pathOf(collection: 'articles' | 'pages' | 'nutrients', id: string): string {
  return { articles: routes.article, pages: routes.page, nutrients: routes.nutrient }[collection](
    id,
  );
}

/** Paths of the pages that are made by code: an address that takes nothing is a page of its own. */
export const ownPaths: ReadonlySet<string> = new Set(
  Object.values(routes)
    .filter((route): route is () => string => route.length === 0)
    .map((route) => route()),
);

/** Paths of all pages, drafts and scheduled articles included. */
export function knownPaths({ knownIds }: Corpus): Set<string> {
  return new Set([
    ...ownPaths,
    ...[...knownIds.articles].map(routes.article),
    ...[...knownIds.pages].map(routes.page),
    ...[...knownIds.products].map(routes.product),
    ...[...knownIds.nutrients].map(routes.nutrient),
    ...[...knownIds.sheets].map(routes.sheet),
    ...[...knownIds.claims].map(routes.claim),
  ]);
}

/** Addresses of all files that are no pages: those that are made, and those of `public/`, letter by letter. */
export function knownFiles(): Set<string> {
  const folder = path.resolve('public');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return new Set([...madeFiles, ...files.map((file) => `/${file.split(path.sep).join('/')}`)]);
}
