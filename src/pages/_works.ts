/** Files with a page and the works that it cites, of one kind of pages, as BibTeX or as CSL-JSON. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { bibtex, cslJson } from '#formats/bibliography.ts';
import { loadLibrary, pathsOf } from '#library/load.ts';
import { need, type Library } from '#library/records.ts';
import type { CslItem } from '#views/cite.ts';
import { routes } from '../routes.ts';
import { worksOfArticle, worksOfFigure, worksOfNutrient } from './_entries.ts';

type Kind = Parameters<typeof routes.works>[1];

const kinds: Record<Kind, { write: (works: readonly CslItem[]) => string; type: string }> = {
  bib: { write: bibtex, type: 'application/x-bibtex' },
  'csl.json': { write: cslJson, type: 'application/vnd.citationstyles.csl+json' },
};

interface Pages {
  /** Name of the parameter that is the id. */
  param: 'slug' | 'id';
  ids: (library: Library) => Iterable<string>;
  works: (id: string, library: Library) => CslItem[];
}

export const articlePages: Pages = {
  param: 'slug',
  ids: ({ articles }) => articles.keys(),
  works: (id, library) => worksOfArticle(need(library.articles, id, 'article'), library),
};

export const nutrientPages: Pages = {
  param: 'id',
  ids: ({ nutrients }) => nutrients.keys(),
  works: (id, library) => worksOfNutrient(need(library.nutrients, id, 'nutrient'), library),
};

export const figurePages: Pages = {
  param: 'id',
  ids: ({ figures }) => figures.keys(),
  works: (id, library) => worksOfFigure(need(library.figures, id, 'figure'), library),
};

/** The two halves of an endpoint. */
export function worksFiles(
  kind: Kind,
  { param, ids, works }: Pages,
): { getStaticPaths: GetStaticPaths; GET: APIRoute } {
  const { write, type } = kinds[kind];
  return {
    getStaticPaths: () => pathsOf(param, ids),
    GET: async ({ params }) => {
      const id = params[param] ?? '';
      const library = await loadLibrary();
      const own = works(id, library);
      return new Response(write(own), { headers: { 'Content-Type': `${type}; charset=utf-8` } });
    },
  };
}
