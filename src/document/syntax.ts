/** What Markdown's parser cannot take, told as findings. */
import type { Finding, Position } from '../problem.ts';
import { LineIndex } from './line-index.ts';

// The parser takes the square of the time for what is far longer than any article.
const most = { inLine: 20_000, openings: 4_000 };

/** Why a text is not even parsed; undefined where it is. */
export function excessFinding(
  source: string,
  locate: (offset: number) => Position,
): Finding | undefined {
  const rule = 'mdx-syntax';
  if (source.split('\n').some((line) => line.length > most.inLine))
    return {
      rule,
      ...locate(0),
      message: `a line has more than ${most.inLine} characters.`,
      fix: 'Break it into paragraphs.',
    };
  if (source.split(/[{<]/).length > most.openings)
    return {
      rule,
      ...locate(0),
      message: `the text opens more than ${most.openings} braces and tags.`,
      fix: 'Take them out.',
    };
  return undefined;
}

/**
 * What the parser threw, in a sentence for authors. Sätteri's message is "line:column: reason (rule)";
 * its line and column count in the text given.
 */
export function syntaxFinding(
  error: unknown,
  source: string,
  locate: (offset: number) => Position,
): Finding {
  const rule = 'mdx-syntax';
  if (error instanceof RangeError)
    return { rule, ...locate(0), message: 'the text nests too deeply.', fix: 'Take out a level.' };
  const text = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+): (.*)$/s.exec(text);
  const offset =
    match === null
      ? 0
      : new LineIndex(source).offset({ line: Number(match[1]), column: Number(match[2]) });
  const reason = (match?.[3] ?? text)
    .replace(/\s*\(mdx-jsx:[\w-]+\)\s*$/, '')
    .replace(/\(\d+:\d+\)/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (source.startsWith('<!--', offset))
    return {
      rule,
      ...locate(offset),
      message: 'broken MDX: a comment of HTML.',
      fix: 'Write {/* … */} around it.',
    };
  return {
    rule,
    ...locate(offset),
    message: `broken MDX: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`,
    fix: 'Close what was opened; a "<" or "{" that is meant as a character is written \\< or \\{.',
  };
}
