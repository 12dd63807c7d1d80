/** A typed value is the one that the claim's text gives. */
import { citesNumber } from '../language/measures.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const typedValue: Rule = {
  id: 'typed-value',
  demands:
    'Each number of a claim’s "values" stands in its "figures" or its statement, with its unit, and with a word that says down where it is negative.',
  why: 'Figures are drawn from the typed value, and it was the text that was held against the source.',
  fix: 'Correct the number, or say it in "figures" as the source does.',
  corpus: ({ corpus }) =>
    [...corpus.entries.claims.values()].flatMap(({ file, data, locate }) =>
      (data.values ?? []).flatMap((measure, index): CorpusDiagnostic[] => {
        const text = `${data.statement} ${data.figures ?? ''} ${data.population}`;
        return (['value', 'low', 'high', 'of', 'n'] as const).flatMap(
          (field): CorpusDiagnostic[] => {
            const number = measure[field];
            if (number === undefined) return [];
            const fault = citesNumber(text, number, field === 'n' ? undefined : measure.unit);
            return fault === undefined
              ? []
              : [{ file, ...locate(['values', index, field]), message: `${fault}.` }];
          },
        );
      }),
    ),
};
