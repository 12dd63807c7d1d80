/** In which form a nutrient is taken, and what an amount of that form counts for. */
import type { Nutrient } from '../schemas/nutrient.ts';
import type { ProductNutrient } from '../schemas/product.ts';
import { uncapitalize } from './format.ts';

/** Lowest and highest value where a factor or an amount is not known exactly; else both are equal. */
export interface Range {
  min: number;
  max: number;
}

/** What one unit of a form counts for, in the nutrient's unit and in the unit of its limit. */
interface Factors {
  intake: Range;
  limit: Range;
}

/** A form that a reader can choose. */
export interface DoseForm {
  id: string;
  /** As a choice: "natural (d-alpha-tocopherol)". */
  label: string;
  /** Of an amount by weight, once it is in the nutrient's unit; undefined: nobody can tell. */
  weight: Factors | undefined;
  /** Of one international unit; undefined where the form is not measured in them. */
  iu?: Factors;
  /** What was done with the amount and why; undefined where it is taken as it stands. */
  says: string | undefined;
  /** Source ids of the factor. */
  sources: readonly string[];
}

const exactly = (value: number): Range => ({ min: value, max: value });
const same = (factor: number): Factors => ({ intake: exactly(factor), limit: exactly(factor) });

/** Folic acid in 1 mcg of dietary folate equivalents, taken with food (facts, trap 3): 400 of 680. */
const folicAcidPerDfe = 400 / 680;

const folate: readonly DoseForm[] = [
  {
    id: 'dfe',
    label: 'DFE, as new labels give it',
    weight: { intake: exactly(1), limit: exactly(folicAcidPerDfe) },
    says: '680 mcg DFE are 400 mcg of folic acid. All of it is taken to be folic acid.',
    sources: ['nih-dsld-conversions', 'nap-13050-notes'],
  },
  {
    id: 'folic-acid',
    label: 'folic acid itself',
    weight: { intake: exactly(1 / folicAcidPerDfe), limit: exactly(1) },
    says: '1 mcg of folic acid taken with food counts as 1.7 mcg DFE.',
    sources: ['nih-dsld-conversions', 'nih-dsid-conversions'],
  },
];

const vitaminD: readonly DoseForm[] = [
  {
    id: 'label',
    label: 'vitamin D2 or D3',
    weight: same(1),
    iu: same(1 / 40),
    says: '40 IU of vitamin D are 1 mcg.',
    sources: ['nap-13050-notes', 'nih-dsid-conversions'],
  },
];

const vitaminE: readonly DoseForm[] = [
  {
    id: 'unknown',
    label: 'not known whether natural or synthetic',
    weight: { intake: exactly(1), limit: { min: 1, max: 2 } },
    iu: { intake: { min: 0.45, max: 0.67 }, limit: { min: 0.67, max: 0.9 } },
    says: 'The limit counts natural vitamin E once and synthetic vitamin E twice its label figure, so both ends are shown.',
    sources: ['nih-dsid-conversions', 'nih-dsld-conversions'],
  },
  {
    id: 'natural',
    label: 'natural (d-alpha-tocopherol)',
    weight: same(1),
    iu: same(0.67),
    says: '1 IU of natural vitamin E is 0.67 mg.',
    sources: ['nih-dsid-conversions'],
  },
  {
    id: 'synthetic',
    label: 'synthetic (dl-alpha-tocopherol)',
    weight: { intake: exactly(1), limit: exactly(2) },
    iu: { intake: exactly(0.45), limit: exactly(0.9) },
    says: 'A label counts synthetic vitamin E at half its weight, while the limit counts all of it: label figure times 2.',
    sources: ['nih-dsid-conversions', 'nih-dsld-conversions'],
  },
];

const none = exactly(0);
const retinolPerIu = 0.3;

