/** Whether a work was corrected or retracted is asked again. */
import { daysBetween } from '../../domain/dates.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

const yearDays = 365;

export const oldLookUp: Rule = {
  id: 'old-look-up',
  demands:
    'Where a source says when it was last looked up for corrections and retractions, that was within a year.',
  why: 'Papers are retracted years after they were cited.',
  fix: 'Look it up again at its record, and set `checked`.',
  corpus: ({ corpus, today }) =>
    [...corpus.entries.sources.values()].flatMap(({ file, data, locate }): CorpusDiagnostic[] => {
      const { checked } = data.custom;
      if (checked === undefined || daysBetween(checked.on, today) <= yearDays) return [];
      return [
        {
          file,
          ...locate(['custom', 'checked', 'on']),
          message: `"${data.id}" was last looked up for notices on ${checked.on}, over a year ago.`,
        },
      ];
    }),
};
