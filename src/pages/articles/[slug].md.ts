/** An article as Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { articleMarkdown } from '#formats/markdown.ts';
import { loadLibrary, pathsOf } from '#library/load.ts';
import { need } from '#library/records.ts';
import { siteUrl } from '../../environment.ts';
import { articleOf } from '../_entries.ts';

export const getStaticPaths = (() =>
  pathsOf('slug', ({ articles }) => articles.keys())) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { slug = '' } }) => {
  const library = await loadLibrary();
  const article = articleOf(need(library.articles, slug, 'article'), library);
  return new Response(articleMarkdown(article, new URL(siteUrl())), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
