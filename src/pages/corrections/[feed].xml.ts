/** The changes that readers are told of, as RSS 2: the newest, and files further back. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { rss } from '#formats/feed.ts';
import { loadLibrary } from '#library/load.ts';
import { correctionFeed, correctionPages } from '#views/feed.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';

interface Props {
  page: number;
}

const nameOf = (page: number): string =>
  routes.correctionFeed(page).slice(routes.framePage('corrections').length, -'.xml'.length);

export const getStaticPaths = (async () => {
  const count = correctionPages(await loadLibrary());
  return Array.from({ length: count }, (_, index) => ({
    params: { feed: nameOf(index + 1) },
    props: { page: index + 1 },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { page } }) =>
  new Response(
    rss(correctionFeed(await loadLibrary(), page), {
      base: new URL(siteUrl()),
      self: routes.correctionFeed(page),
    }),
    { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } },
  );
