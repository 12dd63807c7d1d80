/** What a product is compared for, and the figure that decides there. */
import type { Product, ProductNutrient, Purpose } from '../schemas/product.ts';
import { convert } from './units.ts';

/** The nutrients that decide for a purpose, the first one first; none decides for what is left. */
export const deciding: Readonly<Record<Purpose, readonly string[]>> = {
  'race-drink': ['sodium'],
  iron: ['iron'],
  'vitamin-d': ['vitamin-d'],
  'b-vitamins': [
    'vitamin-b12',
    'vitamin-b9',
    'vitamin-b6',
    'vitamin-b1',
    'vitamin-b2',
    'vitamin-b3',
    'vitamin-b5',
    'biotin',
  ],
  'magnesium-and-zinc': ['magnesium', 'zinc'],
  other: [],
};

/** The purpose that a file states; else the first of which the product holds a deciding nutrient. */
export function purposeOf({ purpose, nutrients }: Pick<Product, 'purpose' | 'nutrients'>): Purpose {
  if (purpose !== undefined) return purpose;
  const held = new Set(nutrients.map(({ nutrient }) => nutrient));
  const found = (Object.keys(deciding) as Purpose[]).find((candidate) =>
    deciding[candidate].some((nutrient) => held.has(nutrient)),
  );
  return found ?? 'other';
}

/** What a product holds of a nutrient in mg: in a liter of the drink, in a serving; undefined where not known. */
export interface Strength {
  perLiter: number | undefined;
  /** Whether the amount of a liter was computed from that of a serving. */
  isComputed: boolean;
  perServing: number | undefined;
}

/** How strong a product is in a nutrient. What a label gives for a liter counts before what is computed. */
export function strengthOf(
  { nutrients, serving }: Pick<Product, 'nutrients' | 'serving'>,
  nutrient: string,
): Strength {
  const amountOf = (per: 'L' | undefined): number | undefined => {
    const row = nutrients.find((item) => item.nutrient === nutrient && item.per === per);
    return row && inMg(row);
  };
  const stated = amountOf('L');
  const perServing = amountOf(undefined);
  const volume = serving?.volumeMl;
  const computed =
    perServing === undefined || volume === undefined ? undefined : (perServing / volume) * 1000;
  return { perLiter: stated ?? computed, isComputed: stated === undefined, perServing };
}

function inMg({ amount, unit }: ProductNutrient): number | undefined {
  return unit === 'IU' ? undefined : convert(amount, unit, 'mg');
}
