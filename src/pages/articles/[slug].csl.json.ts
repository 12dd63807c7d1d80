/** An article and the works that it cites, as CSL-JSON. */
import { articlePages, worksFiles } from '../_works.ts';

const files = worksFiles('csl.json', articlePages);

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
