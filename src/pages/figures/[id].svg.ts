/** A figure as an SVG drawing. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureSvg } from '#drawing/figure-svg.ts';
import { pathsOf, viewOf } from '#library/load.ts';
import { figureFileView } from '#views/figure-page.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';

const address = (id: string): string => routes.figureFile(id, 'svg');

export const getStaticPaths = (() =>
  pathsOf('id', ({ figures }) => figures.keys(), address)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const base = new URL(siteUrl());
  const view = await viewOf(address(id), (library) => figureFileView(id, library, base));
  return new Response(figureSvg(view, { embedsFace: true }), {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
};
