/** When each page last changed, from its own dates: what the sitemap tells search engines. */
import type { Corpus } from '../corpus/read.ts';
import { isPublished, laterOf, newestDay } from '../domain/dates.ts';
import { routes } from '../routes.ts';

/**
 * Day of the last change by path. Pages made from many files carry none: a wrong date is worse
 * than no date.
 * @param today the day of the build: an article that is not on the site yet changes no list
 */
export function lastModified({ entries }: Corpus, today: string): Map<string, string> {
  const shown = [...entries.articles.values()].filter(({ data }) => isPublished(data, today));
  const articles = shown.map(({ id, data }) => [routes.article(id), newestDay(data)] as const);
  const texts = [...entries.pages.values()];
  // The corrections page shows in its log whatever changed.
  const changing = [entries.nutrients, entries.products, entries.claims, entries.glossary];
  const logged = [...shown, ...texts, ...changing.flatMap((map) => [...map.values()])].flatMap(
    ({ data }) => data.changes,
  );
  const pages = texts.map(({ id, data }) => {
    const changes = id === 'corrections' ? logged : data.changes;
    return [routes.page(id), newestDay({ ...data, changes })] as const;
  });
  const newest = articles.map(([, day]) => day).reduce(laterOf, '');
  const lists =
    newest === ''
      ? []
      : [routes.home(), routes.articles(), routes.faq()].map((path) => [path, newest] as const);
  return new Map([...articles, ...pages, ...lists]);
}
