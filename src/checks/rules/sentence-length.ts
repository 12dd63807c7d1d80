/** Sentences that a tired reader can follow. */
import { countWords } from '../../document/words.ts';
import { locate } from '../../document/prose.ts';
import type { Rule } from '../rule.ts';

const mostWords = 35;

export const sentenceLength: Rule = {
  id: 'sentence-length',
  demands: `Sentences have at most ${mostWords} words.`,
  why: 'Long sentences lose readers, tired ones first.',
  fix: 'Cut it in two.',
  document: ({ sentences }) =>
    sentences
      // A word takes two letters at least, with the space behind it.
      .filter(
        ({ block, text }) =>
          text.length > 2 * mostWords &&
          // What somebody else said stays as it was said.
          !block.attributed &&
          !['row', 'heading', 'code'].includes(block.kind),
      )
      .map((sentence) => ({ ...sentence, words: countWords(sentence.text) }))
      .filter(({ words }) => words > mostWords)
      .map(({ block, start, words }) => ({
        ...locate(block, start),
        message: `this sentence has ${words} words.`,
      })),
};
