/** The newest articles as JSON Feed. */
import type { APIRoute } from 'astro';
import { jsonFeed } from '#formats/feed.ts';
import { loadArticle, loadLibrary } from '#library/load.ts';
import { articleFeed } from '#views/feed.ts';
import { siteUrl } from '../environment.ts';
import { routes } from '../routes.ts';

export const GET: APIRoute = async () =>
  new Response(
    jsonFeed(articleFeed(await loadLibrary(), loadArticle), {
      base: new URL(siteUrl()),
      self: routes.feed('json'),
    }),
    { headers: { 'Content-Type': 'application/feed+json; charset=utf-8' } },
  );
