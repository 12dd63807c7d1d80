/** When each page last changed, from its own dates: what the sitemap tells search engines. */
import { pageOf } from '../corpus/collections.ts';
import { allEntries, type Corpus } from '../corpus/corpus.ts';
import { isPublished, laterOf, newestDay, type TextDays } from '../domain/dates.ts';
import { routes } from '../routes.ts';

/**
 * Day of the last change by path. Pages made from many files carry none: a wrong date is worse
 * than no date.
 * @param today the day of the build: an article that is not on the site yet changes no list
 */
export function lastModified(corpus: Corpus, today: string): Map<string, string> {
  const shown = allEntries(corpus).filter(({ data }) => isPublished(data, today));
  // The corrections page shows in its log whatever changed.
  const logged = shown.flatMap(({ data }) => ('changes' in data ? data.changes : []));
  const days = shown.flatMap(({ collection, id, data }): [string, string][] => {
    const page = pageOf(collection, id);
    if (page === undefined || !isDated(data)) return [];
    const changes = page === routes.framePage('corrections') ? logged : data.changes;
    return [[page, newestDay({ ...data, changes })]];
  });
  const newest = shown
    .map(({ collection, data }) =>
      collection === 'articles' && isDated(data) ? newestDay(data) : '',
    )
    .reduce(laterOf, '');
  const lists =
    newest === ''
      ? []
      : [routes.home(), routes.articles(), routes.faq()].map((path) => [path, newest] as const);
  return new Map([...days, ...lists]);
}

// A text that says when it was written; of an entry without days of its own only some changes are known.
function isDated(data: object): data is TextDays {
  return 'published' in data || 'updated' in data;
}
