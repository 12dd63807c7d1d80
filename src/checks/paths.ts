/** Addresses that the site will have. */
import type { Corpus } from '../corpus/read.ts';
import { routes } from '../routes.ts';

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
