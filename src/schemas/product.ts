/** `content/products/<id>.yaml`: what a product holds, whom it fits, and what nobody could verify. */
import { z } from 'zod';
import { aliasesSchema } from './article.ts';
import { httpsSchema } from './address.ts';
import { ownAiUseSchema } from './ai.ts';
import { changesSchema } from './change.ts';
import {
  day,
  makersName,
  prose,
  quantity,
  ref,
  servingUnitSchema,
  unitSchema,
  words,
} from './fields.ts';

const productNutrientSchema = z
  .strictObject({
    nutrient: ref('nutrients').describe('Nutrient id.'),
    amount: quantity().describe('Amount per serving, or per `per`.'),
    amountMax: quantity().optional().describe('Upper end where the sources give a range.'),
    unit: unitSchema.describe('Unit of the amount.'),
    per: z.literal('L').optional().describe('Set where the amount is per liter, not per serving.'),
    form: makersName().optional().describe('Chemical form as the label names it.'),
    elemental: z
      .enum(['yes', 'no', 'unknown'])
      .describe('Whether the amount is the element itself rather than the compound.'),
  })
  .refine((row) => row.amountMax === undefined || row.amountMax > row.amount, {
    message: 'must be more than amount',
    path: ['amountMax'],
  });

const readingSchema = z.strictObject({
  kind: z
    .enum(['label', 'maker', 'seller', 'other'])
    .describe('The label itself, a page of the maker, one of a seller, or any other page.'),
  where: words().describe('Which page or package.'),
  on: day().optional().describe('The day; absent where nobody wrote it down.'),
});

const certificationSchema = z.strictObject({
  scheme: words().describe('Name of the scheme.'),
  scope: prose().optional().describe('What it covers, where known.'),
  seenOn: day().optional().describe("Day on which the scheme's own list was seen."),
  seenAt: httpsSchema.optional().describe("Address of the scheme's own list."),
});

const offerSchema = z
  .strictObject({
    merchant: ref('merchants').describe('Merchant id.'),
    url: httpsSchema.optional().describe("The product's address at the merchant."),
    search: makersName().optional().describe("Words for the merchant's own search."),
  })
  .refine((offer) => (offer.url === undefined) !== (offer.search === undefined), {
    message: 'must have either url or search',
  });

const shared = {
  name: makersName().describe('Name without the brand.'),
  brand: makersName().optional().describe('Maker or brand; absent where not known.'),
  category: words().describe('What kind of product it is.'),
  aliases: aliasesSchema.default([]),
  purpose: ref('purposes')
    .optional()
    .describe('What it is compared for; without it, its nutrients decide.'),
  serving: z
    .strictObject({
      amount: quantity().describe('How many.'),
      unit: servingUnitSchema.describe('Of what.'),
      note: prose().optional().describe('How it is prepared, such as "in 500 mL of water".'),
      volumeMl: quantity()
        .optional()
        .describe('The drink that a serving makes, in mL; absent where not known.'),
    })
    .optional()
    .describe('One serving; absent where not known.'),
  servings: z.number().int().positive().optional().describe('Servings in a pack.'),
  units: z.number().int().positive().optional().describe('Capsules or tablets in a pack.'),
  packs: z
    .array(z.number().int().positive())
    .min(2, 'must name at least two sizes')
    .optional()
    .describe('Pack sizes in capsules, tablets or servings, where there are several.'),
  nutrients: z.array(productNutrientSchema).describe('Micronutrients; empty where none is known.'),
  amountsFrom: z
    .array(readingSchema)
    .default([])
    .describe('Where the amounts were read, the best place first.'),
  other: z
    .array(
      z.strictObject({
        name: words().describe('What it is.'),
        amount: quantity().describe('Amount per serving.'),
        unit: words().describe('Unit.'),
      }),
    )
    .default([])
    .describe('What is no nutrient here, such as carbohydrate.'),
  certifications: z.array(certificationSchema).describe('Empty where none is known.'),
  dietary: z
    .array(z.enum(['vegan', 'vegetarian', 'gluten-free', 'dairy-free']))
    .default([])
    .describe('Only what a source states.'),
  fits: prose().describe('For whom, in one sentence.'),
  drawbacks: z
    .array(prose())
    .min(1, 'must name at least one drawback')
    .describe('What speaks against it.'),
  skipIf: prose().describe('Who should not take it.'),
  warnings: z
    .array(
      z.strictObject({
        nutrient: ref('nutrients').describe('The nutrient that the warning is about.'),
        text: prose().describe('What to watch, in a sentence.'),
      }),
    )
    .default([])
    .describe('Demanded for a dose of half an upper limit or more.'),
  labelSeen: z
    .strictObject({
      url: httpsSchema.describe('The page that showed the label, also where the maker sells.'),
      on: day().describe('The day on which it was read.'),
    })
    .optional()
    .describe('Where the label was read; printed as a source, never as an offer.'),
  checked: day().optional().describe('Day on which the facts were last checked.'),
  unverified: z.array(prose()).describe('What could not be confirmed.'),
  claims: z
    .array(ref('claims'))
    .default([])
    .describe(
      'Claims that bear on this product; its page shows those that found neither help nor harm.',
    ),
  sources: z.array(prose()).default([]).describe('Where the facts were seen.'),
  aiUse: ownAiUseSchema,
  changes: changesSchema.default([]),
};

/** A product. One that is not listed says why and has no offers. */
export const productSchema = z.discriminatedUnion('status', [
  z.strictObject({
    ...shared,
    status: z.literal('listed').describe('Shown with a link.'),
    offers: z
      .array(offerSchema)
      .min(1, 'must have at least one offer')
      .describe('Where to get it.'),
  }),
  z.strictObject({
    ...shared,
    status: z
      .enum(['unread', 'refused', 'discontinued'])
      .describe(
        'Shown with what is known and no link. Unread: its maker is known, its label is not.',
      ),
    reason: prose().describe('Why this site does not link it.'),
    offers: z.array(offerSchema).max(0, 'must be empty unless the product is listed').default([]),
  }),
]);

export type Product = z.infer<typeof productSchema>;

/** Brand and name, as every page calls a product. */
export function productTitle({ brand, name }: Pick<Product, 'brand' | 'name'>): string {
  return brand === undefined ? name : `${brand} ${name}`;
}

export type ProductStatus = Product['status'];
export type Reading = Product['amountsFrom'][number];
export type ProductNutrient = Product['nutrients'][number];
export type Offer = Product['offers'][number];
