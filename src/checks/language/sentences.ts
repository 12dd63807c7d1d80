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

const abbreviation = /(?:\b(?:vs|e\.g|i\.e|approx|no|fig|al|dr|st|u\.s)|\b\p{L})\.$/iu;
const boundary = new RegExp(
  `[.!?]["”’)]*(?:\\s*${marker.citation})*\\s+(?=[\\p{Lu}\\p{N}"“‘(])`,
  'gu',
);

/** The sentences of a block; a table row and a heading are one each. */
export function sentencesOf(block: ProseBlock): Sentence[] {
  const ends = block.kind === 'row' || block.kind === 'heading' ? [] : boundaries(block.text);
  const starts = [0, ...ends];
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

function boundaries(text: string): number[] {
  return [...text.matchAll(boundary)]
    .filter((match) => !abbreviation.test(text.slice(0, match.index + 1)))
    .map((match) => match.index + match[0].length);
}

/** Ids that a sentence cites. */
export function citedIds(sentence: Sentence): string[] {
  return sentence.citations.flatMap(({ ids }) => ids);
}

/** A question of its own, or a heading that asks. */
export function isQuestion({ text }: Sentence): boolean {
  return /\?["”’)\s]*$/u.test(text);
}
