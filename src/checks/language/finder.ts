/**
 * Looks for many patterns in many sentences. To try hundreds of them on each would take minutes, so
 * a pattern is tried only where all stands that it cannot do without: the words in it, a digit, a
 * sign. Those are read from the pattern itself.
 */

/** Finds all places of some patterns in a text, in order. */
export type Finder = (text: string) => RegExpMatchArray[];

// What a pattern needs: one hint of each list.
type Needs = readonly (readonly string[])[];

const digit = '0';
const sign = '$';

/**
 * @param patterns sources of regular expressions, read with the flags g, i and u; what they divide
 *   by `|` is tried one by one
 */
export function finderOf(patterns: readonly string[]): Finder {
  const finder = addRows(
    patterns.flatMap((pattern) => alternativesOf(piecesOf(pattern)).flatMap(spread)),
  );
  return (text) => matchesIn(rowsFor(text)[finder], text);
}

/** Tries patterns as they stand; of two that fit at one place the earlier comes first. */
export function wholeFinderOf(patterns: readonly string[]): Finder {
  const finder = addRows(patterns.map((pattern) => piecesOf(`(?:${pattern})`)));
  return (text) =>
    matchesIn(
      rowsFor(text)[finder]?.sort((a, b) => a.number - b.number),
      text,
    );
}

function addRows(patterns: readonly Pieces[]): number {
  const finder = finders;
  finders += 1;
  byText.clear();
  for (const [number, pieces] of patterns.entries()) {
    const needs = needsIn(pieces, true).toSorted((a, b) => burden(a) - burden(b));
    // What stands everywhere tells little.
    const telling = needs.filter((hints, at) => at === 0 || burden(hints) < 4 * everywhere);
    const row: Row = { finder, number, source: pieces.join(''), needs: telling.map(needOf) };
    const [first] = row.needs;
    if (first === undefined) always.push(row);
    else (byNeed[first] ??= []).push(row);
  }
  return finder;
}

function matchesIn(rows: readonly Row[] | undefined, text: string): RegExpMatchArray[] {
  if (rows === undefined) return nowhere;
  const found = rows.flatMap((row) => matchesOf(row, text));
  return found.sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
}

const nowhere: RegExpMatchArray[] = [];

// One pattern of one finder. Most are met by no text, and to make a regular expression takes time.
interface Row {
  finder: number;
  /** Its number in the finder. */
  number: number;
  source: string;
  regex?: RegExp;
  needs: readonly number[];
}

// To match all by name would make a new regular expression for each text.
function matchesOf(row: Row, text: string): RegExpMatchArray[] {
  const regex = expressionOf(row);
  const found: RegExpMatchArray[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    found.push(match);
    if (match[0] === '')
      regex.lastIndex =
        match.index + String.fromCodePoint(text.codePointAt(match.index) ?? 0).length;
  }
  return found;
}

/** Every pattern of all finders, made ready. */
export function allExpressions(): RegExp[] {
  return [...always, ...byNeed.flat()].map(expressionOf);
}

function expressionOf(row: Row): RegExp {
  return (row.regex ??= new RegExp(inSets(row.source), 'giv'));
}

// The flag v makes ready in a fifth of the time what u does, of letters of all scripts in either
// case; in its classes more signs want an escape.
function inSets(source: string): string {
  return piecesOf(source)
    .map((piece) =>
      piece.startsWith('[') && piece.length > 1
        ? `[${piece.slice(1, -1).replace(setSigns, (part, escaped) => (escaped === undefined ? `\\${part}` : part))}]`
        : piece,
    )
    .join('');
}
const setSigns = /(\\p\{\w+\}|\\.)|[()[\]{}/|]|(?<=^\^?|\\\w|\})-|-$/gsu;

let finders = 0;
const always: Row[] = [];
const byNeed: Row[][] = [];

// Needs by their number, which of them a hint meets, and which of them each known word meets.
const numbers = new Map<string, number>();
const byStart = new Map<string, number[]>();
const byPart = new Map<string, number[]>();
const byWord = new Map<string, readonly number[]>();
const byText = new Map<string, readonly (Row[] | undefined)[]>();
const most = 10_000;

