/** Each picture is one whole file beside what is said of it. */
import { pictureExtensions } from '../../schemas/image.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

const known = `${pictureExtensions.slice(0, -1).join(', ')} or ${pictureExtensions.at(-1) ?? ''}`;

export const pictureFile: Rule = {
  id: 'picture-file',
  demands:
    'Beside content/images/<id>.yaml lies one picture of that name that opens, is what its name says, and has at most 10 MB and 50 megapixels.',
  why: 'A page with a hole in it looks broken, a picture of which nobody says whose it is cannot be shown, and what is huge lies in the repository for good.',
  fix: 'Put the two files side by side under one name.',
  corpus: ({ corpus: { pictures, entries, knownIds } }) => [
    ...[...entries.images.values()]
      .filter(({ id }) => !pictures.has(id))
      .map(({ id, file, locate }) => ({
        file,
        ...locate([]),
        message: `there is no picture "${id}" beside it.`,
        fix: `Put it there as ${id}${known.replaceAll(/ (?:or )?(?=\.)/g, (space) => `${space}${id}`)}.`,
      })),
    ...[...pictures].flatMap(([id, files]) =>
      files.flatMap(({ file, look }, index): CorpusDiagnostic[] => {
        const place = { file, line: 1, column: 1 };
        const other = files[index === 0 ? 1 : 0];
        return [
          ...(knownIds.images.has(id)
            ? []
            : [
                {
                  ...place,
                  message: 'nothing says what it shows, whose it is and its licence.',
                  fix: `Write ${id}.yaml beside it, or delete it.`,
                },
              ]),
          ...(other === undefined
            ? []
            : [
                {
                  ...place,
                  message: `${other.file} has the same id.`,
                  fix: 'Delete one, or give it another name and a file of its own.',
                },
              ]),
          ...(look.fault === undefined ? [] : [{ ...place, ...look.fault }]),
        ];
      }),
    ),
  ],
};
