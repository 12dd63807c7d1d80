/** `content/sheets/<nutrient>.yaml`: one printed page to take to a doctor. */
import { z } from 'zod';
import { ownAiUseSchema } from './ai.ts';
import { evidence, prose, ref, words } from './fields.ts';

const pointSchema = z.strictObject({
  text: prose().describe('One point, in a sentence or two.'),
  sources: z
    .array(evidence())
    .min(1, 'must name at least one source')
    .describe('Claim or source ids; a point without a good source is left out.'),
});

const pointsSchema = z.array(pointSchema).min(1, 'must hold at least one point');

/** A sheet; its file has the name of the nutrient. */
export const sheetSchema = z.strictObject({
  lead: prose().describe('What the test answers and what it does not, in a sentence.'),
  ask: pointsSchema.describe('Whether to test, and what to ask for.'),
  cutoffs: pointsSchema.describe('Cut-offs, and where they disagree.'),
  figure: ref('figures').optional().describe('The figure that draws the cut-offs.'),
  timing: pointsSchema.optional().describe('When to draw the sample.'),
  disturbs: pointsSchema.optional().describe('What disturbs the result.'),
  after: pointsSchema.optional().describe('What to do with the result.'),
  values: z
    .array(
      z.strictObject({
        name: words().describe('What was measured.'),
        unit: words().describe('Units that a lab may print.'),
      }),
    )
    .min(1)
    .describe('Lines to write values on.'),
  aiUse: ownAiUseSchema,
});

export type Sheet = z.infer<typeof sheetSchema>;
export type SheetPoint = z.infer<typeof pointSchema>;
