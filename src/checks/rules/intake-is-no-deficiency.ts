/** Eating little of something is not a deficiency. */
import { locate } from '../../document/prose.ts';
import { citedStatements, claimsNearest } from '../evidence.ts';
import { isDenied, isQuoted } from '../language/wording.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

const deficiency = /\bdeficien(?:t|cy|cies)\b/giu;
// "Low intake is common; deficiency is rarer."
const setApart =
  /^\S+\s+(?:is|are|would be)\s+(?:much |far )?(?:rare|rarer|another|something else|a different|different|less|more than|unknown)\b/iu;

export const intakeIsNoDeficiency: Rule = {
  id: 'intake-is-no-deficiency',
  demands: 'A claim that measured intake is not called a deficiency.',
  why: 'A reference intake is set to be enough for nearly everybody: eating less than it is not yet being short of it.',
  fix: 'Write "low intake", or cite a claim that measured status.',
  document: (context) =>
    citedStatements(context)
      .filter(({ text }) => text.search(deficiency) !== -1)
      .flatMap((sentence) =>
        [...sentence.text.matchAll(deficiency)].flatMap((match): RuleDiagnostic[] => {
          const at = match.index;
          if (isDenied(sentence.text, at) || isQuoted(sentence.text, at)) return [];
          if (setApart.test(sentence.text.slice(at))) return [];
          const claims = claimsNearest(sentence, at, context.corpus);
          if (claims.length === 0 || !claims.every(({ measures }) => measures === 'intake'))
            return [];
          return [
            {
              ...locate(sentence.block, sentence.start + at),
              message: `"${match[0]}" on "${claims[0]?.id ?? ''}", which measured intake.`,
            },
          ];
        }),
      ),
};