function needOf(hints: readonly string[]): number {
  const key = hints.join(' ');
  const earlier = numbers.get(key);
  if (earlier !== undefined) return earlier;
  const number = numbers.size;
  numbers.set(key, number);
  byWord.clear();
  for (const hint of new Set(hints)) {
    const isStart = hint.startsWith('^');
    const map = isStart ? byStart : byPart;
    const word = isStart ? hint.slice(1) : hint;
    const some = map.get(word);
    if (some === undefined) map.set(word, [number]);
    else some.push(number);
  }
  return number;
}

// All rules ask for the same text one after the other: what each of them has to try is found once.
function rowsFor(text: string): readonly (Row[] | undefined)[] {
  const earlier = byText.get(text);
  if (earlier !== undefined) return earlier;
  const once: number[] = [];
  const add = (needs: readonly number[]): void => {
    for (const need of needs)
      if (isMet[need] !== true) {
        isMet[need] = true;
        once.push(need);
      }
  };
  for (const word of text.split(/[^a-zµμ\u00DF-\u024F]+/i))
    if (word.length > 1) add(needsMetBy(word));
  if (/\d/.test(text)) add(needsMetBy(digit));
  if (/[\p{Sc}\p{So}]/u.test(text)) add(needsMetBy(sign));
  const rows: Row[][] = [];
  const tryRow = (row: Row): void => {
    (rows[row.finder] ??= []).push(row);
  };
  always.forEach(tryRow);
  for (const need of once)
    for (const row of byNeed[need] ?? [])
      if (row.needs.every((one) => isMet[one] === true)) tryRow(row);
  for (const need of once) isMet[need] = false;
  if (byText.size > most) byText.clear();
  byText.set(text, rows);
  return rows;
}

const isMet: boolean[] = [];

function needsMetBy(written: string): readonly number[] {
  const earlier = byWord.get(written);
  if (earlier !== undefined) return earlier;
  const word = written.toLowerCase();
  const starts = Array.from({ length: word.length }, (_, end) => word.slice(0, end + 1));
  const met = new Set([
    ...starts.flatMap((start) => byStart.get(start) ?? []),
    ...[...byPart].flatMap(([part, some]) => (word.includes(part) ? some : [])),
  ]);
  if (byWord.size > most) byWord.clear();
  byWord.set(written, [...met]);
  return [...met];
}

// How often a list of hints is met, roughly: short words stand everywhere.
function burden(hints: readonly string[]): number {
  return hints.reduce(
    (sum, hint) => sum + (hint.length < 5 || common.has(hint) ? everywhere : 1),
    0,
  );
}
const everywhere = 50;
const common = new Set(
  'your that this with from runners runner more best have than they these when what will only were'
    .split(' ')
    .map((word) => `^${word}`),
);

function rarest(all: Needs): readonly string[] | undefined {
  return all.toSorted((a, b) => burden(a) - burden(b))[0];
}

// What pieces divide by "|", outside brackets.
function alternativesOf(pieces: Pieces): Pieces[] {
  const parts: Pieces[] = [];
  let depth = 0;
  let from = 0;
  pieces.forEach((piece, at) => {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (piece !== '|' || depth > 0) return;
    parts.push(pieces.slice(from, at));
    from = at + 1;
  });
  return [...parts, pieces.slice(from)];
}

