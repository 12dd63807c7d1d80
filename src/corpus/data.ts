/** Parses YAML, JSON and frontmatter, and knows where each value stands in its file. */
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type Scalar,
  type Tags,
  type YAMLMap,
  type YAMLParseError,
  type YAMLSeq,
  type YAMLWarning,
} from 'yaml';
import { alignTexts } from '../document/alignment.ts';
import { LineIndex } from '../document/line-index.ts';
import { deepestLine } from '../document/syntax.ts';
import { editAt, safe, unsafe } from '../document/mend.ts';
import type { Diagnostic, Edit, Mend, Position } from '../problem.ts';
import { decimal, integer, readPlain, type Place, type PlainData } from './plain-yaml.ts';

/** A way to a value: keys of objects and indexes of lists. */
export type DataPath = readonly PropertyKey[];

export interface ParsedData {
  /** Plain data; undefined when the syntax is broken. */
  data: unknown;
  diagnostics: Diagnostic[];
  /** Place of a value; of its key for `key: true`; of the nearest parent when it is missing. */
  locate: (path: DataPath, options?: { key?: boolean }) => Position;
  /** Offset in the file at which a text value starts, its quote included; undefined where none is. */
  textStart: (path: DataPath) => number | undefined;
  /** A single value as the file writes it, quotes included; undefined where none is. */
  written: (path: DataPath) => string | undefined;
  /** The edit that puts a text in the place of a single value, or of its key; undefined where none is. */
  rewrite: (path: DataPath, text: string, options?: { key?: boolean }) => Edit | undefined;
  /** Whether the file writes its data as JSON does. */
  isJson: boolean;
}

// What broke the syntax once often breaks all that follows: the first places tell enough.
const mostDiagnostics = 20;

/**
 * Parses YAML, of which JSON is a part. Dates stay text, aliases are refused beyond a few, and a
 * key that stands twice is an error.
 * @param text the whole file, or the frontmatter with everything around it blanked out
 */
export function parseData(text: string): ParsedData {
  const plain = readPlain(text);
  return plain === undefined ? parseAny(text) : parsedPlain(text, plain);
}

function parsedPlain(text: string, { data, place }: PlainData): ParsedData {
  let lines: LineIndex | undefined;
  let parsed: ParsedData | undefined;
  const any = (): ParsedData => (parsed ??= parseAny(text));
  return {
    data,
    diagnostics: [],
    locate: (path, options) =>
      (lines ??= new LineIndex(text)).position(plainOffset(place, path, options?.key ?? false)),
    textStart: (path) => plainStart(place, path),
    isJson: false,
    written: (path) => any().written(path),
    rewrite: (path, put, options) => any().rewrite(path, put, options),
  };
}

function plainOffset(place: Place, path: DataPath, wantKey: boolean): number {
  let value = place;
  for (const [depth, step] of path.entries()) {
    const field = value.fields?.get(String(step));
    const inner = field?.value ?? value.rows?.[Number(step)];
    if (inner === undefined) return value.at;
    if (field !== undefined && wantKey && depth === path.length - 1) return field.at;
    value = inner;
  }
  return value.at;
}

function plainStart(place: Place, path: DataPath): number | undefined {
  let value: Place | undefined = place;
  for (const step of path)
    value = value?.fields?.get(String(step))?.value ?? value?.rows?.[Number(step)];
  return value?.fields === undefined && value?.rows === undefined ? value?.at : undefined;
}

