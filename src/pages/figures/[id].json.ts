/** The numbers of a figure with the claims behind them, as JSON. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { pathsOf, viewOf } from '#library/load.ts';
import { figureJson } from '#views/figure-page.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';

const address = (id: string): string => routes.figureFile(id, 'json');

export const getStaticPaths = (() =>
  pathsOf('id', ({ figures }) => figures.keys(), address)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) =>
  new Response(
    await viewOf(address(id), (library) => figureJson(id, library, new URL(siteUrl()))),
    { headers: { 'Content-Type': 'application/json' } },
  );