const vitaminA: readonly DoseForm[] = [
  {
    id: 'unknown',
    label: 'not known, or a mixture',
    weight: { intake: exactly(1), limit: { min: 0, max: 1 } },
    iu: { intake: { min: 0.15, max: retinolPerIu }, limit: { min: 0, max: retinolPerIu } },
    says: 'The limit counts retinol only, and how much of this is retinol is not known: anything from nothing to all of it.',
    sources: ['nap-11280-table-notes', 'nih-dsid-conversions', 'nih-dsld-conversions'],
  },
  {
    id: 'retinol',
    label: 'retinol (retinyl palmitate or acetate)',
    weight: same(1),
    iu: same(retinolPerIu),
    says: '1 IU of retinol is 0.3 mcg RAE; all of it counts towards the limit.',
    sources: ['nih-dsid-conversions', 'nih-dsld-conversions'],
  },
  {
    id: 'beta-carotene',
    label: 'beta-carotene, label in mcg RAE or IU',
    weight: { intake: exactly(1), limit: none },
    iu: { intake: { min: 0.15, max: 0.3 }, limit: none },
    says: 'Beta-carotene does not count towards the limit. For its IU the US pages disagree: 0.15 or 0.3 mcg RAE.',
    sources: ['nap-11280-table-notes', 'nih-dsid-conversions', 'nih-dsld-conversions'],
  },
  {
    id: 'beta-carotene-weight',
    label: 'beta-carotene by its own weight',
    weight: { intake: exactly(1 / 2), limit: none },
    says: '2 mcg of beta-carotene from a supplement are 1 mcg RAE; it does not count towards the limit.',
    sources: ['vitamin-a-examine', 'nap-11280-table-notes'],
  },
];

const niacin: readonly DoseForm[] = [
  {
    id: 'label',
    label: 'niacin or NE, as the label gives it',
    weight: same(1),
    says: '1 mg of added niacin is 1 mg NE.',
    sources: ['nap-13050-notes', 'nih-dsid-conversions'],
  },
];

const own: Record<string, readonly DoseForm[]> = {
  'vitamin-b9': folate,
  'vitamin-d': vitaminD,
  'vitamin-e': vitaminE,
  'vitamin-a': vitaminA,
  'vitamin-b3': niacin,
};

/** What the forms of a nutrient are derived from. */
export type FormSource = Pick<Nutrient, 'name' | 'forms'>;

/**
 * The forms that a dose of a nutrient can come in, the one to assume first. Salts stand there
 * only where the nutrient's file has their elemental content.
 */
export function doseForms(id: string, nutrient: FormSource): readonly DoseForm[] {
  const vitamin = own[id];
  if (vitamin !== undefined) return vitamin;
  const name = uncapitalize(nutrient.name);
  const label: DoseForm = {
    id: 'label',
    label: 'as the label gives it',
    weight: same(1),
    says: undefined,
    sources: [],
  };
  const salts = nutrient.forms.flatMap(({ form, elementalPercent, sources }): DoseForm[] =>
    elementalPercent === undefined
      ? []
      : [
          {
            id: slug(form),
            label: `weight of ${form}`,
            weight: same(elementalPercent / 100),
            says: `${elementalPercent}% of ${form} is ${name} itself.`,
            sources,
          },
        ],
  );
  if (salts.length === 0) return [label];
  return [
    { ...label, label: `${name} itself, as US labels give it` },
    ...salts,
    {
      id: 'compound',
      label: 'weight of another compound',
      weight: undefined,
      says: `How much ${name} is in it is not known here: look for the amount of ${name} itself on the label.`,
      sources: [],
    },
  ];
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

// From most to least particular: "mixed d- and dl-alpha" is synthetic in part.
const labelForms: Record<string, readonly (readonly [RegExp, string])[]> = {
  'vitamin-e': [
    [/\bdl-?\s?alpha|all-?rac|synthetic/i, 'synthetic'],
    [/\bd-?\s?alpha|\bRRR\b|natural/i, 'natural'],
  ],
  'vitamin-a': [
    [/retin(?:ol|yl).*carotene|carotene.*retin(?:ol|yl)/i, 'unknown'],
    [/retin(?:ol|yl)/i, 'retinol'],
    [/carotene/i, 'beta-carotene'],
  ],
};

/** The form that a product's label means. A compound's weight is never taken for the element's. */
export function labelForm(
  id: string,
  nutrient: FormSource,
  { form, elemental }: Pick<ProductNutrient, 'form' | 'elemental'>,
): DoseForm {
  const forms = doseForms(id, nutrient);
  const named = labelForms[id]?.find(([pattern]) => form !== undefined && pattern.test(form))?.[1];
  const salt =
    elemental === 'no' ? (form === undefined ? 'compound' : slug(form)) : (named ?? forms[0]?.id);
  const found =
    forms.find((candidate) => candidate.id === salt) ??
    forms.find((candidate) => candidate.id === 'compound') ??
    forms[0];
  if (found === undefined) throw new Error(`${nutrient.name} has no form to count in.`);
  return found;
}
