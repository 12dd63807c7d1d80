/** A nutrient as Markdown. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { nutrientMarkdown } from '#formats/markdown.ts';
import { pathsOf, viewOf } from '#library/load.ts';
import { need } from '#library/records.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';
import { nutrientOf } from '../_entries.ts';

const address = (id: string): string => routes.twin(routes.nutrient(id));

export const getStaticPaths = (() =>
  pathsOf('id', ({ nutrients }) => nutrients.keys(), address)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { id = '' } }) => {
  const nutrient = await viewOf(address(id), (library) =>
    nutrientOf(need(library.nutrients, id, 'nutrient'), library),
  );
  return new Response(nutrientMarkdown(nutrient, new URL(siteUrl())), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
