/** Everything that a person takes in a day, summed, and what of it disturbs what. */
import type { Interaction } from '../schemas/interaction.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import { countDose, type Counted, type FormDose } from './count.ts';
import { sumCounted } from './dose.ts';

/** One dose of one nutrient, as often as it is taken in a day. */
export interface StackDose extends FormDose {
  nutrient: string;
  /** How often a day; 0.5 for every other day. */
  times: number;
}

/** A dose with what it counts for in a day; undefined where nobody can tell. */
export interface CountedDose<Dose extends StackDose> {
  dose: Dose;
  counted: Counted | undefined;
}

/** What a stack holds of one nutrient. */
export interface NutrientTotal<Dose extends StackDose> extends Counted {
  nutrient: string;
  doses: CountedDose<Dose>[];
}

/** The totals of a stack, in the order of first appearance. */
export function stackTotals<Dose extends StackDose>(
  doses: readonly Dose[],
  nutrients: ReadonlyMap<string, Pick<Nutrient, 'unit'>>,
): NutrientTotal<Dose>[] {
  return [...new Set(doses.map(({ nutrient }) => nutrient))].flatMap((id) => {
    const nutrient = nutrients.get(id);
    if (nutrient === undefined) return [];
    const own = doses
      .filter((dose) => dose.nutrient === id)
      .map((dose) => ({ dose, counted: countDose(perDay(dose), nutrient) }));
    return {
      nutrient: id,
      doses: own,
      ...sumCounted(own.flatMap((item) => item.counted ?? [])),
    };
  });
}

function perDay(dose: StackDose): FormDose {
  return { ...dose, min: dose.min * dose.times, max: dose.max * dose.times };
}

/** The interactions of which both sides are taken. Coffee counts where the person says so. */
export function clashes<Item extends Pick<Interaction, 'nutrient' | 'with'>>(
  interactions: readonly Item[],
  taken: ReadonlySet<string>,
  drinksCoffee: boolean,
): Item[] {
  return interactions.filter(
    (item) =>
      taken.has(item.nutrient) && (item.with === 'coffee' ? drinksCoffee : taken.has(item.with)),
  );
}
