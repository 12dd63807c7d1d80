/** The JSON Schema of a data set. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { dataSetSchema, dataSetNames, type DataSetName } from '#views/open-data.ts';
import { siteUrl } from '../../environment.ts';

export const getStaticPaths = (() =>
  dataSetNames.map((collection) => ({ params: { collection } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(dataSetSchema(params['collection'] as DataSetName, new URL(siteUrl())), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
