/** A figure as an SVG drawing. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureSvg } from '#drawing/figure-svg.ts';
import { loadLibrary, pathsOf } from '#library/load.ts';
import { figureFileView } from '#views/figure-page.ts';
import { siteUrl } from '../../environment.ts';

export const getStaticPaths = (() =>
  pathsOf('id', ({ figures }) => figures.keys())) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const base = new URL(siteUrl());
  const library = await loadLibrary();
  const view = figureFileView(id, library, base);
  return new Response(figureSvg(view, { embedsFace: true }), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
};
