/** An article and the works that it cites, as CSL-JSON. */
import { loadArticle } from '#library/load.ts';
import { need } from '#library/records.ts';
import { articleWorks } from '#views/cite.ts';
import { routes } from '../../routes.ts';
import { worksFiles } from '../_works.ts';

const files = worksFiles('csl.json', {
  param: 'slug',
  ids: ({ articles }) => articles.keys(),
  page: routes.article,
  works: (id, library, base) => {
    const record = need(library.articles, id, 'article');
    return articleWorks(record, loadArticle(record).document, library, base);
  },
});

export const getStaticPaths = files.getStaticPaths;
export const GET = files.GET;
