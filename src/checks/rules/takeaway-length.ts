/** A takeaway holds one idea. */
import { locate } from '../../document/prose.ts';
import type { Rule } from '../rule.ts';

const mostWords = 30;

export const takeawayLength: Rule = {
  id: 'takeaway-length',
  demands: `A takeaway holds one idea, in at most ${mostWords} words.`,
  why: 'What does not fit into one breath is not taken away.',
  fix: 'Split it, or cut it.',
  document: ({ compiled }) =>
    compiled.prose
      .filter(({ where, words }) => where === 'takeaway' && words > mostWords)
      .map((block) => ({
        ...locate(block, 0),
        message: `this takeaway has ${block.words} words.`,
      })),
};
