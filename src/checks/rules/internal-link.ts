/** Internal links lead somewhere. */
import { frameIds } from '../../anchors.ts';
import { pageOf } from '../../corpus/collections.ts';
import { rewriteLink, safe } from '../../document/mend.ts';
import { didYouMean, sureGuess } from '../../document/suggest.ts';
import { firstDay } from '../../domain/dates.ts';
import type { Mend } from '../../problem.ts';
import { addressOf, isListPart, isOnSite, isTopic, pathOf, routes } from '../../routes.ts';
import { knownFiles, knownPaths } from '../paths.ts';
import { figuresThatWait } from '../waiting.ts';
import type { CorpusContext, CorpusDiagnostic, DocumentSummary, Rule } from '../rule.ts';

export const internalLink: Rule = {
  id: 'internal-link',
  demands:
    'Internal links lead to a page that exists and is published, and fragments to an id on it.',
  why: 'A reader who follows a dead link does not come back.',
  fix: 'Correct the path; it starts and ends with a slash.',
  corpus: (context) => {
    const { corpus, documents, today } = context;
    const paths = knownPaths(corpus);
    const waiting = unpublished(context);
    // Many articles link to the same page: a page that is gone is looked for once.
    const nearest = new Map<string, string>();
    const suggestFor = (path: string): string => {
      const known =
        nearest.get(path) ?? didYouMean(pathOf(path), [...paths].map(pathOf), internalLink.fix);
      nearest.set(path, known);
      return known;
    };
    const anchors = new Map(
      documents.map(({ entry, anchors: own }) => [pageOf(entry.collection, entry.id), own]),
    );
    const files = knownFiles(corpus);
    const missing = (path: string): { message: string; fix: string } => ({
      message: `there is no file ${pathOf(path)}.`,
      fix: didYouMean(
        pathOf(path),
        [...files].map(pathOf),
        'Put it into public/, or correct the address.',
      ),
    });
    return documents.flatMap(({ entry, links }: DocumentSummary) => {
      const own = pageOf(entry.collection, entry.id) ?? routes.home();
      return links.flatMap(({ href, position }): CorpusDiagnostic[] => {
        const found = (message: string, fix: string, mend?: Mend): CorpusDiagnostic[] => [
          { file: entry.file, ...position, message, fix, mend },
        ];
        const rename = (name: string, known: Iterable<string>): Mend | undefined => {
          const guess = sureGuess(name, [...known]);
          if (guess === undefined || !href.includes(name)) return undefined;
          const edit = rewriteLink(entry.text(), position, href, href.replace(name, guess));
          return edit && safe('No other address is like it.', edit);
        };
        const target = internalTarget(href, own);
        if (target === undefined || files.has(target.path)) return [];
        const { path, fragment } = target;
        if (/\.\w+$/.test(path)) return [{ file: entry.file, ...position, ...missing(path) }];
        if (isListPart(path) || isTopic(path))
          return found(
            `${pathOf(path)} is a part of a list.`,
            'What stands there changes: link to what you mean, or to the page on which the list begins.',
          );
        if (!paths.has(path))
          return found(
            `there is no page ${pathOf(path)}.`,
            suggestFor(path),
            rename(pathOf(path), (paths.has(`${path}/`) ? [`${path}/`] : [...paths]).map(pathOf)),
          );
        // What comes out together or later may lead to it; else the day itself would break the link.
        const opens = waiting.get(path);
        if (opens !== undefined && opens > (waiting.get(own) ?? today))
          return found(
            `${pathOf(path)} is not published yet.`,
            'Publish it first, or take the link out.',
          );
        const ids = anchors.get(path);
        const isThere =
          fragment === '' || ids === undefined || ids.has(fragment) || frameIds.has(fragment);
        if (isThere) return [];
        return found(
          `${pathOf(path)} has no id "${fragment}".`,
          didYouMean(fragment, [...ids], 'Correct the fragment.'),
          rename(fragment, ids),
        );
      });
    });
  },
};

function internalTarget(
  href: string,
  from: string,
): { path: string; fragment: string } | undefined {
  const address = isOnSite(href) ? addressOf(href) : href;
  const base = `https://site.invalid${from}`;
  if (!(isOnSite(href) || href.startsWith('#')) || !URL.canParse(address, base)) return undefined;
  const { pathname, hash } = new URL(address, base);
  return { path: decoded(pathname), fragment: decoded(hash.slice(1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// First days of the pages that are not on the site yet: articles, and figures that only those show.
function unpublished({ corpus, documents, today }: CorpusContext): Map<string, string> {
  return new Map([
    ...[...corpus.entries.articles.values()]
      .map(({ id, data }) => [routes.article(id), firstDay(data)] as const)
      .filter(([, day]) => day > today),
    ...[...figuresThatWait(corpus, documents, today)].map(
      ([id, day]) => [routes.figure(id), day] as const,
    ),
  ]);
}