/** Parses YAML as `parseData` does, however it is written, with the library. */
export function parseAny(text: string): ParsedData {
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(text, {
      prettyErrors: false,
      schema: 'core',
      customTags: plainNumbers,
      resolveKnownTags: false,
      // A key is the name of a field, whatever else YAML would take it for.
      stringKeys: true,
      // A key that is a group is told as an unknown field, not by the library to the terminal.
      logLevel: 'error',
      strict: true,
    });
  } catch {
    // Thousands of brackets inside each other leave the parser without a stack.
    return unparsed(text, deepestLine(text), 'the file nests too deeply.', 'Take out a level.');
  }
  if (document.errors.some(({ message }) => message.startsWith('Maximum call stack')))
    return unparsed(text, deepestLine(text), 'the file nests too deeply.', 'Take out a level.');
  // The library's own counter misses lines behind a broken one.
  let lines: LineIndex | undefined;
  const position = (offset: number): Position => (lines ??= new LineIndex(text)).position(offset);
  // What is missed at the end of a file is missed behind its last word.
  const end = Math.max(0, text.trimEnd().length - 1);
  const wide = wideSpace.test(text) ? wideSpaces(text) : [];
  const faults = [
    ...[...document.errors, ...document.warnings].map((error) => ({
      at: /^Missing closing|end with a [\]}]$/.test(error.message)
        ? openedBefore(document, error.pos[0])
        : error.pos[0],
      ...explainSyntax(error, text, document.errors),
    })),
    ...(/[&*]|\s#\S/.test(text) ? lostWords(document, text) : []),
  ];
  // What such spaces join is broken because of them.
  const diagnostics: Diagnostic[] = (wide.length > 0 ? wide : faults)
    .slice(0, mostDiagnostics)
    .sort((a, b) => a.at - b.at)
    .map(({ at, rule, message, fix }) => ({
      rule,
      ...position(Math.min(at, end)),
      message,
      fix,
      mend: mendSyntax(fix, at, text, position),
    }))
    .filter(({ line }, index, all) => all[index - 1]?.line !== line);
  let data: unknown;
  if (document.errors.length === 0 && wide.length === 0) {
    try {
      data = document.toJS({ maxAliasCount: 20 });
    } catch {
      // Where an alias leads nowhere, that was told.
      if (diagnostics.length === 0)
        return unparsed(
          text,
          Math.max(0, text.search(/(?<=[\s[{,:-])\*[^\s,[\]{}]/)),
          'a value that is repeated by its name (*name) would be copied too many times.',
          'Write the values out where they belong, without & and *.',
        );
    }
  }
  return {
    data,
    diagnostics,
    locate: (path, options) => position(offsetOf(document, path, options?.key ?? false)),
    textStart: (path) => {
      const node = document.getIn(path as unknown[], true);
      return isScalar(node) ? node.range?.[0] : undefined;
    },
    isJson: /^\s*[[{]/.test(text),
    written: (path) => {
      const node = document.getIn(path as unknown[], true);
      return isScalar(node) && node.range ? text.slice(node.range[0], node.range[1]) : undefined;
    },
    rewrite: (path, put, options) => {
      const node = options?.key === true ? keyNode(document, path) : document.getIn(path, true);
      return isScalar(node) && node.range
        ? editAt(position, node.range[0], node.range[1], put)
        : undefined;
    },
  };
}

// Numbers as readers know them. What else YAML takes for one (007, 0x10, 1e3, .5, .nan) stays a
// text, so that whoever wanted a number is told how to write it, and an id keeps its zeros.
function plainNumbers(tags: Tags): Tags {
  return tags.flatMap((tag) => {
    if (typeof tag === 'string' || !/:(?:int|float)$/.test(tag.tag)) return [tag];
    const isInteger = tag.tag.endsWith(':int');
    if (tag.collection !== undefined || tag.format !== undefined || tag.test?.test('.nan') === true)
      return [];
    return [{ ...tag, test: isInteger ? integer : decimal }];
  });
}

// Spaces that look like plain ones and are letters to YAML.
const wideSpace = /[\u00A0\u2000-\u200A\u202F\u3000]/u;
const structure = /^[ \t]*(?:- *)*(?:[\w-]+:)?/;
// Lines of a text that starts with | or > are its own.
const blockText = /(?:^|[:-] )[|>][+-]?\d?[ \t]*$/m;
const plainSpace = 'Write a plain space.';

// Such spaces where lines are indented, and behind the signs of a list and of a field.
function wideSpaces(text: string): Fault[] {
  if (blockText.test(text)) return [];
  let start = 0;
  return text.split('\n').flatMap((line): Fault[] => {
    const from = start;
    start += line.length + 1;
    const at = structure.exec(line)?.[0].length ?? 0;
    const fault = {
      rule: 'data-syntax',
      message: 'a no-break space stands where only a plain one parts.',
      fix: plainSpace,
    };
    return wideSpace.test(line.charAt(at)) ? [{ at: from + at, ...fault }] : [];
  });
}

const indentPlain = 'Indent it with spaces.';

// What carries out a fix of the syntax, where there is one way to.
function mendSyntax(
  fix: string,
  at: number,
  text: string,
  position: (offset: number) => Position,
): Mend | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start).split(/\r?\n/, 1)[0] ?? '';
  const edit = (from: number, to: number, put: string): Edit => editAt(position, from, to, put);
  if (fix === plainSpace) {
    const [spaces = ''] = /^[\s]+/.exec(text.slice(at)) ?? [];
    return safe(
      'YAML knows plain spaces alone.',
      edit(at, at + spaces.length, ' '.repeat(spaces.length)),
    );
  }
  if (fix === indentPlain && !blockText.test(text)) {
    // The lines of a group are indented alike, so all of the file go together.
    const edits = [...text.matchAll(/^ *\t[ \t]*(?=\S)/gm)].map(({ 0: indent, index }) =>
      edit(index, index + indent.length, indent.replaceAll('\t', '  ')),
    );
    return safe('Two spaces a level, as everywhere here.', ...edits);
  }
  if (!fix.includes('in quotation marks')) return undefined;
  const { 1: prefix = '', 2: value = '' } =
    /^(\s*(?:- +)*(?:[\w-]+: +)?)(\S.*?)\s*$/.exec(line) ?? [];
  const written = asText(value);
  if (written === undefined || at < start + prefix.length) return undefined;
  const from = start + prefix.length;
  // What begins with one of these may be meant as a comment or a tag.
  const make = /^Delete|space behind/.test(fix) || / #/.test(value) ? unsafe : safe;
  return make(
    'It is the same text, and YAML takes no sign of it for its own.',
    edit(from, from + value.length, written),
  );
}

// A text on one line in marks that hold it whatever is in it; undefined where it may be no text.
function asText(value: string): string | undefined {
  // Of two pairs of marks nobody can say which are the text's own.
  const inside = /^(?:'((?:[^']|(?<=\p{L})'(?=\p{L}))*)'|[“”„]([^“”„]*)[“”])$/u.exec(value);
  if (inside !== null) return doubleQuoted(inside[1] ?? inside[2] ?? '');
  if (value.startsWith('"')) return `'${value.replaceAll("'", "''")}'`;
  return /^['[{|>&]/.test(value) ? undefined : doubleQuoted(value);
}

function doubleQuoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

interface Fault {
  at: number;
  rule: string;
  message: string;
  fix: string;
}

const quoteIt = 'Put the text in quotation marks.';

function explainSyntax(
  error: YAMLParseError | YAMLWarning,
  text: string,
  all: readonly YAMLParseError[],
): Pick<Fault, 'rule' | 'message' | 'fix'> {
  const at = error.pos[0];
  const syntax = (message: string, fix: string) => ({ rule: 'data-syntax', message, fix });
  if (isTabbed(text, at)) return syntax('a tab indents the line.', indentPlain);
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return {
        rule: 'data-duplicate-key',
        message: 'the key stands twice.',
        fix: 'Delete one of the two.',
      };
    case 'TAG_RESOLVE_FAILED': {
      const tag = /^![^\s,[\]{}]*/.exec(text.slice(at))?.[0] ?? '!';
      return syntax(
        `the tag "${tag}" is not read.`,
        'Delete it; put a text that starts with ! in quotation marks.',
      );
    }
    case 'MULTIPLE_DOCS':
      return syntax('a second document starts here.', 'Delete the line before it: "---" or "...".');
    case 'BAD_SCALAR_START':
      return syntax(`a text cannot start with "${text.charAt(at)}".`, quoteIt);
    case 'BAD_DQ_ESCAPE':
      return syntax(
        'a backslash escapes nothing.',
        "Write \\\\ for a backslash, or put the text in 'single' quotation marks.",
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (all.some(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === at))
        return syntax(
          'the next line is indented, and so was read as part of this text.',
          'Indent the fields of a group alike.',
        );
      return syntax(
        'the line has a second ": ".',
        'Put a text that holds ": " in quotation marks.',
      );
    case 'NON_STRING_KEY':
      return syntax('a list or group stands where the name of a field should.', quoteIt);
    case 'MULTILINE_IMPLICIT_KEY':
      return syntax('the line is neither a field nor a text.', 'Write "name: value".');
    default:
  }
  const { message } = error;
  const bracket = /end with a ([\]}])$/.exec(message)?.[1];
  if (bracket !== undefined)
    return syntax(
      `a "${bracket === ']' ? '[' : '{'}" is not closed.`,
      `Close it with "${bracket}".`,
    );
  if (message.startsWith('Missing closing'))
    return syntax('a quotation mark is not closed.', 'Close it, or delete it.');
  if (message === 'All mapping items must start at the same column')
    return syntax('the line is indented unlike its group.', 'Indent the fields of a group alike.');
  if (message === 'Implicit map keys need to be followed by map values')
    return syntax('the line has no ": ".', 'Write "name: value".');
  if (message === 'Unexpected scalar at node end')
    return syntax(
      'words stand behind the end of a text.',
      'Put the whole text in quotation marks.',
    );
  return syntax(
    `broken YAML: ${oneSentence(message)}`,
    'Mend the syntax; quote a text that holds ": " or starts with a special character.',
  );
}

