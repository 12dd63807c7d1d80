/** The newest articles as RSS 2. */
import type { APIRoute } from 'astro';
import { rss } from '#formats/feed.ts';
import { loadArticle, loadLibrary } from '#library/load.ts';
import { articleFeed } from '#views/feed.ts';
import { siteUrl } from '../environment.ts';
import { routes } from '../routes.ts';

export const GET: APIRoute = async () =>
  new Response(
    rss(articleFeed(await loadLibrary(), loadArticle), {
      base: new URL(siteUrl()),
      self: routes.feed('xml'),
    }),
    { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } },
  );
