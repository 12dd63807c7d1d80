/** schema.org data of an article: only what its page shows. */
import type { Article, BreadcrumbList, Organization } from 'schema-dts';
import { routes } from '../routes.ts';
import { site } from '../site.ts';
import type { ArticleView } from '../views/article.ts';
import { breadcrumbData } from './breadcrumb.ts';

/**
 * The article and its place on the site. No review, rating or offer: the page has none.
 * @param base address of the site
 */
export function articleData(
  article: ArticleView,
  base: URL | undefined,
): (Article | BreadcrumbList)[] {
  const address = (path: string): string => new URL(path, base).href;
  const publisher: Organization = {
    '@type': 'Organization',
    name: article.publisher,
    url: address(routes.home()),
  };
  return [
    {
      '@type': 'Article',
      headline: article.title,
      description: article.description,
      url: address(article.href),
      inLanguage: site.language,
      datePublished: article.published.iso,
      dateModified: (article.updated ?? article.published).iso,
      author: {
        '@type': article.author.kind === 'person' ? 'Person' : 'Organization',
        name: article.author.name,
      },
      publisher,
      about: article.topics.map((topic) => ({ '@type': 'Thing', name: topic.name })),
      // Only what stays where it is: other addresses of sources move, and the page names them all.
      citation: article.references.flatMap(({ href }) =>
        href?.startsWith('https://doi.org/') === true ? href : [],
      ),
    },
    breadcrumbData(
      [
        { name: 'Articles', href: routes.articles() },
        { name: article.title, href: article.href },
      ],
      base,
    ),
  ];
}
