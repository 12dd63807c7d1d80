/** Prose as the editorial rules read it: blocks of plain text that know where each letter stands. */
import type { Position } from '../problem.ts';
import type { Citation, ComponentPart } from './document.ts';

/** Stand-ins in a block's text for what is no text; each counts as one character. */
export const marker = { citation: '\uE000', component: '\uE001', code: '\uE002' } as const;

/** A paragraph, heading, list item or table row. */
export interface ProseBlock {
  where: 'takeaway' | 'body' | 'question' | 'answer';
  /** Number of the takeaway, question or answer, from 0; 0 for the body. */
  index: number;
  kind: 'paragraph' | 'heading' | 'item' | 'row';
  /** Depth of a heading, else 0. */
  depth: number;
  /** Set in a block quotation. */
  quoted: boolean;
  /** Plain text; cells of a row are separated by tabs; see `marker`. */
  text: string;
  /** Words of `text`. */
  words: number;
  citations: Citation[];
  components: ComponentPart[];
  /** Where runs of `text` stand in the file, in order of `start`; each line starts one. */
  runs: { start: number; position: Position }[];
}

/** Reading order of an article's body: blocks of prose and components that stand alone. */
export type Flow =
  { kind: 'block'; block: ProseBlock } | { kind: 'component'; component: ComponentPart };

/** Place in the file of a character of a block's text: in the last run that starts at or before it. */
export function locate({ runs }: ProseBlock, offset: number): Position {
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
    .replace(/[\uE000-\uE002]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
