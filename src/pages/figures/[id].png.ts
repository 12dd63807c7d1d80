/** A figure as a bitmap, for programs that take no drawing. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureSvg } from '#drawing/figure-svg.ts';
import { pngOf } from '#drawing/png.ts';
import { loadLibrary, pathsOf } from '#library/load.ts';
import { figureFileView } from '#views/figure-page.ts';
import { siteUrl } from '../../environment.ts';

const width = 1600;

export const getStaticPaths = (() =>
  pathsOf('id', ({ figures }) => figures.keys())) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const view = figureFileView(id, await loadLibrary(), new URL(siteUrl()));
  const picture = await pngOf(figureSvg(view, { embedsFace: false }), width);
  return new Response(Uint8Array.from(picture), { headers: { 'Content-Type': 'image/png' } });
};
