/** A figure and the works that it cites, as BibTeX. */
import { figurePages, worksFiles } from '../_works.ts';

const files = worksFiles('bib', figurePages);

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
