/** Images are the site's own files. */
import type { Rule } from '../rule.ts';

export const foreignImage: Rule = {
  id: 'foreign-image',
  demands: 'Images are files of this site: no shop’s pictures, and none from another host.',
  why: 'A picture from elsewhere tells its host who reads this page, and a shop’s picture is not ours to show.',
  fix: 'Take it out, or put a picture of our own into public/.',
  document: ({ compiled }) =>
    compiled.document.images
      .filter(({ src }) => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src))
      .map(({ src, position }) => ({
        ...position,
        message: `the image ${src} is on another host.`,
      })),
};
