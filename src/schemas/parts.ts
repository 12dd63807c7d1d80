/** Shapes that several collections share: ids, days, quantities, sourced statements. */
import { z } from 'zod';

/** An id: a file's name or the `id` of a list entry. Lowercase letters, digits and hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lowercase letters, digits and single hyphens');

/** Collections whose entries other entries name. */
export type NamedCollection =
  'people' | 'nutrients' | 'foods' | 'products' | 'merchants' | 'claims' | 'sources' | 'glossary';

const named = z.registry<{ collections: readonly NamedCollection[] }>();

/** The id of an entry of one of these collections. Checks find by it whatever names an entry. */
export function referenceSchema(...collections: NamedCollection[]): typeof idSchema {
  return idSchema.clone().register(named, { collections });
}

/** The collections that a field's id is looked for in; undefined for what names no entry. */
export function collectionsNamedBy(schema: z.ZodType): readonly NamedCollection[] | undefined {
  return named.get(schema)?.collections;
}

/** The id of a source. */
export const sourceIdSchema = referenceSchema('sources');

/** The id of a claim, or of a source itself. */
export const evidenceIdSchema = referenceSchema('claims', 'sources');

/**
 * Characters that nobody can see and that can make a text say what it does not show: controls other
 * than tab and line ends, a carriage return alone, soft hyphens, zero-width spaces, marks that turn
 * the reading direction, line separators, the byte order mark, tags, and the private-use characters
 * that the compiler puts in for what is no text.
 */
export const unseenCharacters =
  // oxlint-disable-next-line no-control-regex -- these characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF\uE000-\uF8FF\u{E0000}-\u{E007F}]|\r(?!\n)/gu;

/** `U+202E` for a character. */
export function characterName(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code}`;
}

/** Text that says something: not empty, no space at either end, nothing that cannot be seen. */
export const textSchema = z
  .string()
  .min(1, 'must not be empty')
  .refine((text) => text === text.trim(), {
    error: ({ input }) =>
      String(input).endsWith('\n')
        ? 'must not end with an empty line: write |- for |, or >- for >'
        : 'must not start or end with a space',
  })
  .refine(
    (text) => text.search(unseenCharacters) === -1,
    'must not hold characters that cannot be seen',
  );

const days = z.registry<{ isPlanned: boolean }>();

/**
 * The day of something that happened, as `YYYY-MM-DD`. It stays a string: days compare and sort as
 * text, carry no time zone, and YAML keeps what the author wrote.
 */
export const daySchema = z
  .string('must be a date written YYYY-MM-DD')
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date written YYYY-MM-DD', abort: true })
  .refine(isCalendarDay, { error: 'is not a day of the calendar', abort: true })
  .refine((day) => day >= '1900', 'must be a day from 1900 on')
  .register(days, { isPlanned: false });

/** A day that may lie ahead. */
export const plannedDaySchema = daySchema.clone().register(days, { isPlanned: true });

/** Whether a field is the day of something that happened. */
export function isPastDay(schema: z.ZodType): true | undefined {
  return days.get(schema)?.isPlanned === false ? true : undefined;
}

function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

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

/** A positive amount, between a thousandth and a million: no label, table or kitchen has another. */
export const amountSchema = z
  .number()
  .positive({ error: 'must be more than 0', abort: true })
  .min(0.001, 'must be at least 0.001')
  .max(1_000_000, 'must be at most 1,000,000');

/** A sentence and the sources that carry it; `unverified` where no source was retrieved. */
export const statementSchema = z.strictObject({
  text: textSchema.describe('One statement, without citations.'),
  sources: z.array(evidenceIdSchema).describe('Ids of the sources that carry it.'),
  unverified: z
    .literal(true)
    .optional()
    .describe('General knowledge without a retrieved source: shown as such, or left out.'),
});

/** A list of short facts that share their sources. */
export const statementListSchema = z.strictObject({
  items: z.array(textSchema).describe('The facts, a few words each.'),
  sources: z.array(evidenceIdSchema).describe('Ids of the sources that carry the list.'),
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
