/** An article and the works that it cites, as CSL-JSON. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { cslJson } from '#formats/bibliography.ts';
import { loadArticle, pathsOf, viewOf } from '#library/load.ts';
import { need } from '#library/records.ts';
import { articleWorks } from '#views/cite.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';

const address = (slug: string): string => routes.works(routes.article(slug), 'csl.json');

export const getStaticPaths = (() =>
  pathsOf('slug', ({ articles }) => articles.keys(), address)) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params: { slug = '' } }) => {
  const works = await viewOf(address(slug), (library) => {
    const record = need(library.articles, slug, 'article');
    return articleWorks(record, loadArticle(record).document, library, new URL(siteUrl()));
  });
  return new Response(cslJson(works), {
    headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8' },
  });
};
