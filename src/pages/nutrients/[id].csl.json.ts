/** A nutrient and the works that it cites, as CSL-JSON. */
import { nutrientPages, worksFiles } from '../_works.ts';

const files = worksFiles('csl.json', nutrientPages);

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
