/** Old addresses and where they lead now. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Corpus } from '../corpus/read.ts';
import { isPublished } from '../domain/dates.ts';
import { routes } from '../routes.ts';

/**
 * New address by old one, for every alias of an article, page, product or nutrient.
 * @param today an article that is not on the site yet has none: a redirect to it would lead nowhere
 */
export function redirects({ entries }: Corpus, today: string): Record<string, string> {
  const articles = [...entries.articles.values()]
    .filter(({ data }) => isPublished(data, today))
    .map(({ id, data }) => [data.aliases, routes.article(id)] as const);
  const pages = [...entries.pages.values()].map(
    ({ id, data }) => [data.aliases, routes.page(id)] as const,
  );
  const products = [...entries.products.values()].map(
    ({ id, data }) => [data.aliases, routes.product(id)] as const,
  );
  const nutrients = [...entries.nutrients.values()].map(
    ({ id, data }) => [data.aliases, routes.nutrient(id)] as const,
  );
  return Object.fromEntries(
    [...articles, ...pages, ...products, ...nutrients].flatMap(([aliases, to]) =>
      aliases.map((alias) => [alias, to]),
    ),
  );
}

/** A page at each old address that sends readers on: what a host without redirects of its own can do. */
export function writeRedirects(
  site: string,
  address: string | undefined,
  targets: Readonly<Record<string, string>>,
): void {
  for (const [from, to] of Object.entries(targets)) {
    const folder = path.join(site, from);
    mkdirSync(folder, { recursive: true });
    const canonical = address === undefined ? to : new URL(to, address).href;
    writeFileSync(
      path.join(folder, 'index.html'),
      `<!doctype html>
<title>Redirecting to: ${to}</title>
<meta http-equiv="refresh" content="0;url=${to}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
<body>
	<a href="${to}">Redirecting from <code>${from}</code> to <code>${to}</code></a>
</body>`,
    );
  }
}
