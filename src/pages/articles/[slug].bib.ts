/** An article and the works that it cites, as BibTeX. */
import { articlePages, worksFiles } from '../_works.ts';

const files = worksFiles('bib', articlePages);

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
