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
  citations: Citation[];
  components: ComponentPart[];
  /** Where runs of `text` stand in the file, in order of `start`. */
  runs: { start: number; position: Position }[];
}

/** Reading order of an article's body: blocks of prose and components that stand alone. */
export type Flow =
  { kind: 'block'; block: ProseBlock } | { kind: 'component'; component: ComponentPart };

/** Place in the file of a character of a block's text. */
export function locate(block: ProseBlock, offset: number): Position {
  let run = block.runs[0];
  if (run === undefined) return { line: 1, column: 1 };
  for (const candidate of block.runs) {
    if (candidate.start > offset) break;
    run = candidate;
  }
  const before = block.text.slice(run.start, offset);
  const newline = before.lastIndexOf('\n');
  if (newline === -1)
    return { line: run.position.line, column: run.position.column + before.length };
  return {
    line: run.position.line + before.split('\n').length - 1,
    column: before.length - newline,
  };
}
