/** How a page of ours is cited, and the works that it cites, for programs that keep bibliographies. */
import type { Document } from '../document/document.ts';
import { newestDay } from '../domain/dates.ts';
import { figureClaims } from '../domain/figure.ts';
import { formatList } from '../domain/format.ts';
import { need, type Library, type ProseRecord } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { ArticleIndex } from '../schemas/article.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Source } from '../schemas/source.ts';
import { citationsOf } from './citation.ts';
import { dayView } from './day.ts';

/** One work in CSL-JSON, without the fields of this project. */
export type CslItem = Omit<Source, 'custom' | 'note'>;

/** An article, then each work that it cites, in the order of its list. */
export function articleWorks(
  record: ProseRecord<ArticleIndex>,
  document: Document,
  library: Library,
  base: URL,
): CslItem[] {
  const { id, data } = record;
  const page = { id, title: data.title, href: routes.article(id), day: newestDay(data) };
  const authors = data.authors.map((author) => need(library.people, author, 'person').data.name);
  return [
    ownWork({ ...page, authors }, library, base),
    ...worksOf(cited(document, library), library),
  ];
}

/** A nutrient's page, then each work that its prose and its data cite. */
export function nutrientWorks(
  record: ProseRecord<Nutrient>,
  document: Document,
  library: Library,
  base: URL,
): CslItem[] {
  const { id, data } = record;
  const page = { id, title: data.name, href: routes.nutrient(id), day: newestDay(data) };
  const ids = [...cited(document, library), ...data.sources];
  return [
    ownWork({ ...page, authors: [library.site.name] }, library, base),
    ...worksOf(ids, library),
  ];
}

/** A figure, then each work that its numbers come from. */
export function figureWorks(id: string, library: Library, base: URL): CslItem[] {
  const { data } = need(library.figures, id, 'figure');
  const page = { id, title: data.title, href: routes.figure(id), day: newestDay(data) };
  return [
    ownWork({ ...page, authors: [library.site.name] }, library, base),
    ...worksOf(figureClaims(data), library),
  ];
}

/** How a page is cited in words; without a day where it has none. */
export function citationText(
  authors: readonly string[],
  title: string,
  site: string,
  day: string,
): string {
  return `${formatList(authors)}. “${title}” ${site}${day === '' ? '' : `, ${dayView(day).text}`}.`;
}

interface OwnPage {
  id: string;
  title: string;
  authors: readonly string[];
  href: string;
  /** Empty where nothing says when it was written. */
  day: string;
}

function ownWork(
  { id, title, authors, href, day }: OwnPage,
  { site }: Library,
  base: URL,
): CslItem {
  return {
    id: `${site.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${id}`,
    type: 'webpage',
    title,
    author: authors.map((literal) => ({ literal })),
    'container-title': site.name,
    ...(day === '' ? {} : { issued: { 'date-parts': [day.split('-').map(Number)] } }),
    URL: new URL(href, base).href,
  };
}

function cited(document: Document, library: Library): string[] {
  return citationsOf(document, library).flatMap((citation) => citation.ids);
}

// The sources themselves, and those of claims.
function worksOf(ids: readonly string[], library: Library): CslItem[] {
  const sources = new Set(ids.flatMap((id) => library.cited.get(id)?.sources ?? [id]));
  return [...sources].map((source) => cslOf(need(library.sources, source, 'source').data));
}

// Many pages cite the same source, whose work is the same object then.
const works = new WeakMap<Source, CslItem>();

function cslOf(source: Source): CslItem {
  const known = works.get(source);
  if (known !== undefined) return known;
  const { custom: _custom, note: _note, ...item } = source;
  works.set(source, item);
  return item;
}
