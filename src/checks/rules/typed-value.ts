/** A typed value is the one that the claim's text gives. */
import { citesNumber, saysDown } from '../language/measures.ts';
import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const typedValue: Rule = {
  id: 'typed-value',
  demands:
    'Each number of a claim’s "values" stands in its "figures" or its statement, with its unit, and with a word that says down where it is negative; what a figure of changes draws is negative where the text says down.',
  why: 'Figures are drawn from the typed value, and it was the text that was held against the source.',
  fix: 'Correct the number, or say it in "figures" as the source does.',
  corpus: ({ corpus }) => {
    const changes = drawnAsChanges(corpus);
    return [...corpus.entries.claims.values()].flatMap(({ file, data, locate }) =>
      (data.values ?? []).flatMap((measure, index): CorpusDiagnostic[] => {
        const text = `${data.statement} ${data.figures ?? ''} ${data.population}`;
        return (['value', 'low', 'high', 'of', 'n'] as const).flatMap(
          (field): CorpusDiagnostic[] => {
            const number = measure[field];
            if (number === undefined) return [];
            const isTurned =
              field !== 'n' &&
              number > 0 &&
              changes.has(`${data.id} ${measure.name}`) &&
              saysDown(text, number);
            const fault = isTurned
              ? `the text of the claim says that it goes down, and a figure would draw it upward`
              : citesNumber(text, number, field === 'n' ? undefined : measure.unit);
            return fault === undefined
              ? []
              : [{ file, ...locate(['values', index, field]), message: `${fault}.` }];
          },
        );
      }),
    );
  },
};

function drawnAsChanges({ entries }: Corpus): Set<string> {
  const rows = [...entries.figures.values()]
    .filter(({ data }) => data.kind === 'changes')
    .flatMap(({ data }) => data.rows);
  return new Set(
    rows.flatMap(({ from }) => ('claim' in from ? [`${from.claim} ${from.value}`] : [])),
  );
}
