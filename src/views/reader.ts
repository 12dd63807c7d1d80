/** Who asks, in words. */
import type { Diet, Reader } from '../domain/intake.ts';

/** Who a reader is, as the page says it back: "a woman of 34, vegetarian". */
export function whoText({ sex, ageYears, lifeStage, diet, periods }: Reader): string {
  const person = sex === 'female' ? 'a woman' : 'a man';
  const young = sex === 'female' ? 'a girl' : 'a boy';
  const stage = { none: '', pregnancy: ', pregnant', lactation: ', breastfeeding' }[lifeStage];
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
