/** Advice on drinking carries the warning against too much. */
import { locate } from '../../document/prose.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Rule } from '../rule.ts';

const advice =
  /\bdrink(?:ing)?\s+(?:by|to|at|before|during|when|as you|plan|enough|more|water)\b|\bfluid\b|\bthirst\b/iu;
const warning =
  /\boverdrink\w*|\bdrink(?:ing)? too much|\btoo much water|\bgain(?:s|ed|ing)? weight|\blow (?:blood )?sodium|\bhyponatremia/iu;

export const overdrinking: Rule = {
  id: 'overdrinking',
  demands: 'An article that advises on drinking warns, with a citation, against drinking too much.',
  why: 'Overdrinking is the danger of drinking advice: runners have died of it, not of a liter less.',
  fix: 'Add a cited sentence on overdrinking.',
  document: ({ entry, compiled }) => {
    if (entry.collection !== 'articles') return [];
    const body = compiled.prose.filter(({ where }) => where !== 'question');
    const first = body.find(({ text }) => advice.test(text));
    const isWarned = body
      .flatMap(sentencesOf)
      .some(({ text, citations }) => citations.length > 0 && warning.test(text));
    if (first === undefined || isWarned) return [];
    return [
      {
        ...locate(first, first.text.search(advice)),
        message: 'advice on drinking without the warning against too much.',
        fix: 'Add a cited sentence on overdrinking.',
      },
    ];
  },
};
