/** A nutrient as Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { nutrientMarkdown } from '#formats/markdown.ts';
import { loadLibrary, pathsOf } from '#library/load.ts';
import { need } from '#library/records.ts';
import { siteUrl } from '../../environment.ts';
import { nutrientOf } from '../_entries.ts';

export const getStaticPaths = (() =>
  pathsOf('id', ({ nutrients }) => nutrients.keys())) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const library = await loadLibrary();
  const nutrient = nutrientOf(need(library.nutrients, id, 'nutrient'), library);
  return new Response(nutrientMarkdown(nutrient, new URL(siteUrl())), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
