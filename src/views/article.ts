/** An article as its page, its card and the feeds show it. */
import type { Certainty } from '../schemas/parts.ts';
import type { NoteView, ReferenceView } from './citation.ts';
import type { PartView } from './parts.ts';

/** A day for machines and for people. */
export interface DayView {
  iso: string;
  /** "24 November 2026" is British; this site writes "November 24, 2026". */
  text: string;
}

/** What lists show of an article. */
export interface ArticleCardView {
  href: string;
  title: string;
  description: string;
  published: DayView;
  updated: DayView | undefined;
  minutes: number;
  topics: { id: string; name: string }[];
  hasAds: boolean;
}

/** The label that every article carries. */
export interface ArticleFactsView {
  words: number;
  minutes: number;
  sources: { cited: number; readInFullOrAbstract: number; studiedRunners: number };
  claims: { cited: number; byCertainty: { certainty: Certainty; text: string; count: number }[] };
  products: { linked: number; refused: number };
  written: DayView;
  updated: DayView | undefined;
  reviewDue: DayView;
  /** "none yet" or "November 24, 2026, by …". */
  medicalReview: string;
  /** "yes", "partly" or "no". */
  draftedWithAi: string;
}

export interface ArticleView extends ArticleCardView {
  slug: string;
  author: { name: string; description: string };
  reviewed: { on: DayView; by: string } | undefined;
  reviewDue: DayView & { overdue: boolean };
  /** "Drafted by a machine from sourced facts." Undefined for aiUse none. */
  aiText: string | undefined;
  /** Set when the page has a product link. */
  disclosure: { text: string; statements: string[] } | undefined;
  takeaways: { parts: PartView[]; certainties: Certainty[] }[];
  contents: { href: string; text: string; children: { href: string; text: string }[] }[];
  body: PartView[];
  faq: { id: string; question: string; answer: PartView[] }[];
  notes: NoteView[];
  references: ReferenceView[];
  changes: { on: DayView; kindText: string; what: string }[];
  facts: ArticleFactsView;
  related: ArticleCardView[];
}
