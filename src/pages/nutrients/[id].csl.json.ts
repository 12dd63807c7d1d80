/** A nutrient and the works that it cites, as CSL-JSON. */
import { loadNutrient } from '#library/load.ts';
import { need } from '#library/records.ts';
import { nutrientWorks } from '#views/cite.ts';
import { routes } from '../../routes.ts';
import { worksFiles } from '../_works.ts';

const files = worksFiles('csl.json', {
  param: 'id',
  ids: ({ nutrients }) => nutrients.keys(),
  page: routes.nutrient,
  works: (id, library, base) => {
    const record = need(library.nutrients, id, 'nutrient');
    return nutrientWorks(record, loadNutrient(record).document, library, base);
  },
});

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
