/** The frontmatter of `content/nutrients/<id>.mdx`: reference intakes, limits, forms and facts. */
import { z } from 'zod';
import { aliasesSchema } from './article.ts';
import { ownAiUseSchema } from './ai.ts';
import { changesSchema } from './change.ts';
import {
  dietSchema,
  evidence,
  lifeStageSchema,
  prose,
  quantity,
  ref,
  sexSchema,
  unitSchema,
  words,
} from './fields.ts';
import { statementListSchema, statementSchema } from './statement.ts';

const ageFromSchema = z.number().int().nonnegative().describe('First age in years.');
const ageToSchema = z
  .number()
  .int()
  .nonnegative()
  .nullable()
  .describe('Last age in years; null has no upper end.');

const intakeSchema = z.strictObject({
  sex: sexSchema.describe('Sex.'),
  ageFrom: ageFromSchema,
  ageTo: ageToSchema,
  lifeStage: lifeStageSchema.describe('none, pregnancy or lactation.'),
  amount: quantity().describe("Amount a day in the nutrient's unit."),
  basis: z.enum(['RDA', 'AI']).describe('Recommended dietary allowance or adequate intake.'),
  authority: z.literal('NASEM').describe('Who set it: the US National Academies.'),
});

const limitLevelSchema = z.strictObject({
  lifeStage: lifeStageSchema.describe('none, pregnancy or lactation.'),
  ageFrom: ageFromSchema,
  ageTo: ageToSchema,
  amount: quantity().describe("Amount a day in the nutrient's unit, or in `compareIn`."),
  unverified: z.literal(true).optional().describe('Set where the row was not seen in a source.'),
});

const upperLimitSchema = z.strictObject({
  scope: z
    .enum(['total', 'supplements'])
    .describe('What counts: all intake, or supplements and medicines.'),
  countsFortifiedFood: z
    .boolean()
    .optional()
    .describe('For scope supplements: whether fortified food counts too.'),
  countsOnly: words().optional().describe('The only form that counts, where one does.'),
  compareIn: words()
    .optional()
    .describe("What the limit is measured in, where not the nutrient's own unit."),
  levels: z.array(limitLevelSchema).min(1).describe('The limit by age and life stage.'),
  note: prose().optional().describe('What to know about the limit.'),
  sources: z.array(evidence()).min(1).describe('Source ids.'),
});

const adjustmentSchema = z.strictObject({
  for: z
    .enum(['vegetarian', 'runner', 'smoker', 'menopause', 'before-pregnancy'])
    .describe('Whose need differs from the table.'),
  factor: z
    .number()
    .gt(1)
    .optional()
    .describe('Set only where the source multiplies the reference intake by it; else it is told.'),
  text: prose().describe('How the need differs, and how sure that is.'),
  sources: z.array(evidence()).min(1).describe('Source or claim ids.'),
});

const planSchema = z.strictObject({
  for: z
    .strictObject({
      diets: z.array(dietSchema).min(1).optional().describe('What such a person eats.'),
      sex: sexSchema.optional().describe('Women and girls, or men and boys.'),
      lifeStages: z
        .array(lifeStageSchema)
        .min(1)
        .optional()
        .describe('Pregnant, breastfeeding or neither.'),
      periods: z.literal(true).optional().describe('Women and girls who have periods.'),
      ageFrom: ageFromSchema.optional(),
      ageTo: z.number().int().nonnegative().optional().describe('Last age in years.'),
    })
    .describe('Whom it concerns: every condition that is given holds. {} is everybody.'),
  action: prose().describe('What to do, in one or two sentences that open with it.'),
  sources: z.array(evidence()).min(1).describe('Claim or source ids.'),
});

