/** Eating little of something is not a deficiency. */
import { locate } from '../../document/prose.ts';
import { isDenied } from '../language/wording.ts';
import { isQuestion } from '../language/sentences.ts';
import type { Rule } from '../rule.ts';
import { claimsNearest, statements } from './cited-claims.ts';

export const intakeIsNoDeficiency: Rule = {
  id: 'intake-is-no-deficiency',
  demands: 'A claim that measured intake is not called a deficiency.',
  why: 'A reference intake is set to be enough for nearly everybody: eating less than it is not yet being short of it.',
  fix: 'Write "low intake", "eat little of it".',
  document: (context) =>
    statements(context).flatMap((sentence) => {
      const [match] = sentence.text.matchAll(/\bdeficien(?:t|cy|cies)\b/giu);
      if (match === undefined || isQuestion(sentence) || isDenied(sentence.text, match.index))
        return [];
      const claims = claimsNearest(sentence, match.index, context.corpus);
      if (claims.length === 0 || !claims.every(({ measures }) => measures === 'intake')) return [];
      return {
        ...locate(sentence.block, sentence.start + match.index),
        message: `"${match[0]}" on "${claims[0]?.id ?? ''}", which measured intake.`,
        fix: 'Write "low intake", or cite a claim that measured status.',
      };
    }),
};
