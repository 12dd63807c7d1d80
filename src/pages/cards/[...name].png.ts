/** The picture that other sites show beside a link to a page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { cardSvg } from '#drawing/card.ts';
import { pngOf } from '#drawing/png.ts';
import { pathsOf, viewOf } from '#library/load.ts';
import { cardNames, cardSize, cardView } from '#views/card.ts';
import { siteUrl } from '../../environment.ts';
import { routes, type CardName } from '../../routes.ts';
import { step } from '../../step.ts';
import { inTurn } from '../_in-turn.ts';

const address = (name: string): string => routes.card(name as CardName);

const pictures = inTurn(async (name) => {
  const view = await viewOf(address(name), (library) =>
    cardView(name as CardName, library, new URL(siteUrl())),
  );
  return pngOf(cardSvg(view), cardSize.width);
});

export const getStaticPaths = (async () => {
  const paths = await pathsOf('name', cardNames, address);
  pictures.follow(paths.map(({ params }) => params.name));
  return paths;
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const picture = await step('bitmaps', () => pictures.get(name));
  return new Response(Uint8Array.from(picture), { headers: { 'Content-Type': 'image/png' } });
};
