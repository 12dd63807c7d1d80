/** People who are no runners are named. */
import { locate } from '../../document/prose.ts';
import type { Rule } from '../rule.ts';
import { claimsOf, statements } from './cited-claims.ts';

const filler = new Set(
  'about adults among from mostly over with other those this their them also such sets only people taking values value small single meals doses dose years aged'.split(
    ' ',
  ),
);
const general =
  /\b(?:general population|most people|anyone|everyone|adults|people|population|not (?:in )?(?:runners|athletes)|patients|volunteers)\b/iu;

export const namedPopulation: Rule = {
  id: 'named-population',
  demands:
    'A claim that was not studied in runners names who was studied, in its sentence or its paragraph.',
  why: 'A reader takes a sentence on a running site for a sentence about runners.',
  fix: 'Name the people: "in older adults", "in Navy recruits".',
  document: (context) =>
    statements(context).flatMap((sentence) =>
      claimsOf(sentence, context.corpus)
        .filter(
          ({ appliesToRunners, measures }) =>
            appliesToRunners === 'no' && measures !== 'intake' && measures !== 'safety',
        )
        .filter(({ population }) => !isNamed(population, sentence.block.text))
        .slice(0, 1)
        .map(({ id, population }) => ({
          ...locate(sentence.block, sentence.start),
          message: `"${id}" was not studied in runners, and nothing here says who was: ${population}.`,
          fix: 'Name the people who were studied.',
        })),
    ),
};

function isNamed(population: string, text: string): boolean {
  if (general.test(text)) return true;
  const words = population.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const lower = text.toLowerCase();
  return words.some(
    (word) => !filler.has(word) && lower.includes(word.slice(0, Math.max(4, word.length - 2))),
  );
}
