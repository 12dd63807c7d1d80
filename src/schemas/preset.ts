/** `content/presets/<id>.yaml`: a finished day for the stack tool, to look at and change. */
import { z } from 'zod';
import { dietSchema, evidence, quantity, ref, sexSchema, unitSchema, words } from './fields.ts';

/** An example, filled in on request: what somebody takes in a day, and who that is. */
export const presetSchema = z.strictObject({
  name: words().describe('On its button: "A race day".'),
  order: z.number().int().min(1, 'must be at least 1').describe('Its place among them, from 1.'),
  person: z
    .strictObject({
      sex: sexSchema.describe('Sex.'),
      age: z.number().int().min(14).max(120).describe('Age in years.'),
      diet: dietSchema.describe('What that person eats.'),
    })
    .describe('Who takes it.'),
  products: z
    .array(
      z.strictObject({
        product: ref('products').describe('A listed product.'),
        servings: z
          .number()
          .positive('must be more than 0')
          .max(50, 'must be at most 50')
          .describe('Servings a day.'),
      }),
    )
    .default([])
    .describe('Products that are taken.'),
  doses: z
    .array(
      z.strictObject({
        nutrient: ref('nutrients').describe('Nutrient id.'),
        amount: quantity().describe('Amount a day.'),
        unit: unitSchema.describe('Its unit.'),
        sources: z
          .array(evidence())
          .min(1)
          .describe('Claim or source ids from which the amount is.'),
      }),
    )
    .default([])
    .describe('Doses by hand.'),
  coffee: z.boolean().default(false).describe('Whether coffee or tea is drunk with it.'),
});

export type Preset = z.infer<typeof presetSchema>;
