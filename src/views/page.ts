/** A text page: about, how we work, disclosure and the like. */
import type { CompiledEntry } from '../corpus/compiled.ts';
import { newestDay } from '../domain/dates.ts';
import { inOrder } from '../domain/order.ts';
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Change } from '../schemas/article.ts';
import type { Page } from '../schemas/page.ts';
import { aiText, aiUseOf } from './ai-use.ts';
import { bibliography, type NoteView, type ReferenceView } from './citation.ts';
import { changeTexts } from './change.ts';
import { dayView, type DayView } from './day.ts';
import { partViews, type PartView } from './parts.ts';
import { termNotes, type TermNoteView } from './term.ts';

export interface PageView {
  title: string;
  description: string;
  updated: DayView;
  /** What part AI had in it; undefined for none. */
  aiText: string | undefined;
  body: PartView[];
  notes: NoteView[];
  terms: TermNoteView[];
  references: ReferenceView[];
}

/** A text page with its prose finished. */
export function pageView(
  slug: string,
  { data, document }: CompiledEntry<'pages'>,
  library: Library,
): PageView {
  const citations = bibliography(document.citations, library);
  return {
    title: data.title,
    description: data.description,
    updated: dayView(newestDay({ ...data, changes: changesOn(slug, data, library) })),
    aiText: aiText(aiUseOf(data, library)),
    body: partViews(document.body, citations, library),
    notes: citations.notes(),
    terms: termNotes(document.body, library),
    references: citations.references(),
  };
}

// The log is part of the corrections page: a new entry changes it.
function changesOn(slug: string, { changes }: Page, library: Library): readonly Change[] {
  return slug === 'corrections'
    ? loggedTexts(library).flatMap(({ data }) => data.changes)
    : changes;
}

/** The log of the corrections page: what changed on the site, newest first. */
export interface CorrectionsView {
  changes: { on: DayView; kindText: string; what: string; title: string; href: string }[];
}

/** Every change of substance that an article or page tells its readers of. */
export function correctionsView(library: Library): CorrectionsView {
  return {
    changes: loggedTexts(library)
      .flatMap(({ href, data }) =>
        data.changes.map((change) => ({
          on: dayView(change.on),
          kindText: changeTexts[change.kind],
          what: change.what,
          title: data.title,
          href,
        })),
      )
      .sort((a, b) => inOrder(b.on.iso, a.on.iso)),
  };
}

function loggedTexts(
  library: Library,
): { href: string; data: { title: string; changes: Change[] } }[] {
  return [
    ...library.articles.map(({ id, data }) => ({ href: routes.article(id), data })),
    ...[...library.pages.values()].map(({ id, data }) => ({ href: routes.page(id), data })),
  ];
}
