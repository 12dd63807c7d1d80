/** Changes further back, as RSS 2: the first file of the feed leads here. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { rss } from '#formats/feed.ts';
import { loadLibrary, wholeLibrary } from '#library/load.ts';
import { correctionFeed, correctionPages } from '#views/feed.ts';
import { siteUrl } from '../../../../environment.ts';
import { routes } from '../../../../routes.ts';

export const getStaticPaths = (async () => {
  const count = correctionPages(await wholeLibrary());
  return Array.from({ length: count - 1 }, (_, index) => ({
    params: { page: String(index + 2) },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { page } }) =>
  new Response(
    rss(correctionFeed(await loadLibrary(), Number(page)), {
      base: new URL(siteUrl()),
      self: routes.correctionFeed(Number(page)),
    }),
    { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } },
  );
