/** A figure draws what its claims hold, in a form that fits. */
import { figureFaults } from '../../domain/figure.ts';
import type { Rule } from '../rule.ts';

export const figureValues: Rule = {
  id: 'figure-values',
  demands:
    'Each row and mark of a figure names a value that there is, in the unit of the figure; bars begin at nought, ratios stand on a log scale, estimates have their intervals, and rows of different people say whom.',
  why: 'A picture is believed before it is read: what it distorts, no caption puts right.',
  fix: 'Name another value, or another form.',
  corpus: ({ corpus }) =>
    [...corpus.entries.figures.values()].flatMap(({ file, data, locate }) =>
      figureFaults(data, corpus.entries).map(({ path, ...fault }) => ({
        file,
        ...locate(path),
        ...fault,
      })),
    ),
};
