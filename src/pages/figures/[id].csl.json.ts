/** A figure and the works that it cites, as CSL-JSON. */
import { figureWorks } from '#views/cite.ts';
import { routes } from '../../routes.ts';
import { worksFiles } from '../_works.ts';

const files = worksFiles('csl.json', {
  param: 'id',
  ids: ({ figures }) => figures.keys(),
  page: routes.figure,
  works: figureWorks,
});

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
