/** Headings start at the second level, skip none and repeat none. */
import type { Compiled } from '../../document/compile.ts';
import { safe } from '../../document/mend.ts';
import { locate, placeNames } from '../../document/prose.ts';
import type { Edit, Mend } from '../../problem.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

export const headings: Rule = {
  id: 'headings',
  demands: 'Headings start at ##, do not skip a level, do not repeat, and stand in the body only.',
  why: 'Headings are how screen readers and the contents list walk through a page; the title is its only first level.',
  fix: 'Use ## for sections and ### inside them, with words of their own.',
  document: ({ entry, compiled }) => [
    ...repeatedQuestions(compiled),
    ...inOrder(
      compiled.document.headings.filter(({ text }) => text !== ''),
      entry.text,
    ),
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

type Heading = Compiled['document']['headings'][number];

// Moves headings by some levels, all of them together: their order among each other is the author's.
function moved(group: readonly Heading[], by: number, file: string): Mend | undefined {
  const lines = file.split('\n');
  const isPlain = group.every(
    ({ depth, position: { line, column } }) =>
      depth + by >= 2 &&
      depth + by <= 6 &&
      (lines[line - 1] ?? '').startsWith(`${'#'.repeat(depth)} `, column - 1),
  );
  if (!isPlain) return undefined;
  const edits = group.map(({ depth, position: start }): Edit => {
    const end = { ...start, column: start.column + depth };
    return { start, end, text: '#'.repeat(depth + by) };
  });
  return safe('Each heading keeps its place among the others.', ...edits);
}

// Of a text whose first heading is of the first level, all headings stand one level too high.
function lowered(all: readonly Heading[], file: string): Mend | undefined {
  return all[0]?.depth === 1 ? moved(all, 1, file) : undefined;
}

// What stands below a heading that skips levels goes up with it.
function raised(all: readonly Heading[], at: number, by: number, file: string): Mend | undefined {
  const depth = all[at]?.depth ?? 0;
  const end = all.findIndex((heading, index) => index > at && heading.depth < depth);
  return moved(all.slice(at, end === -1 ? undefined : end), -by, file);
}

function inOrder(all: readonly Heading[], file: () => string): RuleDiagnostic[] {
  const seen = new Set<string>();
  let depth = 1;
  return all.flatMap((heading, index): RuleDiagnostic[] => {
    const previous = depth;
    depth = heading.depth;
    const key = heading.text.toLowerCase();
    const isRepeated = seen.has(key);
    seen.add(key);
    const found = (message: string, fix: string, mend?: Mend): RuleDiagnostic[] => [
      { ...heading.position, message, fix, mend },
    ];
    if (heading.depth === 1)
      return found(
        `"${heading.text}" is a heading of the first level.`,
        'Start it with ##: the title is the only first level.',
        lowered(all, file()),
      );
    if (heading.depth > previous + 1)
      return found(
        `"${heading.text}" skips a level.`,
        `Start it with ${'#'.repeat(previous + 1)}.`,
        raised(all, index, heading.depth - previous - 1, file()),
      );
    if (isRepeated)
      return found(`the heading "${heading.text}" stands twice.`, 'Give it words of its own.');
    return [];
  });
}
