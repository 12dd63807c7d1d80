/** Sentences of a block of prose, with what each of them cites. */
import type { Citation } from '../../document/document.ts';
import { marker, type ProseBlock } from '../../document/prose.ts';

/** One sentence: citations that stand in it or just behind it are its own. */
export interface Sentence {
  block: ProseBlock;
  /** Offset of its first letter in the block. */
  start: number;
  text: string;
  citations: Citation[];
}

// What ends in one of these goes on: "vs. men", "e.g. iron", "J. Smith".
const abbreviation = /(?:\b(?:vs|e\.g|i\.e|approx|no|fig|al|dr|st|u\.s|resp|incl)|\b\p{L})\.$/iu;
const boundary = new RegExp(
  `[.!?…]["”’)]*(?:\\s*${marker.citation})*\\s+(?=[\\p{Lu}\\p{N}"“‘(])`,
  'gu',
);
// What looks at a sentence once for each of its words must stay quick when somebody pastes a book.
const longest = 2000;

/** The sentences of a block; a table row and a heading are one each. */
export function sentencesOf(block: ProseBlock): Sentence[] {
  const starts =
    block.kind === 'row' || block.kind === 'heading' ? [0] : sentenceStarts(block.text);
  let cited = 0;
  return starts
    .map((start, index) => {
      const text = block.text.slice(start, starts[index + 1] ?? block.text.length);
      const count = text.split(marker.citation).length - 1;
      const citations = block.citations.slice(cited, cited + count);
      cited += count;
      return { block, start, text, citations };
    })
    .filter(({ text }) => text.trim() !== '');
}

/** Offsets at which the sentences of a text start. */
export function sentenceStarts(text: string): number[] {
  const starts = [
    0,
    ...[...text.matchAll(boundary)]
      .filter(({ index }) => !abbreviation.test(text.slice(Math.max(0, index - 12), index + 1)))
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
  return text.includes('?') && /\?["”’)\s\uE000]*$/u.test(text);
}
