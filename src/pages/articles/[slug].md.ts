/** An article as Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { articleMarkdown } from '#formats/markdown.ts';
import { pathsOf, viewOf } from '#library/load.ts';
import { need } from '#library/records.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';
import { articleOf } from '../_entries.ts';

const address = (slug: string): string => routes.twin(routes.article(slug));

export const getStaticPaths = (() =>
  pathsOf('slug', ({ articles }) => articles.keys(), address)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { slug = '' } }) => {
  const article = await viewOf(address(slug), (library) =>
    articleOf(need(library.articles, slug, 'article'), library),
  );
  return new Response(articleMarkdown(article, new URL(siteUrl())), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
