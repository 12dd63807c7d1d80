/** A text page: about, how we work, disclosure and the like. */
import type { CompiledEntry } from '../corpus/compiled.ts';
import { laterOf, newestDay } from '../domain/dates.ts';
import type { Library } from '../library/records.ts';
import type { Page } from '../schemas/page.ts';
import { aiText, aiUseOf } from './ai-use.ts';
import { bibliography, citationsOf, type NoteView, type ReferenceView } from './citation.ts';
import { changeLog } from './change.ts';
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
  const citations = bibliography(citationsOf(document, library), library);
  return {
    title: data.title,
    description: data.description,
    updated: updatedOn(slug, data, library),
    aiText: aiText(aiUseOf(data, library)),
    body: partViews(document.body, citations, library),
    notes: citations.notes(),
    terms: termNotes(document.body, library),
    references: citations.references(),
  };
}

// The log is part of the corrections page: a new entry changes it.
function updatedOn(slug: string, data: Page, library: Library): DayView {
  const own = newestDay(data);
  const [logged] = slug === 'corrections' ? changeLog(library) : [];
  return dayView(laterOf(own, logged?.on.iso ?? ''));
}
