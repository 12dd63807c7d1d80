/** What an article and the works that it cites are as a file, for programs that keep bibliographies. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadArticle, pathsOf, viewOf } from '#library/load.ts';
import { need } from '#library/records.ts';
import { articleWorks, type CslItem } from '#views/cite.ts';
import { siteUrl } from '../../environment.ts';
import { routes } from '../../routes.ts';

/**
 * The files of all articles in one format.
 * @param extension what the address of the file ends in
 * @param written the works in that format
 * @param type its media type
 */
export function worksFiles(
  extension: Parameters<typeof routes.works>[1],
  written: (works: readonly CslItem[]) => string,
  type: string,
): { getStaticPaths: GetStaticPaths; GET: APIRoute } {
  const address = (slug: string): string => routes.works(routes.article(slug), extension);
  return {
    getStaticPaths: () => pathsOf('slug', ({ articles }) => articles.keys(), address),
    GET: async ({ params: { slug = '' } }) => {
      const works = await viewOf(address(slug), (library) => {
        const record = need(library.articles, slug, 'article');
        return articleWorks(record, loadArticle(record).document, library, new URL(siteUrl()));
      });
      return new Response(written(works), {
        headers: { 'Content-Type': `${type}; charset=utf-8` },
      });
    },
  };
}
