/** A data set as JSON, with its licence. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadLibrary } from '#library/load.ts';
import { dataSetJson, dataSetNames, type DataSetName } from '#views/open-data.ts';
import { siteUrl } from '../../environment.ts';

export const getStaticPaths = (() =>
  dataSetNames.map((collection) => ({ params: { collection } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(
    dataSetJson(params['collection'] as DataSetName, await loadLibrary(), new URL(siteUrl())),
    { headers: { 'Content-Type': 'application/json; charset=utf-8' } },
  );
