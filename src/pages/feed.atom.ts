/** The newest articles as Atom. */
import type { APIRoute } from 'astro';
import { atom } from '#formats/feed.ts';
import { loadArticle, loadLibrary } from '#library/load.ts';
import { articleFeed } from '#views/feed.ts';
import { siteUrl } from '../environment.ts';
import { routes } from '../routes.ts';

export const GET: APIRoute = async () =>
  new Response(
    atom(articleFeed(await loadLibrary(), loadArticle), {
      base: new URL(siteUrl()),
      self: routes.feed('atom'),
    }),
    { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
  );
