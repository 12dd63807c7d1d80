/** A text page: about, how we work, disclosure and the like. */
import type { CompiledEntry } from '../corpus/compiled.ts';
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import { bibliography, type NoteView, type ReferenceView } from './citation.ts';
import { dayView, type DayView } from './day.ts';
import { partViews, type PartView } from './parts.ts';

export interface PageView {
  slug: string;
  href: string;
  title: string;
  description: string;
  updated: DayView;
  body: PartView[];
  notes: NoteView[];
  references: ReferenceView[];
}

/** A text page with its prose finished. */
export function pageView(slug: string, { data, document }: CompiledEntry<'pages'>, library: Library): PageView {
  const citations = bibliography(document.citations, library);
  return {
    slug,
    href: routes.page(slug),
    title: data.title,
    description: data.description,
    updated: dayView(data.updated),
    body: partViews(document.body, citations, library),
    notes: citations.notes(),
    references: citations.references(),
  };
}
