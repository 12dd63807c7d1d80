/** Every image has a text alternative. */
import type { Rule } from '../rule.ts';

export const imageText: Rule = {
  id: 'image-text',
  demands: 'Every image has a text alternative.',
  why: 'Who cannot see it must still get what it says.',
  fix: 'Write ![what it shows](path).',
  document: ({ compiled }) =>
    compiled.document.images
      .filter(({ alt }) => alt.trim() === '')
      .map(({ position }) => ({ ...position, message: 'an image has no text alternative.' })),
};
