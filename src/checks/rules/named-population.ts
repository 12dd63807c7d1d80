/** People who are no runners are named. */
import { locate } from '../../document/prose.ts';
import { citedStatements, claimsOf } from '../evidence.ts';
import type { Rule } from '../rule.ts';

// Words of a population that name nobody.
const filler = new Set(
  'about among from mostly over under with without other those this their them also such sets only taking values value small large single meals doses dose years aged not and the for who was were had has per day week weeks studied tested'.split(
    ' ',
  ),
);
// Words by which a text says that it speaks of people at large, and the populations that are.
const atLarge = /\b(?:general|adults?|people|population|residents|volunteers|humans?)\b/iu;
const saysAtLarge =
  /\b(?:general population|most people|many people|people|anyone|everyone|everybody|nobody|adults?|population|volunteers|not (?:in )?(?:runners|athletes)|(?:were|was) (?:no|not) (?:runners|athletes)|Americans)\b/iu;

export const namedPopulation: Rule = {
  id: 'named-population',
  demands:
    'A claim that was not studied in runners names who was studied, in its sentence or its paragraph.',
  why: 'A reader takes a sentence on a running site for a sentence about runners.',
  fix: 'Name the people who were studied.',
  document: (context) => {
    const isRepeated = repeats();
    return citedStatements(context).flatMap((sentence) =>
      claimsOf(sentence, context.corpus)
        // A limit or a danger holds for everybody, whoever was studied.
        .filter(
          ({ appliesToRunners, measures }) => appliesToRunners === 'no' && measures !== 'safety',
        )
        .filter(({ population }) => !isNamed(population, sentence.block.text))
        .filter(({ id }) => !isRepeated(id, sentence.block))
        .slice(0, 1)
        .map(({ id, population }) => ({
          ...locate(sentence.block, sentence.start),
          message: `"${id}" was not studied in runners, and nothing here says who was: ${population}.`,
        })),
    );
  },
};

// One diagnostic for each claim in a paragraph is enough.
function repeats(): (id: string, block: object) => boolean {
  const seen = new Map<object, Set<string>>();
  return (id, block) => {
    const ids = seen.get(block) ?? new Set();
    seen.set(block, ids);
    const isKnown = ids.has(id);
    ids.add(id);
    return isKnown;
  };
}

function isNamed(population: string, text: string): boolean {
  // Reference values are set for everybody and studied in nobody.
  if (/\breference (?:values|intakes)\b/iu.test(population)) return true;
  if (atLarge.test(population) && saysAtLarge.test(text)) return true;
  if (/\bnot (?:in )?(?:runners|athletes)\b|\b(?:no|not) (?:runners|athletes)\b/iu.test(text))
    return true;
  const words = population.toLowerCase().match(/\p{L}{4,}|\d{2,}/gu) ?? [];
  const lower = text.toLowerCase();
  return words.some(
    (word) => !filler.has(word) && lower.includes(word.slice(0, Math.max(4, word.length - 2))),
  );
}
