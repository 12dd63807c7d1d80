/** A dose near its upper limit says so on the card. */
import { assessDose, isNear } from '../../domain/dose.ts';
import { formatShares } from '../../domain/format.ts';
import type { ProductNutrient } from '../../schemas/product.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

/** What is taken at once of one nutrient. */
interface Dose {
  nutrient: string;
  what: 'serving' | 'liter';
  /** The first of its rows. */
  index: number;
  rows: ProductNutrient[];
}

const namesLimit = /\blimits?\b/i;

export const doseWithoutWarning: Rule = {
  id: 'dose-without-warning',
  demands:
    'A product with half an upper limit or more in a serving or a liter has a warning that names the nutrient or the limit, and the limit where it is passed.',
  why: 'Limits count everything that a person takes together; half of one leaves little room for a second product.',
  fix: 'Add the nutrient to the product’s warnings.',
  corpus: ({ corpus }) =>
    [...corpus.entries.products.values()].flatMap((entry) => {
      const doses = new Map<string, Dose>();
      for (const [index, row] of entry.data.nutrients.entries()) {
        // What a liter holds can be drunk at once: it is a dose beside that of a serving.
        const what = row.per === undefined ? 'serving' : 'liter';
        const key = `${row.nutrient} ${what}`;
        const dose = doses.get(key) ?? { nutrient: row.nutrient, what, index, rows: [] };
        doses.set(key, { ...dose, rows: [...dose.rows, row] });
      }
      return [...doses.values()].flatMap(({ nutrient, what, index, rows }): CorpusDiagnostic[] => {
        const data = corpus.entries.nutrients.get(nutrient)?.data;
        if (data === undefined) return [];
        const { limit, level } = assessDose(rows, data);
        if (limit === undefined || !isNear(level)) return [];
        const has = `a ${what} is ${formatShares(limit.share)} of the upper limit of ${nutrient}`;
        const number = entry.data.warnings.findIndex((warning) => warning.nutrient === nutrient);
        const text = entry.data.warnings[number]?.text;
        if (text === undefined)
          return [
            {
              file: entry.file,
              ...entry.locate(['nutrients', index]),
              message: `${has}, and no warning says so.`,
              fix: `Add "warnings: [{ nutrient: ${nutrient}, text: … }]".`,
            },
          ];
        const name = corpus.entries.nutrients.get(nutrient)?.data.name ?? nutrient;
        if (namesLimit.test(text)) return [];
        if (level === 'half' && text.toLowerCase().includes(name.toLowerCase())) return [];
        return [
          {
            file: entry.file,
            ...entry.locate(['warnings', number, 'text']),
            message: `${has}, and the warning does not say so.`,
            fix: 'Name the upper limit in it.',
          },
        ];
      });
    }),
};
