/** No dose, food or reference value that cannot be. */
import type { Entry } from '../../corpus/read.ts';
import {
  implausibleDoses,
  implausibleFood,
  implausibleReference,
  type Implausible,
} from '../../domain/plausibility.ts';
import type { CorpusFinding, Rule } from '../rule.ts';

export const implausible: Rule = {
  id: 'implausible',
  demands:
    'Doses, foods and reference values can be true: the unit fits the nutrient, a dose is not a thousand times off, nothing weighs more than what holds it, ages leave no gap, a limit is not below what is recommended.',
  why: 'A milligram typed for a microgram is read as a dose.',
  fix: 'Look at the label or the table again.',
  corpus: ({ corpus }) => {
    const { claims, foods, interactions, nutrients, products, sources } = corpus.entries;
    const nutrientOf = (id: string) => nutrients.get(id)?.data;
    return [
      ...[...nutrients.values()].flatMap((entry) =>
        findings(entry, implausibleReference(entry.data)),
      ),
      ...[...products.values()].flatMap((entry) =>
        findings(entry, implausibleDoses(entry.data, nutrientOf)),
      ),
      ...[...foods.values()].flatMap((entry) => {
        const nutrient = nutrientOf(entry.data.nutrient);
        // Foods of another nutrient are told as such.
        if (nutrient === undefined || entry.id !== entry.data.nutrient) return [];
        return entry.data.foods.flatMap((food, index) =>
          findings(entry, implausibleFood(food, nutrient), ['foods', index]),
        );
      }),
      ...[...claims.values()]
        .filter(
          ({ data }) =>
            data.certainty === 'none' && (data.finding === 'helps' || data.finding === 'harms'),
        )
        .map((entry) => ({
          file: entry.file,
          ...entry.locate(['certainty']),
          message: `nothing was found, and the finding is "${entry.data.finding}".`,
          fix: 'Correct one of the two.',
        })),
      ...[...sources.values()].flatMap((entry): CorpusFinding[] => {
        const { DOI, URL: address } = entry.data;
        const other = /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/i.exec(address ?? '')?.[1];
        if (DOI === undefined || other === undefined) return [];
        if (decodeURIComponent(other).toLowerCase() === DOI.toLowerCase()) return [];
        return [
          {
            file: entry.file,
            ...entry.locate(['URL']),
            message: `the address leads to the DOI ${other}, and the work has ${DOI}.`,
            fix: 'Correct one of the two.',
          },
        ];
      }),
      ...[...interactions.values()]
        .filter(({ data }) => data.nutrient === data.with)
        .map((entry) => ({
          file: entry.file,
          ...entry.locate(['with']),
          message: `${entry.data.nutrient} cannot disturb itself.`,
          fix: 'Name what disturbs it.',
        })),
    ];
  },
};

function findings(
  entry: Entry,
  found: readonly Implausible[],
  base: readonly PropertyKey[] = [],
): CorpusFinding[] {
  return found.map(({ path, message, fix, isRare }) => ({
    file: entry.file,
    ...entry.locate([...base, ...path]),
    message,
    fix,
    ...(isRare === true ? { severity: 'warning' as const } : {}),
  }));
}
