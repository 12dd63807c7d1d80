/** Everything that a person takes in a day, summed and held against needs and limits. */
import type { Interaction } from '../schemas/interaction.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import { countDose, sumRanges, type Counted, type FormDose } from './count.ts';
import { limitLevel } from './dose.ts';
import type { Range } from './forms.ts';
import { findLimit, findNeed, type Need, type Reader } from './intake.ts';

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

/** How a total stands against a limit. `perhaps`: over it if the highest reading is the true one. */
export type StackLevel = 'under' | 'half' | 'perhaps' | 'over';

/** A total held against what a person needs, and against the limit. */
export interface Assessment {
  need: Need | undefined;
  /** Share of the need; 1 is all of it. */
  needShare: Range | undefined;
  limit:
    | { amount: number; isUnverified: boolean; share: Range; level: StackLevel; left: number }
    | undefined;
  /** Set for sodium: above it the advice is to eat less, which is no limit of toxicity. */
  riskReduction: { amount: number; isAbove: boolean } | undefined;
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
    const counted = own.flatMap((item) => item.counted ?? []);
    return {
      nutrient: id,
      doses: own,
      intake: sumRanges(counted.map(({ intake }) => intake)),
      limit: sumRanges(counted.map(({ limit }) => limit)),
    };
  });
}

function perDay(dose: StackDose): FormDose {
  return { ...dose, min: dose.min * dose.times, max: dose.max * dose.times };
}

/** Holds a total against a person's need and limit. */
export function assessTotal(
  total: Counted,
  nutrient: Pick<Nutrient, 'intakes' | 'adjustments' | 'upperLimit' | 'riskReduction'>,
  reader: Reader,
): Assessment {
  const need = findNeed(nutrient, reader);
  const limit = findLimit(nutrient, reader);
  const { riskReduction } = nutrient;
  return {
    need,
    needShare: need && shareOf(total.intake, need.amount),
    limit: limit && {
      amount: limit.amount,
      isUnverified: limit.unverified ?? false,
      share: shareOf(total.limit, limit.amount),
      level: levelOf(shareOf(total.limit, limit.amount)),
      left: Math.max(0, limit.amount - total.limit.max),
    },
    riskReduction: riskReduction && {
      amount: riskReduction.amount,
      isAbove: total.intake.max > riskReduction.amount,
    },
  };
}

function shareOf({ min, max }: Range, whole: number): Range {
  return { min: min / whole, max: max / whole };
}

// Sums of decimal fractions end a hair above what they mean: 0.1 + 0.2 is over no limit of 0.3.
const hair = 1e-9;

function levelOf({ min, max }: Range): StackLevel {
  if (min > 1 + hair) return 'over';
  return max > 1 + hair ? 'perhaps' : limitLevel(Math.min(max, 1));
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
