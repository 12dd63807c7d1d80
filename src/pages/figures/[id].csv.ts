/** The numbers of a figure as CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadLibrary, pathsOf } from '#library/load.ts';
import { figureCsv } from '#views/figure-page.ts';

export const getStaticPaths = (() =>
  pathsOf('id', ({ figures }) => figures.keys())) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) =>
  new Response(figureCsv(id, await loadLibrary()), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