// Where the text, list or group begins that runs to a place for want of its end.
function openedBefore(document: Document, end: number): number {
  let found: number | undefined;
  const take = (start = 0): void => {
    if (start < end) found = Math.max(found ?? 0, start);
  };
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (type?.startsWith('QUOTE') === true && (range?.[1] ?? 0) >= end) take(range?.[0]);
    },
    Collection: (_key, { flow, range }) => {
      if (flow === true && (range?.[1] ?? 0) >= end) take(range?.[0]);
    },
  });
  return found ?? end;
}

// Words of a text that YAML takes for something else: an alias that leads nowhere, an anchor that
// nothing repeats, a comment that begins as no comment does ("Iron, the #1 metal").
function lostWords(document: Document, text: string): Fault[] {
  const anchors = new Map<string, { at: number; used: boolean }>();
  const faults: Fault[] = [];
  const report = (at: number, message: string, fix: string): void => {
    faults.push({ at, rule: 'data-syntax', message, fix });
  };
  const remember = ({ anchor, range }: Scalar | YAMLMap | YAMLSeq): void => {
    if (anchor !== undefined) anchors.set(anchor, { at: range?.[0] ?? 0, used: false });
  };
  visit(document, {
    Collection: (_key, node) => remember(node),
    Scalar: (_key, node) => {
      remember(node);
      const { type, comment, range } = node;
      if (type !== 'PLAIN' || !/^[\p{L}\p{N}]/u.test(comment ?? '')) return;
      const [words = ''] = (comment ?? '').split('\n');
      report(
        text.indexOf('#', range?.[1]),
        `"#${words.slice(0, 40)}" would be lost as a comment.`,
        'Put the whole text in quotation marks, or a space behind the #.',
      );
    },
    Alias: (_key, { source, range }) => {
      const anchor = anchors.get(source);
      if (anchor !== undefined) anchor.used = true;
      else
        report(
          range?.[0] ?? 0,
          `"*${source}" repeats what has no name.`,
          'Put a text that starts with * in quotation marks.',
        );
    },
  });
  for (const [name, { at, used }] of anchors)
    if (!used)
      report(
        at,
        `"&${name}" names what nothing repeats, and would be lost.`,
        'Put a text that starts with & in quotation marks.',
      );
  return faults;
}

