/** What did something was given to somebody, and held against something else. */
import { isComparison } from '../../schemas/claim.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const comparison: Rule = {
  id: 'comparison',
  demands:
    'A claim of an effect that was looked for (it helps, harms, does nothing or is disputed) says in "intervention" what was given or done, and in "comparator" what that was compared with.',
  why: 'A dose, a meal or a day without any drink that the study had and the claim drops turns its finding into another one.',
  fix: 'Take it from the source, in its words; where the source does not tell, say so.',
  corpus: ({ corpus }) =>
    [...corpus.entries.claims.values()].flatMap(({ file, data, locate }): CorpusDiagnostic[] => {
      if (!isComparison(data)) return [];
      const missing = (['intervention', 'comparator'] as const).filter(
        (field) => data[field] === undefined,
      );
      return missing.length === 0
        ? []
        : [
            {
              file,
              ...locate(['finding']),
              message: `"${data.finding}" is an effect, and nothing says ${missing.map((field) => told[field]).join(', nor ')}.`,
            },
          ];
    }),
};

const told = {
  intervention: 'what was given or done ("intervention")',
  comparator: 'what it was compared with ("comparator")',
};
