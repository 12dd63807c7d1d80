/** A figure and the works that it cites, as CSL-JSON. */
import { figurePages, worksFiles } from '../_works.ts';

const files = worksFiles('csl.json', figurePages);

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
