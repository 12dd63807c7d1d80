/** A figure as a bitmap, for programs that take no drawing. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figureSvg } from '#drawing/figure-svg.ts';
import { pngOf } from '#drawing/png.ts';
import { pathsOf, viewOf } from '#library/load.ts';
import { figureFileView } from '#views/figure-page.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';
import { step } from '../../step.ts';
import { inTurn } from '../_in-turn.ts';

const address = (id: string): string => routes.figureFile(id, 'png');
const width = 1600;

const pictures = inTurn(async (id) => {
  const base = new URL(siteUrl());
  const view = await viewOf(address(id), (library) => figureFileView(id, library, base));
  return pngOf(figureSvg(view, { embedsFace: false }), width);
});

export const getStaticPaths = (async () => {
  const paths = await pathsOf('id', ({ figures }) => figures.keys(), address);
  pictures.follow(paths.map(({ params }) => params.id));
  return paths;
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const picture = await step('bitmaps', () => pictures.get(id));
  return new Response(Uint8Array.from(picture), { headers: { 'Content-Type': 'image/png' } });
};
