/** The compiled form of an author's MDX: what pages render and checks read. Plain JSON. */
import type { Position } from '../problem.ts';
import type { ComponentCall as VocabularyCall } from './vocabulary.ts';

/** One bracket of citations in prose: `[@a; @b]`. */
export interface Citation {
  kind: 'citation';
  ids: string[];
  /**
   * How many sentences its mark stands for. Neighbors that rest on the same show one mark, behind the
   * last of them, which counts them all; the others have 0.
   */
  sentences: number;
  position: Position;
}

/** One use of an author's component, its props parsed by the component's schema. */
export type ComponentPart = VocabularyCall & {
  kind: 'component';
  children: Part[];
  position: Position;
};

/**
 * Rendered prose in order: HTML strings, citations and component calls. The strings between two
 * calls need not be balanced: a citation splits the HTML of its paragraph. Joined, they are.
 */
export type Part = string | Citation | ComponentPart;

export interface Heading {
  depth: number;
  /** Unique within the page; made from the text. */
  id: string;
  text: string;
  position: Position;
}

export interface Link {
  href: string;
  /** What a screen reader says: its words and its code. */
  text: string;
  position: Position;
}

/** A compiled article or page. */
export interface Document {
  /** Text of the care card; empty where there is none. */
  urgent: Part[];
  takeaways: Part[][];
  body: Part[];
  /** Answers of the FAQ, in the order of the questions. */
  answers: Part[][];
  /** Stable ids of the questions, unique beside the headings. */
  questionIds: string[];
  headings: Heading[];
  /** Every citation in reading order: care card, takeaways, body, answers. */
  citations: Citation[];
  links: Link[];
  /** Every component call in reading order, nested ones included. */
  components: ComponentPart[];
  /** Words of care card, takeaways, body, questions and answers, without what components print. */
  words: number;
}
