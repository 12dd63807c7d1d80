/** Conversions between the units of weight that labels and reference values use. */
import type { Unit } from '../schemas/fields.ts';

/** Units of weight. International units are none: what they weigh depends on the form. */
export type WeightUnit = Exclude<Unit, 'IU'>;

/** Micrograms in one unit of weight. */
const micrograms: Record<WeightUnit, number> = { g: 1_000_000, mg: 1_000, mcg: 1 };

/** All of them. */
export const weightUnits = Object.keys(micrograms) as WeightUnit[];

/** An amount in another unit of weight. */
export function convert(amount: number, from: WeightUnit, to: WeightUnit): number {
  return (amount * micrograms[from]) / micrograms[to];
}
