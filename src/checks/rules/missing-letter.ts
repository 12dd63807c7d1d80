/** What stands in a picture can be drawn in the site's faces. */
import { missingLetters } from '../../drawing/face.ts';
import { dataPassages } from '../passages.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const missingLetter: Rule = {
  id: 'missing-letter',
  demands:
    'The texts of a figure, and the groups of the values that figures draw, are written in letters that the site’s face has.',
  why: 'A page takes another face for a letter that ours lacks; a picture would have a gap there.',
  fix: 'Write it in other letters: "to" for an arrow, "alpha" for the Greek letter.',
  corpus: ({ corpus }) =>
    dataPassages(corpus).flatMap(({ file, entry, fields }) =>
      fields
        .filter(({ path: [field] }) => entry.collection === 'figures' || field === 'values')
        .flatMap(({ text, position }): CorpusDiagnostic[] => {
          // Most texts hold nothing but what every face has.
          if (/^[ -~’“”–]*$/u.test(text)) return [];
          const [letter] = missingLetters(text, 'label');
          return letter === undefined
            ? []
            : [
                {
                  file,
                  ...position(text.indexOf(letter)),
                  message: `the face has no letter "${letter}".`,
                },
              ];
        }),
    ),
};
