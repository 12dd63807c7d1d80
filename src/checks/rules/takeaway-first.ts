/** The first takeaway is an answer or an action, and no figure of a study. */
import { locate } from '../../document/prose.ts';
import type { Rule } from '../rule.ts';

const study = String.raw`(?:study|studies|trials?|cohorts?|survey|surveys|sample|samples|pooling|poolings|meta-analys[ei]s|review)`;
// What a study found, in its figures: shares, counts of people, intervals, or the study itself.
const figure = new RegExp(
  [
    String.raw`\d\s?(?:%|per ?cent\b)`,
    String.raw`\b\d[\d,]* (?:of|in|out of) (?:the |every )?\d`,
    String.raw`\b(?:one|two|three) in (?:three|four|five|six|seven|eight|nine|ten|\d+)\b`,
    String.raw`\bn\s?=\s?\d`,
    String.raw`\bp\s?[<=>]\s?0?\.\d`,
    String.raw`\b(?:CI|confidence interval)\b`,
    String.raw`^\W*(?:in|of|among|across|over) (?:an?|one|two|three|the|some|several|many|all|\d[\d,]*)(?: [\w'’-]+){0,4} ${study}\b`,
    String.raw`^\W*(?:in|of|among|across) \d[\d,]* `,
    String.raw`^\W*(?:an?|one|two|three|\d+)(?: [\w'’-]+){0,3} ${study} (?:found|showed|reported|put|saw)\b`,
  ].join('|'),
  'iu',
);
// "Lose no more than 2% of your weight" is an action, whatever its figure.
const action =
  /^\W*(?:do not|don['’]t|never|always|if you|when you|before you|after you|you (?:can|may|should|must|need|do not)|(?:add|aim|ask|avoid|begin|call|check|choose|count|cut|drink|eat|expect|find|get|give|go|have|keep|leave|limit|look|lose|make|mind|plan|pick|read|rest|save|see|skip|spread|start|stay|stop|stretch|take|talk|tell|test|treat|try|use|wait|watch|weigh)\b(?!['’]))/iu;

export const takeawayFirst: Rule = {
  id: 'takeaway-first',
  demands:
    'The first takeaway says what to do, or gives the plain answer; what a study counted comes after it.',
  why: 'Whoever is tired reads one line, and a share of somebody else’s sample is no answer.',
  fix: 'Open with the action or the answer, and let the figure follow: behind a colon, or in a later takeaway.',
  document: ({ compiled }) =>
    compiled.prose
      .filter(({ where, index }) => where === 'takeaway' && index === 0)
      .slice(0, 1)
      .flatMap((block) => {
        // What opens it is what is read: up to the first colon, semicolon or full stop.
        const [opening = ''] = block.text.split(/[:;](?!\d)|[.!?](?=\s|$)/u, 1);
        const found = action.test(opening) ? null : figure.exec(opening);
        return found === null
          ? []
          : [
              {
                ...locate(block, found.index),
                message: `the first takeaway opens with a figure of a study: "${found[0].trim()}".`,
              },
            ];
      }),
};
