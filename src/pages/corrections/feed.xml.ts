/** The newest changes that readers are told of, as RSS 2. */
import type { APIRoute } from 'astro';
import { rss } from '#formats/feed.ts';
import { loadLibrary } from '#library/load.ts';
import { correctionFeed } from '#views/feed.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';

export const GET: APIRoute = async () =>
  new Response(
    rss(correctionFeed(await loadLibrary()), {
      base: new URL(siteUrl()),
      self: routes.correctionFeed(),
    }),
    { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } },
  );
