/** schema.org data of an article: only what its page shows. */
import type { Article } from 'schema-dts';
import { routes } from '../routes.ts';
import { site } from '../site.ts';
import type { ArticleView } from '../views/article.ts';
import { organizationOf } from './site.ts';

/**
 * The article. No review, rating or offer: the page has none.
 * @param image address of the picture to share
 * @param base address of the site
 */
export function articleData(
  article: ArticleView,
  image: string,
  base: URL,
): Exclude<Article, string> {
  const address = (path: string): string => new URL(path, base).href;
  const { authors, topics } = article;
  const nutrients = topics.filter(({ href }) => href?.startsWith(routes.nutrients()) === true);
  const corrections = article.changes.filter(({ kind }) => kind === 'correction');
  return {
    '@type': 'Article',
    headline: article.title,
    description: article.description,
    url: address(article.href),
    image: address(image),
    inLanguage: site.language,
    isAccessibleForFree: true,
    datePublished: article.published.iso,
    dateModified: (article.updated ?? article.published).iso,
    author: authors.map(({ name, kind, href }) => ({
      '@type': kind === 'person' ? 'Person' : 'Organization',
      name,
      url: address(href),
    })),
    ...(article.series === undefined
      ? {}
      : {
          isPartOf: { '@type': 'CreativeWorkSeries', name: article.series.name },
          position: article.series.part,
        }),
    publisher: organizationOf(article.publisher, base),
    about: (nutrients.length > 0 ? nutrients : topics).map(({ name, href }) => ({
      '@type': 'Thing',
      name,
      ...(href === undefined ? {} : { url: address(href) }),
    })),
    // Only what stays where it is: other addresses of sources move, and the page names them all.
    citation: [
      ...new Set(
        article.references.flatMap(({ href }) =>
          href?.startsWith('https://doi.org/') === true ? href : [],
        ),
      ),
    ],
    ...(corrections.length === 0
      ? {}
      : {
          correction: corrections.map(({ on, what }) => ({
            '@type': 'CorrectionComment',
            datePublished: on.iso,
            text: what,
          })),
        }),
  };
}
