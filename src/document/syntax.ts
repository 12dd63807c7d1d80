/** What Markdown's parser cannot take, told as diagnostics. */
import type { Diagnostic, Mend, Position } from '../problem.ts';
import { tagElsewhere, templateElsewhere } from './elsewhere.ts';
import { LineIndex } from './line-index.ts';
import { editAt, safe } from './mend.ts';

// The parser takes the square of the time for what is far longer than any article.
const most = { inLine: 20_000, openings: 4_000 };

/** Why a text is not even parsed; undefined where it is. */
export function excessDiagnostic(
  source: string,
  locate: (offset: number) => Position,
): Diagnostic | undefined {
  const rule = 'mdx-syntax';
  const longLine = source.split('\n').find((line) => line.length > most.inLine);
  if (longLine !== undefined)
    return {
      rule,
      ...locate(source.indexOf(longLine)),
      message: `a line has more than ${most.inLine} characters.`,
      fix: 'Break it into paragraphs.',
    };
  const openings = [...source.matchAll(/[{<]/g)];
  if (openings.length >= most.openings)
    return {
      rule,
      ...locate(openings[most.openings - 1]?.index ?? 0),
      message: `the text opens more than ${most.openings} braces and tags.`,
      fix: 'Take them out.',
    };
  return undefined;
}

/**
 * What the parser threw, in a sentence for authors. Sätteri's message is "line:column: reason (rule)";
 * its line and column count in the text given.
 */
export function syntaxDiagnostic(
  error: unknown,
  source: string,
  locate: (offset: number) => Position,
): Diagnostic {
  const rule = 'mdx-syntax';
  if (error instanceof RangeError)
    return {
      rule,
      ...locate(deepestLine(source)),
      message: 'the text nests too deeply.',
      fix: 'Take out a level.',
    };
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
      mend: commentMend(source, offset, locate),
    };
  const opened = /^<[A-Z]\w*\s[^<>]*?=(?=[“”„‘’])/u.exec(source.slice(offset))?.[0];
  if (opened !== undefined)
    return {
      rule,
      ...locate(offset + opened.length),
      message: 'a value in a tag stands in typographic quotation marks.',
      fix: 'Write straight ones: "…".',
      mend: marksMend(source, offset, locate),
    };
  const template = templateAt(source, offset);
  if (template !== undefined)
    return {
      rule,
      ...locate(template.start),
      message: `"${template.text}" is a template of another system.`,
      fix: templateElsewhere(template.text),
    };
  const address = /^<(https?:\/\/[^\s<>]+)>/.exec(source.slice(offset))?.[1];
  if (address !== undefined)
    return {
      rule,
      ...locate(offset),
      message: 'an address between < and > is no link here.',
      fix: 'Write [words](https://…): the words say where it goes.',
    };
  const unclosed = /^expected a closing tag for `<(\w+)>`/i.exec(reason)?.[1];
  const instead = unclosed === undefined ? undefined : tagElsewhere(unclosed);
  if (unclosed !== undefined && instead !== undefined)
    return { rule, ...locate(offset), message: `<${unclosed}> is not closed.`, fix: instead };
  const [tag] = /^<\S{0,20}/.exec(source.slice(offset)) ?? [];
  if (tag !== undefined && /^unexpected character after `<`/i.test(reason))
    return {
      rule,
      ...locate(offset),
      message: `"${tag}" is read as the start of a tag.`,
      fix: 'Write \\< for "less than".',
      mend: /^<[\d=]/.test(tag)
        ? safe('No tag begins like that.', editAt(locate, offset, offset, '\\'))
        : undefined,
    };
  // The parser names the brace, or what is missed behind it.
  const [anchor] = /\{#[^{}\n]*\}?/.exec(lineAround(source, offset)) ?? [];
  if (anchor !== undefined)
    return {
      rule,
      ...locate(source.indexOf(anchor, lineStart(source, offset))),
      message: `"${anchor}" gives a heading no address here.`,
      fix: 'Delete it: a heading has its address from its words, and "Dose per day" is #dose-per-day.',
    };
  return {
    rule,
    ...locate(offset),
    message: `broken MDX: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`,
    fix: 'Close what was opened; a "<" or "{" that is meant as a character is written \\< or \\{.',
  };
}

/** Offset of the line of a text that opens the most levels: quotations, lists, brackets, tags. */
export function deepestLine(source: string): number {
  let [deepest, levels, at] = [0, 0, 0];
  for (const line of source.split('\n')) {
    const opened = (line.match(/[>[({<*_~-]|\d\./g) ?? []).length + line.search(/\S|$/) / 2;
    if (opened > levels) [levels, deepest] = [opened, at];
    at += line.length + 1;
  }
  return deepest;
}

// Braces with a sign or a second one: {{< … >}}, {{ … }}, {% … %}.
function templateAt(source: string, offset: number): { start: number; text: string } | undefined {
  const start = lineStart(source, offset);
  const found = [...lineAround(source, offset).matchAll(/\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}/g)].find(
    ({ 0: text, index }) => start + index <= offset && offset <= start + index + text.length,
  );
  return found && { start: start + found.index, text: found[0] };
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

function lineAround(source: string, offset: number): string {
  const start = lineStart(source, offset);
  return source.slice(start).split('\n', 1)[0] ?? '';
}

function commentMend(
  source: string,
  start: number,
  locate: (offset: number) => Position,
): Mend | undefined {
  const end = source.indexOf('-->', start);
  const text = source.slice(start + 4, end);
  if (end === -1 || text.includes('*/')) return undefined;
  return safe(
    'It stays a comment.',
    editAt(locate, start, start + 4, '{/*'),
    editAt(locate, end, end + 3, '*/}'),
  );
}

// The marks of all values of a tag: which is the other one is plain where no third stands between.
function marksMend(source: string, start: number, locate: (offset: number) => Position): Mend {
  const [tag = ''] = /^[^>]*/.exec(source.slice(start)) ?? [];
  const values = [...tag.matchAll(/=([“”„‘’])[^“”„‘’"<>\n]*[“”‘’](?=[\s/]|$)/gu)];
  return safe(
    'A tag knows straight marks alone.',
    ...values.flatMap(({ 0: value, index }) => {
      const [from, to] = [start + index + 1, start + index + value.length];
      return [editAt(locate, from, from + 1, '"'), editAt(locate, to - 1, to, '"')];
    }),
  );
}
