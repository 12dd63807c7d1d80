/** The numbers of a figure with the claims behind them, as JSON. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadLibrary, pathsOf } from '#library/load.ts';
import { figureJson } from '#views/figure-page.ts';
import { siteUrl } from '../../environment.ts';

export const getStaticPaths = (() =>
  pathsOf('id', ({ figures }) => figures.keys())) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) =>
  new Response(figureJson(id, await loadLibrary(), new URL(siteUrl())), {
    headers: { 'Content-Type': 'application/json' },
  });
