/** No phone loads more than it must. */
import type { Rule } from '../rule.ts';

export const pictureWeight: Rule = {
  id: 'picture-weight',
  demands:
    'A picture can be made as a file of at most 150 kB, and is at most three times as tall as it is wide.',
  why: 'Runners read on a phone, on the way: a heavy picture costs them time and money.',
  fix: 'Crop it, or simplify it.',
  corpus: ({ corpus }) =>
    [...corpus.pictures.values()]
      .flat()
      .flatMap(({ file, look: { weight } }) =>
        weight === undefined ? [] : [{ file, line: 1, column: 1, ...weight }],
      ),
};
