/** `content/foods/<nutrient>.yaml`: what foods hold of one nutrient, a household serving each. */
import { z } from 'zod';
import { prose, quantity, ref, theirs, unshown, words } from './fields.ts';

/** One food as a source of one nutrient. */
export const foodSchema = z.strictObject({
  food: words().describe('The food as a cook would name it.'),
  group: words()
    .optional()
    .describe(
      'What it is a kind of, where its name does not begin with that: kinds stand in one row.',
    ),
  serving: z
    .strictObject({
      household: words().describe('A household measure.'),
      grams: quantity().describe('The same in grams.'),
    })
    .describe('One serving.'),
  amount: z
    .number()
    .nonnegative()
    .max(1_000_000, 'must be at most 1,000,000')
    .describe("Amount in a serving, in the nutrient's unit."),
  percentDailyValue: z
    .number()
    .nonnegative()
    .describe('Share of the US Daily Value, as computed from it.'),
  vegan: z.boolean().describe('Whether the food as described is vegan.'),
  vegetarian: z.boolean().describe('Whether it is vegetarian.'),
  heme: z.boolean().optional().describe('Iron only: whether part of the iron is heme iron.'),
  note: prose().optional().describe('What to know about it.'),
  source: ref('sources').describe('Source id.'),
  ndbNumber: unshown().describe('Number of the record in the USDA release.'),
  usdaDescription: theirs().describe('Name of the record in the USDA release.'),
});

/** A file of foods: one nutrient, richest first. */
export const foodsFileSchema = z.strictObject({
  nutrient: ref('nutrients').describe('Nutrient id; the same as the name of the file.'),
  foods: z.array(foodSchema).min(1).describe('Foods with a serving each.'),
});

export type Food = z.infer<typeof foodSchema>;
