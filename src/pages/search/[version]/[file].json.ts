/** A file of the search index: its folder has another name whenever any of them changes. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { searchIndex } from '../_index.ts';

export const getStaticPaths = (async () => {
  const { version, files } = await searchIndex();
  return [...files.keys()].map((file) => ({ params: { version, file } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { file = '' } }) =>
  new Response((await searchIndex()).files.get(file), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
