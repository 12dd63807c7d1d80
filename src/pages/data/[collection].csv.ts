/** A data set as CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadLibrary } from '#library/load.ts';
import { dataSetCsv, dataSetNames, type DataSetName } from '#views/open-data.ts';

export const getStaticPaths = (() =>
  dataSetNames.map((collection) => ({ params: { collection } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(dataSetCsv(params['collection'] as DataSetName, await loadLibrary()), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
