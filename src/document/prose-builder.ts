/** Gathers the prose of a document while its tree is walked, block by block. */
import type { Position } from '../problem.ts';
import type { Context } from './context.ts';
import type { Citation, ComponentPart } from './document.ts';
import { marker, normalForm, normalOffset } from './normal.ts';
import type { Flow, ProseBlock } from './prose.ts';
import { countWords } from './words.ts';

export class ProseBuilder {
  readonly blocks: ProseBlock[] = [];
  readonly flow: Flow[] = [];
  /** What is written into at present; undefined between two blocks. */
  block: ProseBlock | undefined;

  open(context: Context, kind: ProseBlock['kind'], depth = 0): ProseBlock {
    const block: ProseBlock = {
      where: context.where,
      index: context.index,
      kind,
      depth,
      quoted: context.quoted,
      attributed: context.attributed,
      text: '',
      shifts: [],
      words: 0,
      citations: [],
      marks: [],
      codes: [],
      components: [],
      runs: [],
    };
    this.blocks.push(block);
    if (context.where === 'body') this.flow.push({ kind: 'block', block });
    this.block = block;
    return block;
  }

  /** The block at hand; text that stands in none opens one. */
  current(context: Context): ProseBlock {
    return this.block ?? this.open(context, context.inItem ? 'item' : 'paragraph');
  }

  /** White space between elements, and text that the parser made itself: it has no place. */
  addUnplaced(text: string): void {
    if (this.block !== undefined && this.block.kind !== 'row') this.block.text += text;
  }

  addCitation(block: ProseBlock, citation: Citation): void {
    block.citations.push(citation);
    append(block, marker.citation, () => citation.position);
  }

  /** An inline component; one without words of its own has a stand-in. */
  addComponent(block: ProseBlock, component: ComponentPart, hasWords: boolean): void {
    block.components.push(component);
    if (!hasWords) append(block, marker.component, () => component.position);
  }

  addCode(block: ProseBlock, text: string, place: (index: number) => Position): void {
    const start = block.text.length;
    append(block, text, place, false);
    block.codes.push({ start, end: block.text.length });
  }
}

/** Brings a block into the form that rules read, once all of it is there. */
export function normalize(block: ProseBlock): void {
  const { text, shifts, marks } = normalForm(block.text, block.kind === 'row');
  Object.assign(block, { text, shifts, marks, words: countWords(text) });
  for (const code of block.codes) {
    code.start = normalOffset(shifts, code.start);
    code.end = normalOffset(shifts, code.end);
  }
}

/**
 * Writes text into a block.
 * @param place where each letter stands in the file
 * @param isPlain whether the file writes each letter as it is: else each word has a place of its own
 */
export function append(
  block: ProseBlock,
  text: string,
  place: (index: number) => Position,
  isPlain = true,
): void {
  const from = block.text.length;
  let last: ProseBlock['runs'][number] | undefined;
  for (const { index } of isPlain ? linesOf(text) : text.matchAll(/^|(?<=\s)\S/g)) {
    const start = from + index;
    const position = place(index);
    // A word that stands where the run goes on needs none of its own.
    if (
      last?.position.line === position.line &&
      position.column - last.position.column === start - last.start
    )
      continue;
    last = { start, position };
    block.runs.push(last);
  }
  // A tab parts the cells of a row and nothing else.
  block.text += text.replaceAll('\t', ' ');
}

// Most texts are one line.
function linesOf(text: string): Iterable<{ index: number }> {
  return /[\n\r\u2028\u2029]/.test(text) ? text.matchAll(/^/gm) : oneLine;
}
const oneLine = [{ index: 0 }];
