/** Headings start at the second level, skip none and repeat none. */
import type { Compiled } from '../../document/compile.ts';
import { locate, placeNames } from '../../document/prose.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

export const headings: Rule = {
  id: 'headings',
  demands: 'Headings start at ##, do not skip a level, do not repeat, and stand in the body only.',
  why: 'Headings are how screen readers and the contents list walk through a page; the title is its only first level.',
  fix: 'Use ## for sections and ### inside them, with words of their own.',
  document: ({ compiled }) => [
    ...repeatedQuestions(compiled),
    ...inOrder(compiled.document.headings.filter(({ text }) => text !== '')),
    ...compiled.prose
      .filter(({ kind, where }) => kind === 'heading' && where !== 'body' && where !== 'question')
      .map((block) => ({
        ...locate(block, 0),
        message: `a heading stands in ${placeNames[block.where]}.`,
        fix: 'Write it as a sentence.',
      })),
    ...compiled.document.headings
      .filter(({ text }) => !hasWords(text))
      .map(({ text, position }) =>
        text === ''
          ? { ...position, message: 'a heading is empty.', fix: 'Delete it.' }
          : {
              ...position,
              message: `the heading "${text}" has no word.`,
              fix: 'Say what its section is about.',
            },
      ),
    ...compiled.prose
      .filter(({ where, text }) => where === 'question' && !hasWords(text))
      .map((block) => ({
        ...locate(block, 0),
        message: `the question "${block.text}" has no word.`,
        fix: 'Ask it in words.',
      })),
  ],
};

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

// Questions are headings of the page as well.
function repeatedQuestions({ document, prose }: Compiled): RuleDiagnostic[] {
  const seen = new Set(document.headings.map(({ text }) => text.toLowerCase()));
  return prose
    .filter(({ where }) => where === 'question')
    .flatMap((block): RuleDiagnostic[] => {
      const key = block.text.toLowerCase();
      const isRepeated = seen.has(key);
      seen.add(key);
      if (!isRepeated) return [];
      const message = `the question "${block.text}" stands twice.`;
      return [{ ...locate(block, 0), message, fix: 'Ask it once, or in words of its own.' }];
    });
}

function inOrder(
  all: readonly { depth: number; text: string; position: { line: number; column: number } }[],
): RuleDiagnostic[] {
  const seen = new Set<string>();
  let depth = 1;
  return all.flatMap((heading): RuleDiagnostic[] => {
    const previous = depth;
    depth = heading.depth;
    const key = heading.text.toLowerCase();
    const isRepeated = seen.has(key);
    seen.add(key);
    const found = (message: string, fix: string): RuleDiagnostic[] => [
      { ...heading.position, message, fix },
    ];
    if (heading.depth === 1)
      return found(
        `"${heading.text}" is a heading of the first level.`,
        'Start it with ##: the title is the only first level.',
      );
    if (heading.depth > previous + 1)
      return found(
        `"${heading.text}" skips a level.`,
        `Start it with ${'#'.repeat(previous + 1)}.`,
      );
    if (isRepeated)
      return found(`the heading "${heading.text}" stands twice.`, 'Give it words of its own.');
    return [];
  });
}
