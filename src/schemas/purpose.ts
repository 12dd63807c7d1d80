/** `content/purposes/<id>.yaml`: what products are bought for, and what decides among them. */
import { z } from 'zod';
import { ref, words } from './fields.ts';

/** A purpose: products are compared with those of the same one. */
export const purposeSchema = z.strictObject({
  name: words().describe('The heading above its products: "Race drinks and salt".'),
  order: z.number().int().min(1, 'must be at least 1').describe('Its place among them, from 1.'),
  nutrients: z
    .array(ref('nutrients'))
    .min(1, 'must name at least one nutrient')
    .describe(
      'Nutrients that decide, the first one first. A product whose file names no purpose has the first one of which it holds a deciding nutrient.',
    ),
  decides: z
    .enum(['concentration', 'limit'])
    .describe(
      'What its rows are sorted by: how much a liter of the drink holds of the first nutrient, the most first; or nutrient by nutrient, the share of an upper limit, the smallest first.',
    ),
});

export type Purpose = z.infer<typeof purposeSchema>;
