/** What a dose is, against the reference intakes and the upper limit: computed here, once. */
import type { Nutrient } from '../schemas/nutrient.ts';
import type { ProductNutrient } from '../schemas/product.ts';
import { findLimit, sharesOfIntake, type AdultIntake } from './intake.ts';
import { convert } from './units.ts';

/** A dose in the nutrient's own unit; `max` is above `min` where the label's figure is a range. */
export interface Dose {
  min: number;
  max: number;
}

export interface DoseAssessment {
  /** Undefined where the label's unit cannot be converted without knowing the form. */
  dose: Dose | undefined;
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

/** Forms of vitamin E of which a US label counts half, while the upper limit counts all. */
const syntheticVitaminE = /\bdl-?\s?alpha|all-?rac|synthetic/i;

/** Folic acid in 1 mcg of dietary folate equivalents, taken with food (facts, trap 3): 400 of 680. */
const folicAcidPerDfe = 400 / 680;

/**
 * Assesses one nutrient of a product for adults of 19 to 50. An amount per liter is no serving and
 * has no shares. Shares are fractions: 1 is the whole reference intake or limit.
 */
export function assessDose(
  row: ProductNutrient,
  nutrient: Nutrient,
  nutrientId: string,
): DoseAssessment {
  const min = convert(row.amount, row.unit, nutrient.unit, nutrientId);
  const max = convert(row.amountMax ?? row.amount, row.unit, nutrient.unit, nutrientId);
  const dose = min === undefined || max === undefined ? undefined : { min, max };
  if (dose === undefined || row.per !== undefined) return { dose, shares: [], limit: undefined };
  const shares = sharesOfIntake(dose.max, nutrient);
  const level = findLimit(nutrient, { ageYears: 31, lifeStage: 'none' });
  if (level === undefined || nutrient.upperLimit === undefined)
    return { dose, shares, limit: undefined };
  const counted = amountTowardsLimit(dose.max, row.form, nutrient);
  const share = counted / level.amount;
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

/**
 * The part of a supplement's dose that counts towards the upper limit, in the limit's unit.
 * Synthetic vitamin E counts double its label figure; folate is compared as folic acid.
 */
export function amountTowardsLimit(
  amount: number,
  form: string | undefined,
  nutrient: Pick<Nutrient, 'unitQualifier' | 'upperLimit'>,
): number {
  if (
    nutrient.unitQualifier === 'alpha-tocopherol' &&
    form !== undefined &&
    syntheticVitaminE.test(form)
  ) {
    return amount * 2;
  }
  if (nutrient.upperLimit?.compareIn === 'mcg folic acid') return amount * folicAcidPerDfe;
  return amount;
}
