/** How a page of ours is cited, and the works that it cites, for programs that keep bibliographies. */
import type { Document } from '../document/document.ts';
import { newestDay } from '../domain/dates.ts';
import { need, type Library, type ProseRecord } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { ArticleIndex } from '../schemas/article.ts';
import type { Source } from '../schemas/source.ts';
import { citationsOf } from './citation.ts';

/** One work in CSL-JSON, without the fields of this project. */
export type CslItem = Omit<Source, 'custom' | 'note'>;

/** The page, then each work that it cites, in the order of its list. */
export function articleWorks(
  record: ProseRecord<ArticleIndex>,
  document: Document,
  library: Library,
  base: URL,
): CslItem[] {
  const { id, data } = record;
  const author = need(library.people, data.author, 'person').data;
  const own: CslItem = {
    id: `${library.site.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${id}`,
    type: 'webpage',
    title: data.title,
    author: [{ literal: author.name }],
    'container-title': library.site.name,
    issued: { 'date-parts': [newestDay(data).split('-').map(Number)] },
    URL: new URL(routes.article(id), base).href,
  };
  const ids = citationsOf(document, library).flatMap((citation) => citation.ids);
  const sources = [
    ...new Set(ids.flatMap((cited) => library.claims.get(cited)?.data.sources ?? [cited])),
  ];
  return [own, ...sources.map((source) => cslOf(need(library.sources, source, 'source').data))];
}

function cslOf({ custom: _custom, note: _note, ...item }: Source): CslItem {
  return item;
}
