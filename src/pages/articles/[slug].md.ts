/** An article as Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { articleMarkdown } from '#formats/markdown.ts';
import { loadArticle, pathsOf, viewOf } from '#library/load.ts';
import { need } from '#library/records.ts';
import { articleView } from '#views/article.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';

const address = (slug: string): string => routes.twin(routes.article(slug));

export const getStaticPaths = (() =>
  pathsOf('slug', ({ articles }) => articles.keys(), address)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { slug = '' } }) => {
  const article = await viewOf(address(slug), (library) => {
    const record = need(library.articles, slug, 'article');
    return articleView(record, loadArticle(record), library);
  });
  return new Response(articleMarkdown(article, new URL(siteUrl())), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
