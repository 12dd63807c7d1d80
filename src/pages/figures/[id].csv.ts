/** The numbers of a figure as CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { pathsOf, viewOf } from '#library/load.ts';
import { figureCsv } from '#views/figure-page.ts';
import { routes } from '../../routes.ts';

const address = (id: string): string => routes.figureFile(id, 'csv');

export const getStaticPaths = (() =>
  pathsOf('id', ({ figures }) => figures.keys(), address)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) =>
  new Response(await viewOf(address(id), (library) => figureCsv(id, library)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
