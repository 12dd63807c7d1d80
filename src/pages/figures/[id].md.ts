/** A figure as Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureMarkdown } from '#formats/markdown.ts';
import { loadLibrary, pathsOf } from '#library/load.ts';
import { figurePageView } from '#views/figure-page.ts';
import { siteUrl } from '../../environment.ts';

export const getStaticPaths = (() =>
  pathsOf('id', ({ figures }) => figures.keys())) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const base = new URL(siteUrl());
  const library = await loadLibrary();
  const page = figurePageView(id, library, base);
  return new Response(figureMarkdown(page, base), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
