/** What a product is compared for, and the figure that decides there. */
import type { Product } from '../schemas/product.ts';
import type { Purpose } from '../schemas/purpose.ts';
import { convert, type WeightUnit } from './units.ts';

interface NamedPurpose {
  id: string;
  data: Purpose;
}

/** What is left: nothing decides there. */
export const otherPurpose = 'other';

/**
 * The purpose that a file states; else the first of which the product holds a deciding nutrient; else what is left.
 * @param purposes in their order
 */
export function purposeOf(
  { purpose, nutrients }: Pick<Product, 'purpose' | 'nutrients'>,
  purposes: readonly NamedPurpose[],
): string {
  if (purposes.some(({ id }) => id === purpose)) return purpose ?? otherPurpose;
  const held = new Set(nutrients.map(({ nutrient }) => nutrient));
  for (const { id, data } of purposes)
    if (data.nutrients.some((nutrient) => held.has(nutrient))) return id;
  return otherPurpose;
}

/** What a product holds of a nutrient: in a liter of the drink, in a serving; undefined where not known. */
export interface Strength {
  perLiter: number | undefined;
  /** Whether the amount of a liter was computed from that of a serving. */
  isComputed: boolean;
  perServing: number | undefined;
}

/**
 * How strong a product is in a nutrient. What a label gives for a liter counts before what is computed; of
 * international units nothing is.
 * @param unit of the amounts that are given back
 */
export function strengthOf(
  { nutrients, serving }: Pick<Product, 'nutrients' | 'serving'>,
  nutrient: string,
  unit: WeightUnit,
): Strength {
  const amountOf = (per: 'L' | undefined): number | undefined => {
    const row = nutrients.find((item) => item.nutrient === nutrient && item.per === per);
    return row === undefined || row.unit === 'IU' ? undefined : convert(row.amount, row.unit, unit);
  };
  const stated = amountOf('L');
  const perServing = amountOf(undefined);
  const volume = serving?.volumeMl;
  const computed =
    perServing === undefined || volume === undefined ? undefined : (perServing / volume) * 1000;
  return { perLiter: stated ?? computed, isComputed: stated === undefined, perServing };
}
