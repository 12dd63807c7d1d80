/** The picture that other sites show beside a link to a page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { cardSvg } from '#drawing/card.ts';
import { pngOf } from '#drawing/png.ts';
import { pathsOf, viewOf } from '#library/load.ts';
import { cardNames, cardSize, cardView } from '#views/card.ts';
import { siteUrl } from '../../environment.ts';
import { routes, type CardName } from '../../routes.ts';
import { step } from '../../step.ts';

const address = (name: string): string => routes.card(name as CardName);

export const getStaticPaths = (() => pathsOf('name', cardNames, address)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const base = new URL(siteUrl());
  const picture = await step('bitmaps', async () => {
    const view = await viewOf(address(name), (library) =>
      cardView(name as CardName, library, base),
    );
    return pngOf(cardSvg(view), cardSize.width);
  });
  return new Response(Uint8Array.from(picture), { headers: { 'Content-Type': 'image/png' } });
};
