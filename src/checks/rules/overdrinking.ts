/** Advice on drinking carries the warning against too much. */
import { locate } from '../../document/prose.ts';
import type { Rule } from '../rule.ts';

const advice =
  /\bdrink(?:ing)?\s+(?:by thirst|to thirst|by a plan|to a plan|before|during|when|enough|more|plenty|water|fluids?|as you|as they|at least|a lot|early|often|at (?:each|every|the)|every|a (?:glass|cup|bottle)|\d)|\bsip(?:s|ping)?\s+(?:[\w-]+\s+){0,3}?(?:water|fluids?|drinks?)\b|\brehydrat(?:e|ing)\b|\b(?:keep up|push|replace|take in)\s+(?:[\w-]+\s+){0,2}?(?:fluids?|sweat)\b|\bwell hydrated\b|\b(?:fluid|drinking|hydration) (?:plan|intake|needs?|strategy|schedule)\b|\b(?:stay|keep|be) (?:well )?hydrated\b|\bthirst is\b|\bhydrate\b/iu;
const warning =
  /\boverdr[iau]nk\w*|\bdr[iau]nk(?:ing)? too much|\btoo much (?:water|fluid)|\bgain(?:s|ed|ing)? weight|\blow (?:blood )?sodium|\bhyponatremia/iu;

export const overdrinking: Rule = {
  id: 'overdrinking',
  demands: 'An article that advises on drinking warns, with a citation, against drinking too much.',
  why: 'Overdrinking is the danger of drinking advice: runners have died of it, not of a liter less.',
  fix: 'Add a cited sentence on overdrinking.',
  document: ({ entry, sentences }) => {
    if (entry.collection !== 'articles') return [];
    const first = sentences.find(
      ({ block, text }) => block.where !== 'question' && advice.test(text),
    );
    const isWarned = sentences.some(
      ({ text, citations }) => citations.length > 0 && warning.test(text),
    );
    if (first === undefined || isWarned) return [];
    return [
      {
        ...locate(first.block, first.start + first.text.search(advice)),
        message: 'advice on drinking without the warning against too much.',
      },
    ];
  },
};
