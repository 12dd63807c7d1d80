/** Shapes that several collections share: ids, days, quantities, sourced statements. */
import { z } from 'zod';
import { hasUnseen } from './letters.ts';

/** An id: a file's name or the `id` of a list entry. Lowercase letters, digits and hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lowercase letters, digits and single hyphens')
  .max(100, 'must be at most 100 characters');

/** Collections whose entries other entries name. */
export type NamedCollection =
  | 'people'
  | 'nutrients'
  | 'foods'
  | 'products'
  | 'merchants'
  | 'claims'
  | 'sources'
  | 'glossary'
  | 'themes';

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
 * Whose words a text is, which decides what is asked of it: `ours` of everything; `markdown` is ours
 * and is read with the prose; a `maker`'s name may promise, and names no disease and no amount that
 * it has not; of `theirs`, such as the title of a work, only the letters are looked at; `unshown` is
 * printed nowhere.
 */
export type TextKind = 'ours' | 'markdown' | 'maker' | 'theirs' | 'unshown';

const texts = z.registry<{ kind: TextKind }>();

/** Whose words the text of a field is; undefined for what is no text, such as an id or a day. */
export function textKindOf(schema: z.ZodType): TextKind | undefined {
  return texts.get(schema)?.kind;
}

// Text that says something: not empty, no space at either end, nothing that cannot be seen, an end.
function text(kind: TextKind, most: number): z.ZodString {
  return z
    .string()
    .min(1, 'must not be empty')
    .max(most, `must be at most ${most.toLocaleString('en-US')} characters`)
    .refine((value) => value === value.trim(), {
      error: ({ input }) =>
        String(input).endsWith('\n')
          ? 'must not end with an empty line: write |- for |, or >- for >'
          : 'must not start or end with a space',
    })
    .refine((value) => !hasUnseen(value), 'must not hold characters that cannot be seen')
    .register(texts, { kind });
}

/** A sentence or two of ours, in a field that pages show. */
export const textSchema = text('ours', 2000);

/** A name, a title or a few words of ours. */
export const nameSchema = text('ours', 200);

/** Markdown of ours. */
export const markdownSchema = text('markdown', 10_000);

/** A name that a maker gave. */
export const makerSchema = text('maker', 200);

/** Words of somebody else. */
export const theirSchema = text('theirs', 1000);

/** What no page shows. */
export const unshownSchema = text('unshown', 500);

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
  inProse: z
    .literal(true)
    .optional()
    .describe('Set where the prose of the file says it: the page does not say it twice.'),
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

/** What a person eats, as far as it changes a need. */
export const dietSchema = z.enum(['omnivore', 'vegetarian', 'vegan']);
export type Diet = z.infer<typeof dietSchema>;

/** Life stage as the reference intakes use it. */
export const lifeStageSchema = z.enum(['none', 'pregnancy', 'lactation']);
export type LifeStage = z.infer<typeof lifeStageSchema>;

/** Topics of an article that are no nutrient. */
export const topicSchema = z.enum([
  'testing',
  'supplement-safety',
  'plant-based',
  'energy-availability',
  'hydration',
  'bone',
  'carbohydrate',
]);

/** How sure the evidence lets anyone be, from most to least. */
export const certaintySchema = z.enum(['strong', 'moderate', 'limited', 'conflicting', 'none']);
export type Certainty = z.infer<typeof certaintySchema>;
