/** Old addresses and where they lead now. */
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
