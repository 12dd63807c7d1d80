/** Prose that is read without effort. */
import type { Rule } from '../rule.ts';

const highest = 10;

export const readingLevel: Rule = {
  id: 'reading-level',
  demands: `The Flesch-Kincaid grade is at most ${highest}, with nutrient names left out.`,
  why: 'Plain English is read faster by everybody, and by some at all.',
  fix: 'Use shorter sentences and shorter words.',
  corpus: ({ documents }) =>
    documents.flatMap(({ entry, grade }) =>
      entry.collection !== 'articles' || grade === undefined || grade <= highest
        ? []
        : [
            {
              file: entry.file,
              ...entry.locate(['title']),
              message: `the reading grade is ${grade.toFixed(1)}.`,
            },
          ],
    ),
};
