/** Headings start at the second level, skip none and repeat none. */
import type { Rule, RuleFinding } from '../rule.ts';

export const headings: Rule = {
  id: 'headings',
  demands: 'Headings start at ##, do not skip a level, and do not repeat.',
  why: 'Headings are how screen readers and the contents list walk through a page; the title is its only first level.',
  fix: 'Use ## for sections and ### inside them, with words of their own.',
  document: ({ compiled }) => {
    const seen = new Set<string>();
    let depth = 1;
    return compiled.document.headings.flatMap((heading): RuleFinding[] => {
      const previous = depth;
      depth = heading.depth;
      const key = heading.text.toLowerCase();
      const isRepeated = seen.has(key);
      seen.add(key);
      if (heading.depth === 1)
        return [
          {
            ...heading.position,
            message: `"${heading.text}" is a heading of the first level.`,
            fix: 'Start it with ##: the title is the only first level.',
          },
        ];
      if (heading.depth > previous + 1)
        return [
          {
            ...heading.position,
            message: `"${heading.text}" skips a level.`,
            fix: `Start it with ${'#'.repeat(previous + 1)}.`,
          },
        ];
      if (isRepeated)
        return [
          {
            ...heading.position,
            message: `the heading "${heading.text}" stands twice.`,
            fix: 'Give it words of its own.',
          },
        ];
      return [];
    });
  },
};
