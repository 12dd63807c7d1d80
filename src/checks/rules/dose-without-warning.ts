/** A dose near its upper limit says so on the card. */
import { assessDose, limitLevel } from '../../domain/dose.ts';
import { formatShare } from '../../domain/format.ts';
import type { CorpusFinding, Rule } from '../rule.ts';

export const doseWithoutWarning: Rule = {
  id: 'dose-without-warning',
  demands:
    'A product with half an upper limit or more in a serving has a warning for that nutrient.',
  why: 'Limits count everything that a person takes together; half of one leaves little room for a second product.',
  fix: 'Add the nutrient to the product’s warnings.',
  corpus: ({ corpus }) =>
    [...corpus.entries.products.values()].flatMap((entry) => {
      // Two forms of one nutrient are swallowed together.
      const doses = new Map<string, { index: number; share: number }>();
      for (const [index, row] of entry.data.nutrients.entries()) {
        const nutrient = corpus.entries.nutrients.get(row.nutrient)?.data;
        const limit = nutrient && assessDose(row, nutrient, row.nutrient).limit;
        if (limit === undefined) continue;
        const before = doses.get(row.nutrient) ?? { index, share: 0 };
        doses.set(row.nutrient, { ...before, share: before.share + limit.share });
      }
      return [...doses].flatMap(([nutrient, { index, share }]): CorpusFinding[] => {
        const isWarned = entry.data.warnings.some((warning) => warning.nutrient === nutrient);
        if (limitLevel(share) === 'under' || isWarned) return [];
        return [
          {
            file: entry.file,
            ...entry.locate(['nutrients', index]),
            message: `a serving is ${formatShare(share)} of the upper limit of ${nutrient}, and no warning says so.`,
            fix: `Add "warnings: [{ nutrient: ${nutrient}, text: … }]".`,
          },
        ];
      });
    }),
};
