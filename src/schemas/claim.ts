/** `content/claims/<topic>.yaml`: lists of typed statements of what the evidence says. */
import { z } from 'zod';
import { ownAiUseSchema } from './ai.ts';
import { aliasesSchema } from './article.ts';
import { changesSchema } from './change.ts';
import { certaintySchema, id, prose, ref } from './fields.ts';
import { measureSchema } from './measure.ts';

/** What a claim is about; the columns of the evidence matrix. */
export const outcomeSchema = z.enum([
  'deficiency',
  'fatigue',
  'performance',
  'cramps',
  'soreness',
  'bone',
  'immunity',
  'sleep',
  'recovery',
  'absorption',
  'losses',
  'safety',
  'intake',
  'testing',
  'hydration',
  'adaptation',
  'other',
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What was found about the outcome. `descriptive` for figures that test no effect. */
const findingSchema = z.enum([
  'helps',
  'no-effect',
  'harms',
  'mixed',
  'not-studied',
  'descriptive',
]);
export type Finding = z.infer<typeof findingSchema>;

/** One claim: a statement that articles cite, with what it rests on. */
export const claimSchema = z
  .strictObject({
    id: id().describe('The id that prose cites: [@id].'),
    statement: prose().describe('What the evidence says, in one sentence.'),
    topic: id().describe('The heading under which the evidence table shows it.'),
    nutrients: z.array(ref('nutrients')).describe('Nutrients that it is about; may be empty.'),
    outcome: outcomeSchema.describe('What it is about.'),
    finding: findingSchema.describe('What was found.'),
    clash: z
      .literal('medicine')
      .optional()
      .describe('For finding harms: set where what suffers is the effect of a medicine.'),
    measures: z
      .enum(['intake', 'status', 'effect', 'loss', 'safety', 'method'])
      .describe('What was measured; an intake is not a deficiency.'),
    population: prose().describe('Who was studied.'),
    intervention: prose()
      .optional()
      .describe(
        'For an effect: what they were given, did or were exposed to: form, dose, with what, for how long.',
      ),
    comparator: prose()
      .optional()
      .describe('For an effect: what it was compared with, in whom; "nothing" where it was not.'),
    appliesToRunners: z
      .enum(['yes', 'partly', 'no', 'unknown'])
      .describe('Whether the people studied were runners or much like them.'),
    figures: prose()
      .optional()
      .describe('The numbers in sentences, with their units and sample sizes.'),
    values: z
      .array(measureSchema)
      .min(1, 'must hold at least one value')
      .optional()
      .describe('Numbers of "figures" once more, typed: figures are drawn from them.'),
    certainty: certaintySchema.describe('How sure the evidence lets anyone be.'),
    sources: z
      .array(ref('sources'))
      .min(1, 'must name at least one source')
      .describe('Source ids.'),
    contradicts: z
      .array(ref('claims'))
      .min(1)
      .optional()
      .describe('Claims that say otherwise of the same thing; said on both pages, so set on one.'),
    note: prose().optional().describe('What was read of the sources, and other limits.'),
    changes: changesSchema.default([]),
    aliases: aliasesSchema.default([]),
    aiUse: ownAiUseSchema,
  })
  .refine((claim) => claim.contradicts?.includes(claim.id) !== true, {
    error: 'must not hold the claim itself',
    path: ['contradicts'],
  })
  .superRefine(({ values = [] }, context) => {
    values.forEach(({ name }, index) => {
      if (values.findIndex((other) => other.name === name) < index)
        context.addIssue({
          code: 'custom',
          path: ['values', index, 'name'],
          message: 'must be another than those before it',
        });
    });
  });

export type Claim = z.infer<typeof claimSchema>;

const comparisons: ReadonlySet<string> = new Set(['helps', 'no-effect', 'harms', 'mixed']);

/** Whether a claim says what something did: then it was given, and held against something else. */
export const isComparison = ({
  finding,
  measures,
}: {
  readonly finding: string;
  readonly measures: string;
}): boolean => measures === 'effect' && comparisons.has(finding);
