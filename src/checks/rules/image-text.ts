/** Every image has a text alternative. */
import type { Rule } from '../rule.ts';

const nothing =
  /^(?:(?:an? |the )?(?:image|photo|picture|graphic|drawing|figure|chart)|\S+\.(?:svg|png|jpe?g|webp|gif|avif))$/iu;

export const imageText: Rule = {
  id: 'image-text',
  demands: 'Every image has a text alternative.',
  why: 'Who cannot see it must still get what it says.',
  fix: 'Write ![what it shows](path).',
  document: ({ compiled }) =>
    compiled.document.images
      .filter(({ alt }) => alt.trim() === '' || nothing.test(alt.trim()))
      .map(({ alt, position }) => ({
        ...position,
        message:
          alt.trim() === ''
            ? 'an image has no text alternative.'
            : `"${alt}" does not say what the image shows.`,
      })),
};
