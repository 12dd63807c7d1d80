/** No drawing runs or fetches anything. */
import type { Rule } from '../rule.ts';

export const safeDrawing: Rule = {
  id: 'safe-drawing',
  demands:
    'An SVG holds no script, no animation, no HTML, no attribute that runs code, and no address but of its own parts.',
  why: 'A drawing that is opened by itself is a page of this site, and whatever it runs or fetches is ours.',
  fix: 'Take it out: export it as a plain SVG with everything drawn in it.',
  corpus: ({ corpus }) =>
    [...corpus.pictures.values()].flat().flatMap(({ file, look: { unsafe } }) =>
      unsafe.map(({ what, line, column }) => ({
        file,
        line,
        column,
        message: `the drawing holds ${what}.`,
      })),
    ),
};
