/** What feeds hold: the newest articles, whole, and every change that readers are told of. */
import type { CompiledEntry } from '../corpus/compiled.ts';
import { lastChanged, laterOf } from '../domain/dates.ts';
import { onPage, pagesBehind, pagesBeside, perPage } from '../domain/pages.ts';
import { need, type Library, type RecordOf } from '../library/records.ts';
import { routes } from '../routes.ts';
import { articleView, type ArticleView } from './article.ts';
import { shareImage, type ShareImage } from './card.ts';
import { changeLog, type LoggedChangeView } from './change.ts';
import { license } from './open-data.ts';

/** One entry of a feed. Days are `YYYY-MM-DD`. */
export interface FeedItemView {
  /** Its id in every feed, for good: a title may change, an address does not. */
  id: string;
  href: string;
  title: string;
  summary: string;
  authors: string[];
  published: string;
  /** The last day on which its words changed. */
  updated: string;
  topics: string[];
  /** The picture of its page; undefined where the page has none of its own. */
  image: ShareImage | undefined;
  content: { article: ArticleView } | { change: LoggedChangeView };
}

export interface FeedView {
  title: string;
  description: string;
  publisher: string;
  rights: string;
  /** The page that it is a feed of. */
  href: string;
  /** The newest day of its items; undefined of none. */
  updated: string | undefined;
  items: FeedItemView[];
  /** The other files of a feed in several, by the relations of RFC 5005: `next` is further back. */
  pages: { rel: 'first' | 'previous' | 'next' | 'last'; href: string }[];
}

/** Most articles in a feed: whole ones are heavy, and readers keep what they have. */
export const mostArticles = 20;

/** How the compiled article behind a record is found. */
export type CompiledOf = (record: RecordOf<'articles'>) => CompiledEntry<'articles'>;

/**
 * The newest articles, of all or of a theme.
 * @throws {Error} when there is no such theme
 */
export function articleFeed(library: Library, compiledOf: CompiledOf, themeId?: string): FeedView {
  const { name } = library.site;
  const theme = themeId === undefined ? undefined : need(library.themes, themeId, 'theme').data;
  const ids =
    themeId === undefined
      ? [...library.articles.keys()]
      : (library.articlesUnder.get(themeId) ?? []).map(({ id }) => id);
  const records = ids.slice(0, mostArticles).map((id) => need(library.articles, id, 'article'));
  const items = records.map((record): FeedItemView => {
    const { data } = record;
    const article = articleView(record, compiledOf(record), library);
    return {
      id: article.href,
      href: article.href,
      title: article.title,
      summary: article.description,
      authors: article.authors.map(({ name: author }) => author),
      published: data.published,
      updated: laterOf(data.published, lastChanged(data)),
      topics: article.topics.map((topic) => topic.name),
      image: shareImage(`articles/${record.id}`, library),
      content: { article },
    };
  });
  return feedOf(
    library,
    theme === undefined
      ? {
          title: name,
          description: 'New articles on micronutrients for runners, whole, with their sources.',
          href: routes.home(),
        }
      : {
          title: `${name}: ${theme.name}`,
          description: theme.sentence,
          href: routes.theme(themeId!),
        },
    items,
  );
}

/**
 * The changes that readers are told of, each an item of its own: readers of feeds show no item twice.
 * @param part of their log; undefined of the newest
 */
export function correctionFeed(library: Library, part?: number): FeedView {
  const { name } = library.site;
  const log = changeLog(library);
  const items = onPage(log, perPage.entries, part).map((change): FeedItemView => ({
    id: `${routes.framePage('corrections')}#${change.anchor}`,
    href: change.href,
    title: `${change.kindText}: ${change.title}`,
    summary: change.what,
    authors: [name],
    published: change.on.iso,
    updated: change.on.iso,
    topics: [change.kindText],
    image: undefined,
    content: { change },
  }));
  const { before, after } = pagesBeside(log.length, perPage.entries, part);
  return feedOf(
    library,
    {
      title: `${name}: corrections`,
      description: 'What was corrected, updated or reviewed on any page, one item for each change.',
      href: routes.framePage('corrections'),
    },
    items,
    pagesBehind(log.length, perPage.entries) === 0
      ? []
      : [
          { rel: 'first', href: routes.correctionFeed() },
          ...(before === undefined
            ? []
            : [{ rel: 'previous', href: routes.correctionFeed(before.number) } as const]),
          ...(after === undefined
            ? []
            : [{ rel: 'next', href: routes.correctionFeed(after.number) } as const]),
          { rel: 'last', href: routes.correctionFeed(1) },
        ],
  );
}

function feedOf(
  { site }: Library,
  about: Pick<FeedView, 'title' | 'description' | 'href'>,
  items: FeedItemView[],
  pages: FeedView['pages'] = [],
): FeedView {
  const updated = items.map((item) => item.updated).reduce(laterOf, '');
  return {
    ...about,
    publisher: site.name,
    rights: license.name,
    updated: updated === '' ? undefined : updated,
    items,
    pages,
  };
}

/** A feed as the page of feeds names it. */
export interface FeedLinkView {
  name: string;
  href: string;
}

/** All feeds, for people. */
export function feedLinks({ themeNames }: Library): {
  articles: FeedLinkView[];
  corrections: FeedLinkView;
  themes: FeedLinkView[];
} {
  return {
    articles: [
      { name: 'RSS', href: routes.feed('xml') },
      { name: 'Atom', href: routes.feed('atom') },
      { name: 'JSON Feed', href: routes.feed('json') },
    ],
    corrections: { name: 'Corrections', href: routes.correctionFeed() },
    themes: [...themeNames].map(([id, name]) => ({
      name,
      href: routes.feed('xml', routes.theme(id)),
    })),
  };
}
