/** The picture that other sites show beside a link to a page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { cardSvg } from '#drawing/card.ts';
import { pngOf } from '#drawing/png.ts';
import { loadLibrary, pathsOf } from '#library/load.ts';
import { cardNames, cardSize, cardView } from '#views/card.ts';
import { siteUrl } from '../../environment.ts';
import type { CardName } from '../../routes.ts';

export const getStaticPaths = (() => pathsOf('name', cardNames)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const view = cardView(name as CardName, await loadLibrary(), new URL(siteUrl()));
  const picture = await pngOf(cardSvg(view), cardSize.width);
  return new Response(Uint8Array.from(picture), { headers: { 'Content-Type': 'image/png' } });
};
