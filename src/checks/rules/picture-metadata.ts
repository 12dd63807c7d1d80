/** No picture tells where somebody was, or which camera is whose. */
import type { Rule } from '../rule.ts';

export const pictureMetadata: Rule = {
  id: 'picture-metadata',
  demands:
    'The original of a picture holds no place, no serial number and no maker’s note, in which cameras write theirs.',
  why: 'A photograph of a run that begins at home says where somebody lives. What the site shows has no metadata but credit and licence; the original would lie in the repository for everybody.',
  fix: 'Export it without metadata; `exiftool -all= -tagsFromFile @ -Orientation` and its name do so, too.',
  corpus: ({ corpus }) =>
    [...corpus.pictures.values()].flat().flatMap(({ file, look: { tells } }) =>
      tells.length === 0
        ? []
        : [
            {
              file,
              line: 1,
              column: 1,
              message: `its metadata tell a place or a serial number: ${tells.slice(0, 5).join(', ')}.`,
            },
          ],
    ),
};
