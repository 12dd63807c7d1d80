/** Shapes that several collections share: ids, days, quantities, sourced statements. */
import { z } from 'zod';

/** An id: a file's name or the `id` of a list entry. Lowercase letters, digits and hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lowercase letters, digits and single hyphens');

/** Text that says something: not empty, no space at either end. */
export const textSchema = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => text === text.trim(), 'must not start or end with a space');

/**
 * A calendar day as `YYYY-MM-DD`. It stays a string: days compare and sort as text, carry no time
 * zone, and YAML keeps what the author wrote.
 */
export const daySchema = z
  .string('must be a date written YYYY-MM-DD')
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date written YYYY-MM-DD')
  .refine(isCalendarDay, 'is not a day of the calendar');

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** An absolute https address. */
export const httpsSchema = z.url({ protocol: /^https$/, error: 'must be an https address' });

/** Units that a dose on a label or a reference value comes in. Micrograms are written `mcg`. */
export const unitSchema = z.enum(['g', 'mg', 'mcg', 'IU']);
export type Unit = z.infer<typeof unitSchema>;

/** Units of a serving: what a person takes at once. */
export const servingUnitSchema = z.enum([
  'capsule',
  'tablet',
  'softgel',
  'stick',
  'packet',
  'scoop',
  'serving',
  'bottle',
  'mL',
  'L',
  'g',
]);

/** A positive, finite amount. */
export const amountSchema = z.number().positive('must be more than 0');

/** A sentence and the sources that carry it; `unverified` where no source was retrieved. */
export const statementSchema = z.strictObject({
  text: textSchema.describe('One statement, without citations.'),
  sources: z.array(idSchema).describe('Ids of the sources that carry it.'),
  unverified: z
    .literal(true)
    .optional()
    .describe('General knowledge without a retrieved source: shown as such, or left out.'),
});
export type Statement = z.infer<typeof statementSchema>;

/** A list of short facts that share their sources. */
export const statementListSchema = z.strictObject({
  items: z.array(textSchema).describe('The facts, a few words each.'),
  sources: z.array(idSchema).describe('Ids of the sources that carry the list.'),
  unverified: z
    .literal(true)
    .optional()
    .describe('General knowledge without a retrieved source: shown as such, or left out.'),
});

/** Sex as the reference intakes use it. */
export const sexSchema = z.enum(['female', 'male']);
export type Sex = z.infer<typeof sexSchema>;

/** Life stage as the reference intakes use it. */
export const lifeStageSchema = z.enum(['none', 'pregnancy', 'lactation']);
export type LifeStage = z.infer<typeof lifeStageSchema>;

/** Topics of an article that are no nutrient. */
export const themes = [
  'testing',
  'supplement-safety',
  'plant-based',
  'energy-availability',
  'hydration',
  'bone',
  'carbohydrate',
] as const;
export type Theme = (typeof themes)[number];

/** How sure the evidence lets anyone be, from most to least. */
export const certaintySchema = z.enum(['strong', 'moderate', 'limited', 'conflicting', 'none']);
export type Certainty = z.infer<typeof certaintySchema>;
