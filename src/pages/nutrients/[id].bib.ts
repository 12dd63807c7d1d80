/** A nutrient and the works that it cites, as BibTeX. */
import { nutrientPages, worksFiles } from '../_works.ts';

const files = worksFiles('bib', nutrientPages);

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
