/** Who asks, in words. */
import { capitalize } from '../domain/format.ts';
import type { Reader } from '../domain/intake.ts';
import type { Plan } from '../schemas/nutrient.ts';
import type { Diet } from '../schemas/fields.ts';
import { stageText } from './reference-value.ts';

/** Who a reader is, as the page says it back: "a woman of 34, vegetarian". */
export function whoText({ sex, ageYears, lifeStage, diet, periods }: Reader): string {
  const person = sex === 'female' ? 'a woman' : 'a man';
  const young = sex === 'female' ? 'a girl' : 'a boy';
  const stage = lifeStage === 'none' ? '' : `, ${stageText[lifeStage].who}`;
  const cycle =
    sex === 'male' || lifeStage !== 'none'
      ? ''
      : { unknown: '', yes: ', with periods', no: ', after menopause' }[periods];
  return `${ageYears < 19 ? young : person} of ${ageYears}${stage}${cycle}, ${dietText[diet]}`;
}

const dietText: Record<Diet, string> = {
  omnivore: 'eats everything',
  vegetarian: 'vegetarian',
  vegan: 'vegan',
};

/** Whom a plan is for: "Vegans", "Pregnant or breastfeeding women", "Women from 51 on". */
export function plannerText({
  diets,
  sex,
  lifeStages,
  periods,
  ageFrom,
  ageTo,
}: Plan['for']): string {
  const stages = (lifeStages ?? []).flatMap((stage) =>
    stage === 'none' ? [] : stageText[stage].who,
  );
  const people =
    periods === true
      ? 'women who have periods'
      : stages.length > 0
        ? `${stages.join(' or ')} women`
        : sex === undefined
          ? undefined
          : { female: 'women', male: 'men' }[sex];
  const eaters = diets?.map((diet) => eaterWords[diet]).join(' and ');
  const ages =
    ageFrom === undefined
      ? ageTo === undefined
        ? undefined
        : `up to ${ageTo}`
      : ageTo === undefined
        ? `from ${ageFrom} on`
        : `from ${ageFrom} to ${ageTo}`;
  const whom = [eaters, people].filter((part) => part !== undefined).join(', ');
  const said = [whom === '' ? 'everybody' : whom, ages].filter((part) => part !== undefined);
  return capitalize(said.join(' '));
}

const eaterWords: Record<Diet, string> = {
  omnivore: 'people who eat everything',
  vegetarian: 'vegetarians',
  vegan: 'vegans',
};
