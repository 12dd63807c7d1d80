/** In which form a nutrient is taken, and what an amount of that form counts for. */
import type { DoseFormData, Factor, Nutrient } from '../schemas/nutrient.ts';
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

/** What the forms of a nutrient are derived from. */
export type FormSource = Pick<Nutrient, 'name' | 'forms' | 'doseForms'>;

/**
 * The forms that a dose of a nutrient can come in, the one to assume first. Salts stand there
 * only where the nutrient's file has their elemental content.
 */
export function doseForms(nutrient: FormSource): readonly DoseForm[] {
  if (nutrient.doseForms !== undefined)
    return nutrient.doseForms.map(({ weight, iu, ...form }) => ({
      ...form,
      weight: factorsOf(weight),
      ...(iu && { iu: factorsOf(iu) }),
    }));
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

function factorsOf({ intake, limit }: DoseFormData['weight']): Factors {
  return { intake: rangeOf(intake), limit: rangeOf(limit) };
}

function rangeOf(factor: Factor): Range {
  if (typeof factor === 'number') return exactly(factor);
  return 'of' in factor ? exactly(factor.counts / factor.of) : factor;
}

// Hyphens of chemical names come and go: "d-alpha", "d alpha".
function names(text: string, word: string): boolean {
  return word
    .split(' ')
    .every((part) =>
      new RegExp(String.raw`(?<!\p{L})${part.replaceAll('-', String.raw`-?\s?`)}`, 'iu').test(text),
    );
}

/** The form that a product's label means. A compound's weight is never taken for the element's. */
export function labelForm(
  nutrient: FormSource & Pick<Nutrient, 'labelForms'>,
  { form, elemental }: Pick<ProductNutrient, 'form' | 'elemental'>,
): DoseForm {
  const forms = doseForms(nutrient);
  const named =
    form && nutrient.labelForms?.find(({ words }) => words.some((word) => names(form, word)))?.form;
  const salt =
    elemental === 'no' ? (form === undefined ? 'compound' : slug(form)) : (named ?? forms[0]?.id);
  const found =
    forms.find((candidate) => candidate.id === salt) ??
    forms.find((candidate) => candidate.id === 'compound') ??
    forms[0];
  if (found === undefined) throw new Error(`${nutrient.name} has no form to count in.`);
  return found;
}
