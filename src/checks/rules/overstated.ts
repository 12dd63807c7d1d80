/** Wording does not outrun the evidence that it cites. */
import { locate } from '../../document/prose.ts';
import { isQuestion } from '../language/sentences.ts';
import { isDenied, isHedged, isQuoted } from '../language/wording.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { claimsNearest, statements } from './cited-claims.ts';

const benefit =
  /\b(?:prevent(?:s|ed|ing)?|cure[sd]?|curing|stop(?:s|ped)|boost(?:s|ed|ing)?|improve[sd]?|improving|reduce[sd]?|reducing|eliminate[sd]?|prove[sdn]?|ease[sd]?|heal(?:s|ed)?|relieve[sd]?)\b/giu;
// What is bad when it goes down is not a benefit: coffee reduces absorption.
const loss =
  /^\s+(?:\w+\s+){0,3}(?:absorption|uptake|performance|density|stores|ferritin|intake)/iu;

export const overstated: Rule = {
  id: 'overstated',
  demands:
    'A benefit verb is used only on a claim that found a benefit, and with a hedge where the evidence is limited or conflicting. Denials, quotations and questions are free.',
  why: 'US rules ask for competent and reliable scientific evidence behind a health claim; a reader takes "improves" for a fact.',
  fix: 'Say what was found, deny it, or hedge it: may, might, in one small study.',
  document: (context) =>
    statements(context).flatMap((sentence): RuleFinding[] => {
      if (isQuestion(sentence)) return [];
      return [...sentence.text.matchAll(benefit)].flatMap((match): RuleFinding[] => {
        const at = match.index;
        if (isDenied(sentence.text, at) || isQuoted(sentence.text, at)) return [];
        if (loss.test(sentence.text.slice(at + match[0].length))) return [];
        const claims = claimsNearest(sentence, at, context.corpus);
        if (claims.length === 0) return [];
        const position = locate(sentence.block, sentence.start + at);
        const helping = claims.filter(({ finding }) => finding === 'helps');
        if (helping.length === 0) {
          const claim = claims[0];
          return [
            {
              ...position,
              message: `"${match[0]}" says more than "${claim?.id ?? ''}", whose finding is ${claim?.finding ?? ''}.`,
              fix: 'Say what was found, or cite a claim that found it.',
            },
          ];
        }
        const unsure = helping.every(
          ({ certainty }) => certainty === 'limited' || certainty === 'conflicting',
        );
        if (!unsure || isHedged(sentence.text)) return [];
        return [
          {
            ...position,
            message: `"${match[0]}" is too sure: "${helping[0]?.id ?? ''}" is ${helping[0]?.certainty ?? ''}.`,
            fix: 'Hedge it: may, might, in one small study.',
          },
        ];
      });
    }),
};
