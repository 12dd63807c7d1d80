/** An article and the works that it cites, as BibTeX. */
import { bibtex } from '#formats/bibliography.ts';
import { worksFiles } from './_works.ts';

export const { getStaticPaths, GET } = worksFiles('bib', bibtex, 'application/x-bibtex');
