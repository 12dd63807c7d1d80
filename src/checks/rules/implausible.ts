/** No dose, food or reference value that cannot be. */
import type { Entry } from '../../corpus/corpus.ts';
import {
  implausibleDoses,
  implausibleFood,
  implausibleReference,
  type Implausible,
} from '../../domain/plausibility.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

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
      ...[...nutrients.values()].flatMap((entry) => diagnostics(entry, referenceFaults(entry))),
      ...[...products.values()].flatMap((entry) =>
        diagnostics(entry, implausibleDoses(entry.data, nutrientOf)),
      ),
      ...[...foods.values()].flatMap((entry) => foodFaults(entry, nutrients.get(entry.id))),
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
      ...[...sources.values()].flatMap((entry): CorpusDiagnostic[] => {
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

// A row that was told and left out is no gap.
function referenceFaults({ data, lacking }: Entry<'nutrients'>): Implausible[] {
  return implausibleReference(data).filter(({ path }) => !lacking.includes(String(path[0])));
}

// One wrong Daily Value makes the share of every food wrong: it is told once, at the nutrient.
function foodFaults(
  entry: Entry<'foods'>,
  nutrient: Entry<'nutrients'> | undefined,
): CorpusDiagnostic[] {
  // Foods of another nutrient are told as such.
  if (nutrient === undefined || entry.id !== entry.data.nutrient) return [];
  const { foods } = entry.data;
  const found = foods.flatMap((food, index) =>
    implausibleFood(food, nutrient.data).map((fault) => ({
      ...fault,
      path: ['foods', index, ...fault.path],
    })),
  );
  const others = found.filter(({ isShare }) => isShare !== true);
  if (referenceFaults(nutrient).some(({ path }) => path[0] === 'dailyValue'))
    return diagnostics(entry, others);
  const wrong = found.length - others.length;
  if (wrong <= Math.max(1, foods.length / 2)) return diagnostics(entry, found);
  return [
    ...diagnostics(entry, others),
    ...diagnostics(nutrient, [
      {
        path: ['dailyValue', 'amountInNutrientUnit'],
        message: `${wrong} of ${foods.length} foods have another share of this Daily Value than ${entry.file} says.`,
        fix: 'Correct the Daily Value, or look at its unit and at theirs.',
      },
    ]),
  ];
}

function diagnostics(entry: Entry, found: readonly Implausible[]): CorpusDiagnostic[] {
  return found.map(({ path, message, fix, isRare }) => ({
    file: entry.file,
    ...entry.locate(path),
    message,
    fix,
    ...(isRare === true ? { severity: 'warning' as const } : {}),
  }));
}
