/** Prose as the editorial rules read it: blocks of plain text that know where each letter stands. */
import type { Position } from '../problem.ts';
import type { Citation, ComponentPart } from './document.ts';
import { sourceOffset, type Shift } from './normal.ts';

/** A paragraph, heading, list item, table row or block of code. */
export interface ProseBlock {
  where: 'urgent' | 'takeaway' | 'body' | 'question' | 'answer';
  /** Number of the takeaway, question or answer, from 0; 0 for the care card and the body. */
  index: number;
  kind: 'paragraph' | 'heading' | 'item' | 'row' | 'code';
  /** Depth of a heading, else 0. */
  depth: number;
  /** Set in a block quotation. */
  quoted: boolean;
  /** Set in one that names its source. */
  attributed: boolean;
  /** Plain text in its normal form; cells of a row are separated by tabs. */
  text: string;
  /** Where letters of `text` stand in what the author wrote. */
  shifts: readonly Shift[];
  /** Words of `text`. */
  words: number;
  citations: Citation[];
  /** Where in `text` each of them stands. */
  marks: readonly number[];
  /** What of `text` is written as code, from its first letter to behind its last. */
  codes: { start: number; end: number }[];
  components: ComponentPart[];
  /** Where runs of what was written stand in the file, in order of `start`; each line starts one. */
  runs: { start: number; position: Position }[];
}

/** Where a block stands, as messages name it. */
export const placeNames: Readonly<Record<ProseBlock['where'], string>> = {
  urgent: 'the care card',
  takeaway: 'a takeaway',
  body: 'the body',
  question: 'a question',
  answer: 'an answer',
};

/** Reading order of an article's body: blocks of prose and components that stand alone. */
export type Flow =
  { kind: 'block'; block: ProseBlock } | { kind: 'component'; component: ComponentPart };

/** Place in the file of a character of a block's text: in the last run that starts at or before it. */
export function locate({ runs, shifts }: ProseBlock, letter: number): Position {
  const offset = sourceOffset(shifts, letter);
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  if (run === undefined) return { line: 1, column: 1 };
  const { line, column } = run.position;
  return { line, column: column + Math.max(0, offset - run.start) };
}

/** What a reader hears of a block: its text without citations and stand-ins. */
export function plainText(text: string): string {
  return text
    .replace(/[\uE000\uE001]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
