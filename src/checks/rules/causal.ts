/** What was only observed is not called a cause. */
import { locate } from '../../document/prose.ts';
import { citedIds, isQuestion } from '../language/sentences.ts';
import { isDenied, isHedged } from '../language/wording.ts';
import type { Rule } from '../rule.ts';
import { sourcesBehind, statements } from './cited-claims.ts';

const causal =
  /\b(?:causes?|caused|leads? to|led to|results? in|resulted in|triggers?|triggered|makes? you)\b/giu;

export const causalWording: Rule = {
  id: 'causal-wording',
  demands: 'A causal verb does not stand on sources that only observed.',
  why: 'A cohort or a survey shows what goes with what, not what brings it about.',
  fix: 'Write "went with", "was linked to", or cite a trial.',
  document: (context) =>
    statements(context).flatMap((sentence) => {
      const sources = citedIds(sentence).flatMap((id) => sourcesBehind(id, context.corpus));
      const onlyObserved =
        sources.length > 0 &&
        sources.every(({ custom }) => ['cohort', 'cross-sectional'].includes(custom.design));
      if (!onlyObserved || isQuestion(sentence)) return [];
      const [match] = sentence.text.matchAll(causal);
      if (match === undefined || isDenied(sentence.text, match.index) || isHedged(sentence.text))
        return [];
      return {
        ...locate(sentence.block, sentence.start + match.index),
        message: `"${match[0]}" on sources that only observed.`,
        fix: 'Write "went with" or "was linked to", or cite a trial.',
      };
    }),
};
