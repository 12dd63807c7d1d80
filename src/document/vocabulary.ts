/** The components that an author may use, and the zod schema of each one's props. */
import { z } from 'zod';
import { id, prose, ref, unshown, words } from '../schemas/fields.ts';

const idListSchema = unshown()
  .transform((ids) => ids.split(/\s+/))
  .pipe(z.array(ref('products')).min(2, 'must name at least two products, separated by spaces'));

/**
 * Props by component. `inline` components stand inside a sentence; `children: true` means that
 * Markdown stands between the tags, `false` that there must be none.
 */
export const vocabulary = {
  ProductCard: {
    inline: false,
    children: false,
    props: z.strictObject({ id: ref('products').describe('Product id.') }),
  },
  ProductTable: {
    inline: false,
    children: false,
    props: z.strictObject({ ids: idListSchema.describe('Product ids, separated by spaces.') }),
  },
  NoCard: {
    inline: false,
    children: false,
    props: z.strictObject({
      nutrient: ref('nutrients').describe('Nutrient for which no product is linked.'),
      reason: prose().describe('Why, in a sentence for readers.'),
    }),
  },
  Callout: {
    inline: false,
    children: true,
    props: z.strictObject({
      kind: z
        .enum(['note', 'warning', 'stop', 'urgent'])
        .describe('How serious it is; `urgent` is a care card, for what cannot wait.'),
      title: words().describe('What it says, in a few words.'),
    }),
  },
  Dose: {
    inline: true,
    children: false,
    props: z.strictObject({
      product: ref('products').describe('Product id.'),
      nutrient: ref('nutrients').describe('Nutrient id.'),
    }),
  },
  FoodSources: {
    inline: false,
    children: false,
    props: z.strictObject({
      nutrient: ref('foods').describe('Nutrient id.'),
      limit: z
        .number('must be a number in braces')
        .int('must be a whole number')
        .min(3, 'must be at least 3')
        .max(20, 'must be at most 20')
        .default(10)
        .describe('How many foods, richest first, as {10}.'),
    }),
  },
  IntakeTable: {
    inline: false,
    children: false,
    props: z.strictObject({ nutrient: ref('nutrients').describe('Nutrient id.') }),
  },
  Figure: {
    inline: false,
    children: false,
    props: z.strictObject({ id: ref('figures').describe('Figure id.') }),
  },
  EvidenceTable: {
    inline: false,
    children: false,
    props: z.strictObject({ topic: id().describe('Topic of claims.') }),
  },
  Picture: {
    inline: false,
    children: false,
    props: z.strictObject({ id: ref('images').describe('Picture id.') }),
  },
  Quote: {
    inline: false,
    children: true,
    props: z.strictObject({
      source: ref('sources').describe('Source id: the work that has these words.'),
    }),
  },
  Term: {
    inline: true,
    children: true,
    props: z.strictObject({ id: ref('glossary').describe('Glossary id.') }),
  },
} as const;

export type ComponentName = keyof typeof vocabulary;

/** A component's name with its parsed props. */
export type ComponentCall = {
  [Name in ComponentName]: { name: Name; props: z.infer<(typeof vocabulary)[Name]['props']> };
}[ComponentName];

/** Their names, as messages list them. */
export const componentNames = Object.keys(vocabulary) as ComponentName[];

/** Whether authors have a component of this name. */
export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(vocabulary, name);
}
