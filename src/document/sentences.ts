/** Sentences of a block of prose, with what each of them cites. */
import type { Citation } from './document.ts';
import type { ProseBlock } from './prose.ts';

/** One sentence: citations that stand in it or just behind it are its own. */
export interface Sentence {
  block: ProseBlock;
  /** Offset of its first letter in the block. */
  start: number;
  text: string;
  citations: Citation[];
  /** Where in `text` each of them stands; behind its end for one behind its full stop. */
  marks: number[];
}

// What ends in one of these goes on: "vs. men", "e.g. iron", "J. Smith"; not "5 g.", "nmol/L.", "vitamin D.".
const abbreviation =
  /(?:\b(?:vs|e\.g|i\.e|approx|no|fig|al|dr|st|u\.s|resp|incl)|(?<![\d/]\s?|\bvitamin\s)\b\p{L})\.$/iu;
const boundary = /[.!?…]["”’)]*\s+(?=[\p{Lu}\p{N}"“‘(])/gu;
// What looks at a sentence once for each of its words must stay quick when somebody pastes a book.
const longest = 2000;

/** The sentences of a block; a table row and a heading are one each. */
export function sentencesOf(block: ProseBlock): Sentence[] {
  const starts =
    block.kind === 'row' || block.kind === 'heading'
      ? [0]
      : sentenceStarts(block.text, block.marks);
  let cited = 0;
  return starts
    .map((start, index) => {
      const end = starts[index + 1] ?? block.text.length;
      const first = cited;
      while (cited < block.marks.length && (block.marks[cited] ?? 0) <= end) cited += 1;
      return {
        block,
        start,
        text: block.text.slice(start, end),
        citations: block.citations.slice(first, cited),
        marks: block.marks.slice(first, cited).map((mark) => mark - start),
      };
    })
    .filter(({ text }) => text.trim() !== '');
}

/**
 * Offsets at which the sentences of a text start.
 * @param marks where its citations stand: a full stop behind one ends a sentence
 */
export function sentenceStarts(text: string, marks: readonly number[] = []): number[] {
  if (text.length <= longest && text.search(boundary) === -1) return [0];
  const starts = [
    0,
    ...[...text.matchAll(boundary)]
      .filter(
        ({ index }) =>
          marks.includes(index) ||
          !abbreviation.test(text.slice(Math.max(0, index - 12), index + 1)),
      )
      .map((match) => match.index + match[0].length),
  ];
  return starts.flatMap((start, index) => pieces(text, start, starts[index + 1] ?? text.length));
}

function pieces(text: string, start: number, end: number): number[] {
  const found = [start];
  for (let at = start; end - at > longest; found.push(at)) {
    const space = text.lastIndexOf(' ', at + longest);
    at = space > at ? space + 1 : at + longest;
  }
  return found;
}

/** Ids that a sentence cites. */
export function citedIds(sentence: Sentence): string[] {
  return sentence.citations.flatMap(({ ids }) => ids);
}

/** Whether a sentence asks. */
export function isQuestion(text: string): boolean {
  return text.includes('?') && /\?["”’)\s]*$/u.test(text);
}
