/** What a dose counts for: towards the reference intake, and towards the upper limit. */
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Unit } from '../schemas/fields.ts';
import type { DoseForm, Range } from './forms.ts';
import { convert } from './units.ts';

/** An amount in a known form. `max` is above `min` where the label's figure is a range. */
export interface FormDose extends Range {
  unit: Unit;
  form: DoseForm;
}

/** What a dose counts for, in the nutrient's own unit and in the unit of its limit. */
export interface Counted {
  intake: Range;
  limit: Range;
}

/**
 * Counts one dose.
 * @returns undefined where nobody can tell: an unknown compound, or IU of a form not measured in them
 */
export function countDose(dose: FormDose, nutrient: Pick<Nutrient, 'unit'>): Counted | undefined {
  const factors = dose.unit === 'IU' ? dose.form.iu : dose.form.weight;
  if (factors === undefined) return undefined;
  const min = dose.unit === 'IU' ? dose.min : convert(dose.min, dose.unit, nutrient.unit);
  const max = dose.unit === 'IU' ? dose.max : convert(dose.max, dose.unit, nutrient.unit);
  return {
    intake: { min: min * factors.intake.min, max: max * factors.intake.max },
    limit: { min: min * factors.limit.min, max: max * factors.limit.max },
  };
}

/** Sums ranges, the same to the last digit in whatever order they come. */
export function sumRanges(ranges: readonly Range[]): Range {
  return { min: sum(ranges.map(({ min }) => min)), max: sum(ranges.map(({ max }) => max)) };
}

function sum(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0);
}
