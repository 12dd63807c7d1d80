/** A figure and the works that it cites, as BibTeX. */
import { figureWorks } from '#views/cite.ts';
import { routes } from '../../routes.ts';
import { worksFiles } from '../_works.ts';

const files = worksFiles('bib', {
  param: 'id',
  ids: ({ figures }) => figures.keys(),
  page: routes.figure,
  works: figureWorks,
});

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
