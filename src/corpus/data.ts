/** Parses YAML, JSON and frontmatter, and knows where each value stands in its file. */
import { isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import { alignTexts } from '../document/alignment.ts';
import { LineIndex } from '../document/line-index.ts';
import type { Finding, Position } from '../problem.ts';

/** A way to a value: keys of objects and indexes of lists. */
export type DataPath = readonly PropertyKey[];

export interface ParsedData {
  /** Plain data; undefined when the syntax is broken. */
  data: unknown;
  findings: Finding[];
  /** Place of a value; of its key for `key: true`; of the nearest parent when it is missing. */
  locate: (path: DataPath, options?: { key?: boolean }) => Position;
  /** Offset in the file at which a text value starts, its quote included; undefined where none is. */
  textStart: (path: DataPath) => number | undefined;
}

// What broke the syntax once often breaks all that follows: the first places tell enough.
const mostFindings = 20;

/**
 * Parses YAML, of which JSON is a part. Dates stay text, aliases are refused beyond a few, and a
 * key that stands twice is an error.
 * @param text the whole file, or the frontmatter with everything around it blanked out
 */
export function parseData(text: string): ParsedData {
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(text, {
      prettyErrors: false,
      schema: 'core',
      // A key that is a group is told as an unknown field, not by the library to the terminal.
      logLevel: 'error',
      strict: true,
    });
  } catch {
    // Thousands of brackets inside each other leave the parser without a stack.
    return unparsed('the file nests too deeply.', 'Take out a level.');
  }
  if (document.errors.some(({ message }) => message.startsWith('Maximum call stack')))
    return unparsed('the file nests too deeply.', 'Take out a level.');
  // The library's own counter misses lines behind a broken one.
  let lines: LineIndex | undefined;
  const position = (offset: number): Position => (lines ??= new LineIndex(text)).position(offset);
  const findings: Finding[] = [...document.errors, ...document.warnings]
    .slice(0, mostFindings)
    .map((error) => ({
      rule: error.code === 'DUPLICATE_KEY' ? 'data-duplicate-key' : 'data-syntax',
      ...position(error.pos[0]),
      ...(error.code === 'DUPLICATE_KEY'
        ? { message: 'the key stands twice.', fix: 'Delete one of the two.' }
        : isTabbed(text, error.pos[0])
          ? { message: 'a tab indents the line.', fix: 'Indent it with spaces.' }
          : {
              message: `broken YAML or JSON: ${oneSentence(error.message)}`,
              fix: 'Mend the syntax; quote a text that holds ": " or starts with a special character.',
            }),
    }))
    .filter(({ line }, index, all) => all[index - 1]?.line !== line);
  let data: unknown;
  if (document.errors.length === 0) {
    try {
      data = document.toJS({ maxAliasCount: 20 });
    } catch {
      return unparsed('the file repeats aliases (*name) too often.', 'Write the values out.');
    }
  }
  return {
    data,
    findings,
    locate: (path, options) => position(offsetOf(document, path, options?.key ?? false)),
    textStart: (path) => {
      const node = document.getIn(path as unknown[], true);
      return isScalar(node) ? node.range?.[0] : undefined;
    },
  };
}

function isTabbed(text: string, offset: number): boolean {
  return /^ *\t/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1));
}

/** Why a text that YAML reads is no JSON; undefined where it is. Zotero and pandoc read JSON alone. */
export function jsonFinding(text: string): Finding | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
    return {
      rule: 'data-syntax',
      ...new LineIndex(text).position(offset),
      message: 'broken JSON: a comma too many, a comment, or a word without "double quotes".',
      fix: 'Write it as JSON.',
    };
  }
}

function unparsed(message: string, fix: string): ParsedData {
  const start = { line: 1, column: 1 };
  return {
    data: undefined,
    findings: [{ rule: 'data-syntax', ...start, message, fix }],
    locate: () => start,
    textStart: () => undefined,
  };
}

/**
 * Offsets in a file of the letters of one of its text values.
 * @param start where the value starts, see `textStart`
 * @returns `isPlain` where the file writes every letter as it is, on one line
 */
export function lettersOf(
  text: string,
  start: number,
  value: string,
): { isPlain: boolean; offset: (letter: number) => number } {
  const opening = text.charAt(start);
  const isBlock = opening === '|' || opening === '>';
  const from = isBlock
    ? text.indexOf('\n', start) + 1
    : start + (opening === '"' || opening === "'" ? 1 : 0);
  if (text.startsWith(value, from)) return { isPlain: true, offset: (letter) => from + letter };
  return { isPlain: false, offset: alignTexts(text, from, value) };
}

function offsetOf(document: Document, path: DataPath, wantKey: boolean): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (pair === undefined) return offset;
      offset =
        startOf(isLast && wantKey ? pair.key : (pair.value ?? pair.key)) ??
        startOf(pair.key) ??
        offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return offset;
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function oneSentence(message: string): string {
  const sentence = (message.split('\n')[0] ?? '').trim().slice(0, 160);
  const lower = `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
  return /[.!?]$/.test(lower) ? lower : `${lower}.`;
}

/** The frontmatter of an MDX file with the rest blanked out, so that positions stay those of the file. */
export function frontmatterOf(text: string): string | undefined {
  const match = /^(---[ \t]*\r?\n)([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match === null || match.index !== 0) return undefined;
  return blank(match[1] ?? '') + (match[2] ?? '');
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
