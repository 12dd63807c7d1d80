/** An article and the works that it cites, as CSL-JSON. */
import { cslJson } from '#formats/bibliography.ts';
import { worksFiles } from './_works.ts';

export const { getStaticPaths, GET } = worksFiles(
  'csl.json',
  cslJson,
  'application/vnd.citationstyles.csl+json',
);
