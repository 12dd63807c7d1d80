/** What a dose is, against the reference intakes and the upper limit: computed here, once. */
import type { Nutrient } from '../schemas/nutrient.ts';
import type { ProductNutrient } from '../schemas/product.ts';
import { countDose } from './count.ts';
import { labelForm, type Range } from './forms.ts';
import { findLimit, sharesOfIntake, type AdultIntake } from './intake.ts';

export interface DoseAssessment {
  /** In the nutrient's own unit; undefined where that cannot be told without knowing the form. */
  dose: Range | undefined;
  shares: { intake: AdultIntake; share: number }[];
  limit:
    | {
        amount: number;
        scope: 'total' | 'supplements';
        /** Share of the limit that the dose takes, its upper end where it is a range. */
        share: number;
        level: 'under' | 'half' | 'over';
      }
    | undefined;
}

/**
 * Assesses one nutrient of a product for adults of 19 to 50. An amount per liter is no serving and
 * has no shares. Shares are fractions: 1 is the whole reference intake or limit.
 */
export function assessDose(
  row: ProductNutrient,
  nutrient: Nutrient,
  nutrientId: string,
): DoseAssessment {
  const counted = countDose(
    {
      min: row.amount,
      max: row.amountMax ?? row.amount,
      unit: row.unit,
      form: labelForm(nutrientId, nutrient, row),
    },
    nutrient,
  );
  const dose = counted?.intake;
  if (counted === undefined || dose === undefined || row.per !== undefined)
    return { dose, shares: [], limit: undefined };
  const shares = sharesOfIntake(dose.max, nutrient);
  const level = findLimit(nutrient, { ageYears: 31, lifeStage: 'none' });
  if (level === undefined || nutrient.upperLimit === undefined)
    return { dose, shares, limit: undefined };
  const share = counted.limit.max / level.amount;
  return {
    dose,
    shares,
    limit: {
      amount: level.amount,
      scope: nutrient.upperLimit.scope,
      share,
      level: limitLevel(share),
    },
  };
}

/** Under half of a limit, from half to all of it, or over it. */
export function limitLevel(share: number): 'under' | 'half' | 'over' {
  if (share > 1) return 'over';
  return share >= 0.5 ? 'half' : 'under';
}
