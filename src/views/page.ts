/** A text page: about, how we work, disclosure and the like. */
import type { DayView } from './article.ts';
import type { NoteView, ReferenceView } from './citation.ts';
import type { PartView } from './parts.ts';

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
