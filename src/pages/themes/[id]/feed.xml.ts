/** The newest articles of a theme as RSS 2. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { rss } from '#formats/feed.ts';
import { loadArticle, loadLibrary, pathsOf } from '#library/load.ts';
import { articleFeed } from '#views/feed.ts';
import { siteUrl } from '../../../environment.ts';
import { routes } from '../../../routes.ts';

const address = (id: string): string => routes.feed('xml', routes.theme(id));

export const getStaticPaths = (() =>
  pathsOf('id', ({ themes }) => themes.keys())) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const library = await loadLibrary();
  const feed = articleFeed(library, loadArticle, id);
  return new Response(rss(feed, { base: new URL(siteUrl()), self: address(id) }), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