/** Typed reference data of a nutrient; prose for runners stands below it in the file. */
export const nutrientSchema = z
  .strictObject({
    name: words().describe('Name as shown.'),
    also: z.array(words()).default([]).describe('Other names.'),
    aliases: aliasesSchema.default([]),
    symbol: words().optional().describe('Chemical symbol.'),
    kind: z.enum(['mineral', 'electrolyte', 'vitamin', 'other']).describe('What it is.'),
    unit: unitSchema.exclude(['IU', 'g']).describe('Unit of all amounts in this file.'),
    unitQualifier: words()
      .optional()
      .describe('What is weighed: NE, DFE, RAE or alpha-tocopherol.'),
    intakes: z.array(intakeSchema).min(1).describe('Reference intakes by sex, age and life stage.'),
    intakeSources: z.array(evidence()).min(1).describe('Sources of the reference intakes.'),
    adjustments: z
      .array(adjustmentSchema)
      .default([])
      .describe('Who needs other amounts than the table.'),
    elsewhere: z
      .array(
        z.strictObject({
          authority: z.enum(['EFSA', 'UK']).describe('Who set the value.'),
          text: prose().describe('The value and its conditions.'),
          sources: z.array(evidence()).describe('Source ids.'),
          unverified: z.literal(true).optional().describe('Set where no source was read.'),
        }),
      )
      .default([])
      .describe('What other authorities say, where the facts have it.'),
    upperLimit: upperLimitSchema.optional().describe('Absent: none was established.'),
    noUpperLimit: z
      .strictObject({
        note: prose().describe('Why there is none; not established is not safe.'),
        sources: z.array(evidence()).min(1).describe('Source ids.'),
      })
      .optional()
      .describe('Required where there is no upper limit.'),
    riskReduction: z
      .strictObject({
        amount: quantity().describe("Amount a day in the nutrient's unit."),
        ageFrom: ageFromSchema,
        ageTo: ageToSchema,
        lifeStages: z.array(lifeStageSchema).min(1).describe('Life stages that it holds for.'),
        meaning: prose().describe('What it asks of a person above it.'),
        sources: z.array(evidence()).min(1).describe('Source ids.'),
      })
      .optional()
      .describe("Sodium's chronic disease risk reduction intake."),
    dailyValue: z
      .strictObject({
        amount: quantity().describe('Value on US labels.'),
        unit: unitSchema.describe('Its unit there.'),
        amountInNutrientUnit: quantity().describe("The same in the nutrient's unit."),
        amountIU: quantity().optional().describe('The same in international units.'),
        group: words().describe('Whom it is for.'),
        note: prose().optional().describe('What to know about it.'),
        sources: z.array(evidence()).min(1).describe('Source ids.'),
      })
      .describe('US Daily Value.'),
    testFirst: z
      .strictObject({
        reason: prose().describe('Why nobody should take it untested.'),
        sources: z.array(evidence()).min(1).describe('Source or claim ids.'),
      })
      .optional()
      .describe('Set for nutrients that nobody should take without a test.'),
    planning: z
      .array(planSchema)
      .default([])
      .describe('Who usually has to plan for it, and what to do.'),
    facts: z.array(statementSchema).default([]).describe('Plain facts.'),
    athlete: z.array(statementSchema).default([]).describe('What is known in athletes.'),
    roles: statementListSchema.describe('What the body uses it for.'),
    deficiencySigns: statementListSchema.describe('Signs of a deficiency.'),
    riskGroups: z.array(statementSchema).default([]).describe('Who is at risk of too little.'),
    interactions: z
      .array(statementSchema)
      .default([])
      .describe('What it disturbs, and what disturbs it.'),
    safety: z.array(statementSchema).default([]).describe('Dangers.'),
    forms: z
      .array(
        z.strictObject({
          form: words().describe('Name of the form.'),
          formula: words().optional().describe('Chemical formula.'),
          elementalPercent: z
            .number()
            .positive()
            .max(100)
            .optional()
            .describe('Share of the element by weight.'),
          elementalOf: prose().optional().describe('What the share is a share of.'),
          basis: prose().optional().describe('Where the share comes from.'),
          absorption: prose().optional().describe('What is known of its absorption.'),
          sources: z.array(evidence()).describe('Source ids.'),
          unverified: z.literal(true).optional().describe('Set where no source was retrieved.'),
        }),
      )
      .default([])
      .describe('Forms in supplements.'),
    keyClaims: z
      .array(ref('claims'))
      .max(5, 'must name at most five')
      .default([])
      .describe('Claims that stand open on its page, beside the prose, which leaves them out.'),
    sources: z.array(evidence()).min(1).describe('All sources of this file.'),
    aiUse: ownAiUseSchema,
    changes: changesSchema.default([]),
  })
  .refine(
    (nutrient) => (nutrient.upperLimit === undefined) !== (nutrient.noUpperLimit === undefined),
    {
      message: 'must have either upperLimit or noUpperLimit',
      path: ['upperLimit'],
    },
  );

export type Nutrient = z.infer<typeof nutrientSchema>;
export type Intake = Nutrient['intakes'][number];
export type Adjustment = Nutrient['adjustments'][number];
export type Plan = Nutrient['planning'][number];
export type UpperLimit = NonNullable<Nutrient['upperLimit']>;
export type LimitLevel = UpperLimit['levels'][number];
