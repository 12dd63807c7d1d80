/** A part of the log of changes, as RSS 2: the first file of the feed leads here. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { rss } from '#formats/feed.ts';
import { loadLibrary, wholeLibrary } from '#library/load.ts';
import { correctionFeed } from '#views/feed.ts';
import { longLists } from '#views/long-list.ts';
import { siteUrl } from '../../../../environment.ts';
import { routes } from '../../../../routes.ts';

export const getStaticPaths = (async () => {
  const [[, count] = ['', 0]] = longLists['corrections/older'].parts(await wholeLibrary());
  return Array.from({ length: count }, (_, index) => ({ params: { part: String(index + 1) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { part } }) =>
  new Response(
    rss(correctionFeed(await loadLibrary(), Number(part)), {
      base: new URL(siteUrl()),
      self: routes.correctionFeed(Number(part)),
    }),
    { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } },
  );
