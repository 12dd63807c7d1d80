/** Conversions between the units that labels and reference values use. */
import type { Unit } from '../schemas/parts.ts';

/** Micrograms in one unit of weight. */
const micrograms = { g: 1_000_000, mg: 1_000, mcg: 1 } as const;

/**
 * Micrograms in one international unit. Only vitamin D has one factor for all its forms:
 * 1 mcg = 40 IU (source `nih-dsid-conversions`). For vitamins A and E it depends on the form.
 */
const microgramsPerInternationalUnit: Record<string, number> = { 'vitamin-d': 1 / 40 };

/**
 * An amount in another unit of weight.
 * @param nutrient id of the nutrient; needed for international units
 * @returns the amount in `to`, undefined where no factor without knowledge of the form exists
 */
export function convert(
  amount: number,
  from: Unit,
  to: 'mg' | 'mcg',
  nutrient: string,
): number | undefined {
  if (from === 'IU') {
    const factor = microgramsPerInternationalUnit[nutrient];
    return factor === undefined ? undefined : (amount * factor) / micrograms[to];
  }
  return (amount * micrograms[from]) / micrograms[to];
}
