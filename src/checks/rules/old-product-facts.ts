/** Product facts are looked at again within a year. */
import { daysBetween } from '../../domain/dates.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

const yearDays = 365;

export const oldProductFacts: Rule = {
  id: 'old-product-facts',
  demands: 'Product facts and certifications were seen within a year.',
  why: 'Makers change formulas, and certificates run out.',
  fix: 'Check them again and set the day.',
  corpus: ({ corpus, today }) =>
    [...corpus.entries.products.values()].flatMap((entry) => {
      const report = (
        path: PropertyKey[],
        what: string,
        day: string | undefined,
      ): CorpusDiagnostic[] =>
        day === undefined || daysBetween(day, today) <= yearDays
          ? []
          : [
              {
                file: entry.file,
                ...entry.locate(path),
                message: `${what} was last seen on ${day}, over a year ago.`,
              },
            ];
      return [
        ...report(['checked'], 'the label', entry.data.checked),
        ...entry.data.certifications.flatMap(({ seenOn, scheme }, index) =>
          report(['certifications', index, 'seenOn'], `the list of ${scheme}`, seenOn),
        ),
      ];
    }),
};
