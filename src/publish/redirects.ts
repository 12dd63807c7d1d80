/** Old addresses and where they lead now. */
import type { Corpus } from '../corpus/read.ts';
import { isPublished } from '../domain/dates.ts';
import { routes } from '../routes.ts';

/**
 * New address by old one, for every alias of an article or page.
 * @param today an article that is not on the site yet has none: a redirect to it would lead nowhere
 */
export function redirects({ entries }: Corpus, today: string): Record<string, string> {
  const articles = [...entries.articles.values()]
    .filter(({ data }) => isPublished(data, today))
    .map(({ id, data }) => [data.aliases, routes.article(id)] as const);
  const pages = [...entries.pages.values()].map(
    ({ id, data }) => [data.aliases, routes.page(id)] as const,
  );
  return Object.fromEntries(
    [...articles, ...pages].flatMap(([aliases, to]) => aliases.map((alias) => [alias, to])),
  );
}
