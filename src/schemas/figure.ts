/** `content/figures/<id>.yaml`: a picture of values that claims, products and nutrients have. */
import { z } from 'zod';
import { ownAiUseSchema } from './ai.ts';
import { aliasesSchema, subjectSchema } from './article.ts';
import { changesSchema } from './change.ts';
import { day, id, prose, ref, words } from './fields.ts';
import { measureUnitSchema } from './measure.ts';

/** Which question a figure answers, and so its form. */
const figureKindSchema = z.enum(['bars', 'changes', 'ranges', 'estimates', 'people', 'cutoffs']);
export type FigureKind = z.infer<typeof figureKindSchema>;

/** Whose reference intake or limit it is. */
const figureGroupSchema = z.enum(['women', 'men', 'pregnancy', 'lactation']);
export type FigureGroup = z.infer<typeof figureGroupSchema>;

const claimValueSchema = z.strictObject({
  claim: ref('claims').describe('The claim that the value is of.'),
  value: id().describe('Name of the value in that claim.'),
  need: ref('nutrients')
    .optional()
    .describe('Set to show it as a share of what adults need of this nutrient in a day.'),
});
const productValueSchema = z.strictObject({
  product: ref('products').describe('The product whose amount it is, a liter of the drink.'),
  nutrient: ref('nutrients').describe('The nutrient of the amount.'),
});
const referenceValueSchema = z.strictObject({
  nutrient: ref('nutrients').describe('The nutrient whose reference value it is.'),
  group: figureGroupSchema.describe('Whose it is.'),
  is: z
    .enum(['intake', 'limit'])
    .default('intake')
    .describe('The reference intake of a day, or the upper limit.'),
});

/** Where a value is from; it is never typed in the figure itself. */
const originSchema = z.union([claimValueSchema, productValueSchema, referenceValueSchema]);
export type FigureOrigin = z.infer<typeof originSchema>;

// In a file a word that is wider than its column would run into the drawing.
const longestWord = 24;
const label = (most = 60) =>
  words()
    .max(most, `must be at most ${most} characters`)
    .refine(
      (text) => text.split(' ').every(({ length }) => length <= longestWord),
      `must have no word of more than ${longestWord} letters`,
    );

/** A figure. Its sentence says what one sees; its numbers are those of what it names. */
export const figureSchema = z.strictObject({
  title: prose()
    .min(10, 'must be at least 10 characters')
    .max(90, 'must be at most 90 characters')
    .describe('A sentence that says what one sees, 10-90 characters.'),
  subtitle: prose()
    .max(140, 'must be at most 140 characters')
    .describe('What is measured, in whom, and in which unit.'),
  kind: figureKindSchema.describe(
    'Which question it answers: bars how much, changes up or down, ranges from where to where, estimates how sure, people how many, cutoffs who draws the line where.',
  ),
  unit: measureUnitSchema.describe('The unit of all of its values; % for shares of a need.'),
  scale: z
    .enum(['linear', 'log'])
    .default('linear')
    .describe('Equal steps for equal differences, or for equal ratios.'),
  rows: z
    .array(
      z.strictObject({
        label: label().describe('What the row shows.'),
        from: originSchema.describe('Where its value is from.'),
        population: prose()
          .max(80, 'must be at most 80 characters')
          .optional()
          .describe('Who was studied, in a few words; without it, as the value or the claim says.'),
      }),
    )
    .min(1, 'must have at least one row')
    .max(12, 'must have at most 12 rows: split the figure')
    .describe('Its rows, from top to bottom.'),
  marks: z
    .array(
      z.strictObject({
        // It stands beside its line on one line, on a phone too.
        label: label(30).describe('What the line or the band is.'),
        from: originSchema.describe('Where its value is from; a range gives a band.'),
      }),
    )
    .max(3, 'must have at most 3 marks')
    .default([])
    .describe('Lines and bands to hold the rows against.'),
  order: z
    .enum(['given', 'most', 'least'])
    .default('given')
    .describe('Rows as they stand here, the most first, or the least first.'),
  note: prose().optional().describe('What one must know to read it right.'),
  topics: z
    .array(subjectSchema)
    .min(1, 'must name at least one topic')
    .describe('Nutrient ids, or topics that are none, the most important first.'),
  published: day().describe('First day on the site.'),
  aliases: aliasesSchema.default([]),
  aiUse: ownAiUseSchema,
  changes: changesSchema.default([]),
});

export type Figure = z.infer<typeof figureSchema>;

/** Whether all of its rows are of products: then it stands beside them, among links that pay. */
export function drawsProducts({ rows }: Pick<Figure, 'rows'>): boolean {
  return rows.every(({ from }) => 'product' in from);
}
