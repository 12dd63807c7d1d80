/**
 * What a dose or the sum of a day is, against the need and the upper limit of a person: computed
 * here, once, for cards, rules and tools.
 */
import type { Nutrient } from '../schemas/nutrient.ts';
import type { ProductNutrient } from '../schemas/product.ts';
import { countDose, sumRanges, type Counted } from './count.ts';
import { labelForm, type Range } from './forms.ts';
import {
  adultIntakes,
  findLimit,
  findNeed,
  type AdultIntake,
  type Need,
  type Reader,
} from './intake.ts';

/**
 * How an amount stands against a limit. `unknown`: nothing of it could be counted; `none`: no limit
 * is established; `perhaps`: over it if the highest reading is the true one, or if what could not be
 * counted comes on top.
 */
export type Level = 'unknown' | 'none' | 'under' | 'half' | 'perhaps' | 'over';

/** An amount held against what a person needs, and against the limit. */
export interface Assessment {
  need: Need | undefined;
  /** Share of the need; 1 is all of it. */
  needShare: Range | undefined;
  /** The limit, the share of it that was counted, and what is left at the highest reading. */
  limit: { amount: number; isUnverified: boolean; share: Range; left: number } | undefined;
  level: Level;
  /** Set for sodium: above it the advice is to eat less, which is no limit of toxicity. */
  riskReduction: { amount: number; isAbove: boolean } | undefined;
}

type Judged = Pick<Nutrient, 'intakes' | 'adjustments' | 'upperLimit' | 'riskReduction'>;

/**
 * Holds an amount against a person's need and limit.
 * @param counted what it counts for; undefined where nobody can tell
 * @param isPartial whether something that could not be counted comes on top
 */
export function assess(
  counted: Counted | undefined,
  nutrient: Judged,
  reader: Reader,
  isPartial = false,
): Assessment {
  const { intake, limit: counting } = counted ?? nothing;
  const need = findNeed(nutrient, reader);
  const limit = findLimit(nutrient, reader);
  const share = limit && shareOf(counting, limit.amount);
  const { riskReduction } = nutrient;
  return {
    need,
    needShare: need && counted && shareOf(intake, need.amount),
    limit: limit &&
      share && {
        amount: limit.amount,
        isUnverified: limit.unverified ?? false,
        share,
        left: Math.max(0, limit.amount - counting.max),
      },
    level: counted === undefined ? 'unknown' : levelOf(share, isPartial),
    riskReduction: riskReduction && {
      amount: riskReduction.amount,
      isAbove: intake.max > riskReduction.amount,
    },
  };
}

const nothing: Counted = { intake: { min: 0, max: 0 }, limit: { min: 0, max: 0 } };

function shareOf({ min, max }: Range, whole: number): Range {
  return { min: min / whole, max: max / whole };
}

// Sums of decimal fractions end a hair above what they mean: 0.1 + 0.2 is over no limit of 0.3.
const hair = 1e-9;

function levelOf(share: Range | undefined, isPartial: boolean): Level {
  if (share === undefined) return 'none';
  if (share.min > 1 + hair) return 'over';
  if (share.max > 1 + hair || isPartial) return 'perhaps';
  return share.max >= 0.5 ? 'half' : 'under';
}

/** Whether an amount takes half a limit or more, or may. */
export function isNear(level: Level): boolean {
  return level === 'half' || level === 'perhaps' || level === 'over';
}

/** What a label states, for adults of 19 to 50. */
export interface DoseAssessment extends Pick<Assessment, 'limit' | 'level' | 'riskReduction'> {
  /** In the nutrient's own unit; undefined where that cannot be told without knowing the form. */
  dose: Range | undefined;
  shares: { intake: AdultIntake; share: Range }[];
}

/** The limits of adults to 50 are those of either sex. */
const adult: Reader = {
  sex: 'female',
  ageYears: 31,
  lifeStage: 'none',
  diet: 'omnivore',
  periods: 'unknown',
};

/**
 * Assesses what one serving of a product holds of a nutrient, all its rows together: two forms of
 * one nutrient are swallowed at once.
 */
export function assessDose(rows: readonly ProductNutrient[], nutrient: Nutrient): DoseAssessment {
  const counted = rows.flatMap(
    (row) =>
      countDose(
        {
          min: row.amount,
          max: row.amountMax ?? row.amount,
          unit: row.unit,
          form: labelForm(nutrient, row),
        },
        nutrient,
      ) ?? [],
  );
  const total = counted.length === 0 ? undefined : sumCounted(counted);
  const isPartial = counted.length < rows.length;
  const { limit, level, riskReduction } = assess(total, nutrient, adult, isPartial);
  return {
    dose: total?.intake,
    shares:
      total === undefined
        ? []
        : adultIntakes(nutrient).map((intake) => ({
            intake,
            share: shareOf(total.intake, intake.amount),
          })),
    limit,
    level,
    riskReduction,
  };
}

/** Sums what doses count for. */
export function sumCounted(counted: readonly Counted[]): Counted {
  return {
    intake: sumRanges(counted.map(({ intake }) => intake)),
    limit: sumRanges(counted.map(({ limit }) => limit)),
  };
}