// `\b(?:a|b) c` as `\b(?:a) c` and `\b(?:b) c`, so that each needs little.
function spread(pieces: Pieces): Pieces[] {
  const open = pieces[0] === '\\b' ? 1 : 0;
  const length = pieces[open] === '(' ? headLength(pieces, open) : 1;
  if (length === 1 || !/^\(\?(?::|<\w)/.test(pieces.slice(open, open + length).join('')))
    return [pieces];
  const end = closing(pieces, open);
  if (/^[?*+{]$/.test(pieces[end + 1] ?? '')) return [pieces];
  const head = pieces.slice(0, open + length);
  const rest = pieces.slice(end);
  return alternativesOf(pieces.slice(open + length, end))
    .flatMap(spread)
    .map((option) => [...head, ...option, ...rest]);
}

// Single signs, escapes and classes; a class may hold any sign.
type Pieces = readonly string[];

function piecesOf(source: string): Pieces {
  return source.match(/\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]|./gsu) ?? [];
}

// Pieces of what opens a group: `(`, `(?:`, `(?<name>`, `(?=`, `(?<!` and their like.
function headLength(pieces: Pieces, at: number): number {
  if (pieces[at + 1] !== '?') return 1;
  if (pieces[at + 2] !== '<') return 3;
  return /^[=!]$/.test(pieces[at + 3] ?? '') ? 4 : pieces.indexOf('>', at) - at + 1;
}

/** What a text must hold for a pattern to fit, a list of hints each; "^" marks the start of a word. */
export function needsOf(source: string): Needs {
  return needsIn(piecesOf(source), true);
}

// Patterns share their parts.
const byGroup = new Map<string, Needs[]>();

function needsOfOptions(inner: Pieces, opensWord: boolean): Needs[] {
  const key = `${opensWord ? '^' : ''}${inner.join('')}`;
  const earlier = byGroup.get(key);
  if (earlier !== undefined) return earlier;
  const needs = alternativesOf(inner).map((option) => needsIn(option, opensWord));
  byGroup.set(key, needs);
  return needs;
}

function needsIn(pieces: Pieces, opensWord: boolean): Needs {
  const needs: (readonly string[])[] = [];
  let run = '';
  let isStart = opensWord;
  let wasStart = opensWord;
  const close = (): void => {
    if (run.length > 2 || (wasStart && run.length === 2))
      needs.push([`${wasStart ? '^' : ''}${run}`]);
    run = '';
  };
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    if (/^\p{L}$/u.test(piece)) {
      const isOptional = /^[?*{]$/.test(pieces[at + 1] ?? '');
      if (run === '') wasStart = isStart;
      if (!isOptional) run += piece.toLowerCase();
      else close();
      isStart = false;
      continue;
    }
    close();
    if (piece === '(') {
      const end = closing(pieces, at);
      const length = headLength(pieces, at);
      const inner = pieces.slice(at + length, end);
      const after = pieces[end + 1] ?? '';
      const isLook = length > 1 && /^[=!]$/.test(pieces[at + length - 1] ?? '');
      const isOptional = /^[?*]$/.test(after) || (after === '{' && pieces[end + 2] === '0');
      if (!isLook && !isOptional) {
        const options = needsOfOptions(inner, isStart);
        const hints = options.map(rarest);
        if (options.length === 1) needs.push(...(options[0] ?? []));
        else if (hints.every((some) => some !== undefined)) needs.push(hints.flat());
      }
      if (!isLook) isStart = /^(?:\s|\\s)$/.test(inner.at(-1) ?? '') && (isStart || !isOptional);
      at = end;
      if (after === '{') at = pieces.indexOf('}', end);
      continue;
    }
    if (piece === '{') {
      at = pieces.indexOf('}', at);
      continue;
    }
    const isOptional =
      /^[?*]$/.test(pieces[at + 1] ?? '') || (pieces[at + 1] === '{' && pieces[at + 2] === '0');
    if (!isOptional && (piece === '\\d' || /^\d$/.test(piece))) needs.push([digit]);
    if (!isOptional && /^(?:\\p\{Sc\}|\[\p{So}+\])$/u.test(piece)) needs.push([sign]);
    if (/^(?:\\b|\\s|[\s-]|\[- \])$/.test(piece)) isStart = isStart || !isOptional;
    else if (!/^[?*+]$/.test(piece)) isStart = false;
  }
  close();
  return needs;
}

function closing(pieces: Pieces, from: number): number {
  let depth = 0;
  for (let at = from; at < pieces.length; at += 1) {
    if (pieces[at] === '(') depth += 1;
    if (pieces[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return pieces.length;
}
