/** When each page last changed, from its own dates: what the sitemap tells search engines. */
import type { Corpus } from '../corpus/read.ts';
import { routes } from '../routes.ts';

/**
 * Day of the last change by path. Pages made from many files carry none: a wrong date is worse
 * than no date.
 */
export function lastModified({ entries }: Corpus): Map<string, string> {
  const latest = (...days: (string | undefined)[]): string =>
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? '';
  const articles = [...entries.articles.values()].map(
    ({ id, data }) =>
      [
        routes.article(id),
        latest(
          data.published,
          data.updated,
          data.reviewed?.on,
          ...data.changes.map((change) => change.on),
        ),
      ] as const,
  );
  const pages = [...entries.pages.values()].map(
    ({ id, data }) =>
      [routes.page(id), latest(data.updated, ...data.changes.map((change) => change.on))] as const,
  );
  const newest = latest(...articles.map(([, day]) => day));
  const lists =
    newest === ''
      ? []
      : [routes.home(), routes.articles(), routes.faq()].map((path) => [path, newest] as const);
  return new Map([...articles, ...pages, ...lists]);
}
