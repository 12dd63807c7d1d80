/** A dose near its upper limit says so on the card. */
import { assessDose } from '../../domain/dose.ts';
import { formatShare } from '../../domain/format.ts';
import type { CorpusFinding, Rule } from '../rule.ts';

export const doseWithoutWarning: Rule = {
  id: 'dose-without-warning',
  demands:
    'A product with half an upper limit or more in a serving has a warning for that nutrient.',
  why: 'Limits count everything that a person takes together; half of one leaves little room for a second product.',
  fix: 'Add the nutrient to the product’s warnings.',
  corpus: ({ corpus }) =>
    [...corpus.entries.products.values()].flatMap((entry) =>
      entry.data.nutrients.flatMap((row, index): CorpusFinding[] => {
        const nutrient = corpus.entries.nutrients.get(row.nutrient)?.data;
        if (nutrient === undefined) return [];
        const { limit } = assessDose(row, nutrient, row.nutrient);
        const isWarned = entry.data.warnings.some((warning) => warning.nutrient === row.nutrient);
        if (limit === undefined || limit.level === 'under' || isWarned) return [];
        return [
          {
            file: entry.file,
            ...entry.locate(['nutrients', index]),
            message: `a serving is ${formatShare(limit.share)} of the upper limit of ${row.nutrient}, and no warning says so.`,
            fix: `Add "warnings: [{ nutrient: ${row.nutrient}, text: … }]".`,
          },
        ];
      }),
    ),
};
