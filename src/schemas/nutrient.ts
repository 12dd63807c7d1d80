/** The frontmatter of `content/nutrients/<id>.mdx`: reference intakes, limits, forms and facts. */
import { z } from 'zod';
import { aliasesSchema } from './article.ts';
import { ownAiUseSchema } from './ai.ts';
import { changesSchema } from './change.ts';
import {
  dietSchema,
  evidence,
  id,
  lifeStageSchema,
  makersName,
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

const limitFields = {
  countsOnly: words().optional().describe('The only form that counts, where one does.'),
  compareIn: words()
    .optional()
    .describe("What the limit is measured in, where not the nutrient's own unit."),
  levels: z.array(limitLevelSchema).min(1).describe('The limit by age and life stage.'),
  note: prose().optional().describe('What to know about the limit.'),
  sources: z.array(evidence()).min(1).describe('Source ids.'),
};

const upperLimitSchema = z.discriminatedUnion('scope', [
  z.strictObject({
    scope: z.literal('total').describe('All intake counts.'),
    onlyInAnimals: z
      .literal(true)
      .optional()
      .describe('Set where plants hold nothing that counts.'),
    needIsMostInPregnancy: z
      .literal(true)
      .optional()
      .describe('Set where in pregnancy no food is suggested that holds more than the need.'),
    ...limitFields,
  }),
  z.strictObject({
    scope: z.literal('supplements').describe('Supplements and medicines count.'),
    countsFortifiedFood: z.boolean().optional().describe('Whether fortified food counts too.'),
    ...limitFields,
  }),
]);

const noUpperLimitSchema = z.strictObject({
  note: prose().describe('Why there is none; not established is not safe.'),
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

const shareSchema = z.number().nonnegative().max(1000);

// What an amount of 1 counts for.
const factorSchema = z
  .union([
    shareSchema,
    z.strictObject({
      counts: quantity().describe('What is counted, as the source has it.'),
      of: quantity().describe('Of how much: 400 of 680.'),
    }),
    z
      .strictObject({
        min: shareSchema.describe('The lowest that it may be.'),
        max: shareSchema.describe('The highest.'),
      })
      .refine(({ min, max }) => min < max, { message: 'must be more than min', path: ['max'] }),
  ])
  .describe('A number; counts and of, as the source has it; min and max where it is not known.');

const factorsSchema = z.strictObject({
  intake: factorSchema.describe("Towards the need, in the nutrient's unit."),
  limit: factorSchema.describe('Towards the upper limit, in its unit.'),
});

const doseFormSchema = z.strictObject({
  id: id().describe('Its id in this file.'),
  label: words().describe('How a reader chooses it.'),
  weight: factorsSchema.describe("Of an amount by weight, in the nutrient's unit."),
  iu: factorsSchema
    .optional()
    .describe('Of one international unit; absent where it is not measured in them.'),
  says: prose().describe('What is done with the amount, and why.'),
  sources: z.array(evidence()).min(1).describe('Sources of the factors.'),
});

const labelFormSchema = z.strictObject({
  words: z
    .array(makersName())
    .min(1)
    .describe('Words of labels, one of which names it; of several in one text, all must stand.'),
  form: id().describe('The dose form that is meant.'),
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
const fieldsSchema = z
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
    labelsOmitQualifier: z
      .literal(true)
      .optional()
      .describe('Set where labels give the unit alone, as needs do here.'),
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
    noUpperLimit: noUpperLimitSchema.optional().describe('Required where there is no upper limit.'),
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
    labelUnit: z
      .strictObject({
        unit: unitSchema.describe('The other unit.'),
        each: z.number().positive().describe("How many of it are one of the nutrient's unit."),
      })
      .optional()
      .describe('A unit that labels use as well: amounts of a day are given in it, too.'),
    doseForms: z
      .array(doseFormSchema)
      .min(1)
      .refine((forms) => new Set(forms.map((form) => form.id)).size === forms.length, {
        message: 'must have ids that differ',
      })
      .optional()
      .describe(
        'Forms of a dose that count by other factors than their weight, the one to assume first.',
      ),
    labelForms: z
      .array(labelFormSchema)
      .optional()
      .describe('Which of them a label means, from most to least particular.'),
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
  )
  .refine(
    ({ unitQualifier, labelsOmitQualifier }) =>
      labelsOmitQualifier === undefined || unitQualifier !== undefined,
    { message: 'is of a unitQualifier, which is missing', path: ['labelsOmitQualifier'] },
  )
  .refine(
    ({ doseForms = [], labelForms = [] }) =>
      labelForms.every(({ form }) => doseForms.some(({ id: known }) => known === form)),
    { message: 'must name forms of doseForms', path: ['labelForms'] },
  );

export type UpperLimit = z.infer<typeof upperLimitSchema>;

/** A nutrient has an upper limit or says why there is none; the schema holds to it. */
export type Limited =
  | { upperLimit: UpperLimit; noUpperLimit?: undefined }
  | { upperLimit?: undefined; noUpperLimit: z.infer<typeof noUpperLimitSchema> };

export const nutrientSchema = fieldsSchema as typeof fieldsSchema & {
  _zod: { output: Limited };
};

export type Nutrient = z.infer<typeof nutrientSchema>;
export type Intake = Nutrient['intakes'][number];
export type DoseFormData = NonNullable<Nutrient['doseForms']>[number];
export type Factor = DoseFormData['weight']['intake'];
export type Adjustment = Nutrient['adjustments'][number];
export type Plan = Nutrient['planning'][number];
export type LimitLevel = UpperLimit['levels'][number];