function isTabbed(text: string, offset: number): boolean {
  return /^ *\t/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1));
}

function unparsed(text: string, at: number, message: string, fix: string): ParsedData {
  const place = new LineIndex(text).position(at);
  return {
    data: undefined,
    diagnostics: [{ rule: 'data-syntax', ...place, message, fix }],
    locate: () => place,
    textStart: () => undefined,
    written: () => undefined,
    rewrite: () => undefined,
    isJson: false,
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
        (item) =>
          isPair(item) && isScalar(item.key) && String(item.key.value ?? '') === String(step),
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

function keyNode(document: Document, path: DataPath): unknown {
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(map)) return undefined;
  return map.items.find(
    ({ key }) => isScalar(key) && String(key.value ?? '') === String(path.at(-1)),
  )?.key;
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

/** What stands at a place of a text of data. */
export interface DataSpot {
  path: DataPath;
  /** Whether it is the key of the last step, and not its value. */
  isKey: boolean;
  /** Offsets of its letters, without quotation marks. */
  start: number;
  end: number;
}

/** The key or single value that an offset of a text of data touches; broken syntax hides little else. */
export function spotIn(text: string, offset: number): DataSpot | undefined {
  let document: Document;
  try {
    document = parseDocument(text, { prettyErrors: false, schema: 'failsafe', logLevel: 'error' });
  } catch {
    return undefined;
  }
  let found: DataSpot | undefined;
  visit(document, {
    Scalar: (key, { range, type }, ancestors) => {
      if (range === null || range === undefined || offset < range[0] || offset > range[1]) return;
      const mark = type?.startsWith('QUOTE') === true ? 1 : 0;
      const path = ancestors.flatMap((node, index): PropertyKey[] => {
        const child: unknown = ancestors[index + 1];
        if (isSeq(node) && child !== undefined) return [node.items.indexOf(child)];
        return isPair(node) && isScalar(node.key) ? [String(node.key.value)] : [];
      });
      if (typeof key === 'number') path.push(key);
      found = { path, isKey: key === 'key', start: range[0] + mark, end: range[1] - mark };
      return visit.BREAK;
    },
  });
  return found;
}
