/** The text of a picture says what it shows. */
import type { Rule } from '../rule.ts';

const nothing =
  /^(?:(?:an? |the )?(?:image|photo(?:graph)?|picture|graphic|drawing|figure|chart)|\S+\.(?:svg|png|jpe?g|webp|gif|avif))[.!]?$/iu;

export const imageText: Rule = {
  id: 'image-text',
  demands: 'The text of a picture says what it shows.',
  why: 'Who cannot see it must still get what it says.',
  fix: 'Write what somebody would miss who does not see it.',
  corpus: ({ corpus }) =>
    [...corpus.entries.images.values()].flatMap(({ file, data: { alt = '' }, locate }) =>
      nothing.test(alt)
        ? [{ file, ...locate(['alt']), message: `"${alt}" does not say what the picture shows.` }]
        : [],
    ),
};
