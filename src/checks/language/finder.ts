/**
 * Looks for many patterns in many sentences. To try hundreds of them on each would take minutes, so
 * a pattern is tried only where all stands that it cannot do without: the words in it, a digit, a
 * sign. Those are read from the pattern itself.
 */

import { digit, HintTree, sign } from './hints.ts';

/** Finds all places of some patterns in a text, in order. */
export type Finder = (text: string) => RegExpMatchArray[];

// What a pattern needs: one hint of each list.
type Needs = readonly (readonly string[])[];

/**
 * @param patterns sources of regular expressions, read with the flags g, i and u; what they divide
 *   by `|` is tried one by one
 */
export function finderOf(patterns: readonly string[]): Finder {
  const finder = addFinder(() =>
    patterns.flatMap((pattern) => alternativesOf(piecesOf(pattern)).flatMap(spread)),
  );
  return (text) => matchesIn(rowsFor(text)[finder], text);
}

/** Tries patterns as they stand; of two that fit at one place the earlier comes first. */
export function wholeFinderOf(patterns: readonly string[]): Finder {
  const finder = addFinder(() =>
    patterns.map((pattern) => ({ lead: piecesOf(`(?:${pattern})`), rest: noPieces })),
  );
  return (text) =>
    matchesIn(
      rowsFor(text)[finder]?.sort((a, b) => a.number - b.number),
      text,
    );
}

// Of what nobody looks for nothing is taken apart: where all was found before, that is half of the start.
const waiting: (() => void)[] = [];

function addFinder(patternsOf: () => readonly Pattern[]): number {
  const finder = finders;
  finders += 1;
  waiting.push(() => addRows(finder, patternsOf()));
  return finder;
}

function allHints(): HintTree {
  if (tree !== undefined && waiting.length === 0) return tree;
  for (const add of waiting.splice(0)) add();
  byText.clear();
  return (tree = new HintTree(needsOfHint));
}

function addRows(finder: number, patterns: readonly Pattern[]): void {
  for (const [number, pattern] of patterns.entries()) {
    const needs = needsOfPattern(pattern).toSorted((a, b) => burden(a) - burden(b));
    // What stands everywhere tells little.
    const telling = needs.filter((hints, at) => at === 0 || burden(hints) < 4 * everywhere);
    const row: Row = { finder, number, pattern, needs: telling.map(needOf) };
    const [first] = row.needs;
    if (first === undefined) always.push(row);
    else (byNeed[first] ??= []).push(row);
  }
}

function matchesIn(rows: readonly Row[] | undefined, text: string): RegExpMatchArray[] {
  if (rows === undefined) return nowhere;
  const found: RegExpMatchArray[] = [];
  for (const row of rows) addMatches(row, text, found);
  return found.length > 1 ? found.sort((a, b) => (a.index ?? 0) - (b.index ?? 0)) : found;
}

const nowhere: RegExpMatchArray[] = [];

// One pattern of one finder. Most are met by no text, and to make a regular expression takes time.
interface Row {
  finder: number;
  /** Its number in the finder. */
  number: number;
  pattern: Pattern;
  regex?: RegExp;
  needs: readonly number[];
}

// To match all by name would make a new regular expression for each text.
function addMatches(row: Row, text: string, found: RegExpMatchArray[]): void {
  const regex = expressionOf(row);
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    found.push(match);
    if (match[0] === '')
      regex.lastIndex =
        match.index + String.fromCodePoint(text.codePointAt(match.index) ?? 0).length;
  }
}

/** Every pattern of all finders, made ready. */
export function allExpressions(): RegExp[] {
  allHints();
  return [...always, ...byNeed.flat()].map(expressionOf);
}

function expressionOf(row: Row): RegExp {
  return (row.regex ??= new RegExp(inSets([...row.pattern.lead, ...row.pattern.rest]), 'giv'));
}

// The flag v makes ready in a fifth of the time what u does, of letters of all scripts in either
// case; in its classes more signs want an escape.
function inSets(pieces: Pieces): string {
  return pieces
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

// Needs by their number, and which of them each hint meets.
const numbers = new Map<string, number>();
const needsOfHint = new Map<string, number[]>();
const numberOf = new Map<readonly string[], number>();

function needOf(hints: readonly string[]): number {
  const earlier = numberOf.get(hints);
  if (earlier !== undefined) return earlier;
  const key = hints.join(' ');
  const number = numbers.get(key) ?? numbers.size;
  numberOf.set(hints, number);
  if (number < numbers.size) return number;
  numbers.set(key, number);
  for (const hint of new Set(hints)) {
    const needs = needsOfHint.get(hint);
    if (needs === undefined) needsOfHint.set(hint, [number]);
    else needs.push(number);
  }
  return number;
}

// All rules ask for the same texts one after the other: what each of them has to try is found once.
const byText = new Map<string, readonly (Row[] | undefined)[]>();
// A document has some hundreds, and a small map answers sooner.
const most = 1000;
const isMet: boolean[] = [];
let tree: HintTree | undefined;

function rowsFor(text: string): readonly (Row[] | undefined)[] {
  const hints = allHints();
  const earlier = byText.get(text);
  if (earlier !== undefined) return earlier;
  const met = hints.metBy(text, isMet);
  const rows: Row[][] = [];
  const tryRow = (row: Row): void => {
    (rows[row.finder] ??= []).push(row);
  };
  always.forEach(tryRow);
  for (const need of met)
    for (const row of byNeed[need] ?? [])
      if (row.needs.every((one) => isMet[one] === true)) tryRow(row);
  for (const need of met) isMet[need] = false;
  if (byText.size >= most) byText.clear();
  byText.set(text, rows);
  return rows;
}

// How often a list of hints is met, roughly: short words stand everywhere.
function burden(hints: readonly string[]): number {
  const known = burdens.get(hints);
  if (known !== undefined) return known;
  const sum = hints.reduce(
    (total, hint) => total + (hint.length < 5 || common.has(hint) ? everywhere : 1),
    0,
  );
  burdens.set(hints, sum);
  return sum;
}
const burdens = new Map<readonly string[], number>();
const everywhere = 50;
const common = new Set(
  'your that this with from runners runner more best have than they these when what will only were'
    .split(' ')
    .map((word) => `^${word}`),
);

function rarest(all: Needs): readonly string[] | undefined {
  let [found] = all;
  for (const hints of all) if (found !== undefined && burden(hints) < burden(found)) found = hints;
  return found;
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

// A pattern in two: patterns that begin differently and go on alike share the pieces of their rest, which
// begins behind an alternative.
interface Pattern {
  lead: Pieces;
  rest: Pieces;
}
const noPieces: Pieces = [];

// `\b(?:a|b) c` as `\b(?:a) c` and `\b(?:b) c`, so that each needs little.
function spread(pieces: Pieces): Pattern[] {
  const whole = { lead: pieces, rest: noPieces };
  const open = pieces[0] === '\\b' ? 1 : 0;
  const length = pieces[open] === '(' ? headLength(pieces, open) : 1;
  if (length === 1 || !/^\(\?(?::|<\w)/.test(pieces.slice(open, open + length).join('')))
    return [whole];
  const end = closing(pieces, open);
  if (/^[?*+{]$/.test(pieces[end + 1] ?? '')) return [whole];
  const head = pieces.slice(0, open + length);
  const rest = pieces.slice(end);
  return alternativesOf(pieces.slice(open + length, end))
    .flatMap(spread)
    .map((option) => ({ lead: [...head, ...option.lead, ...option.rest], rest }));
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

function needsOfPattern({ lead, rest }: Pattern): Needs {
  if (rest.length === 0) return needsIn(lead, true);
  // Behind the bracket that closes an alternative a word begins where the alternative ends in a space.
  const opensWord = isSpace(lead.at(-1));
  const known = opensWord ? byRest.behindSpace : byRest.behindWord;
  const earlier = known.get(rest) ?? needsIn(rest.slice(1), opensWord);
  known.set(rest, earlier);
  return [...needsIn([...lead, ')'], true), ...earlier];
}

const isSpace = (piece = ''): boolean => /^(?:\s|\\s)$/.test(piece);

// Patterns share their parts.
const byRest = { behindSpace: new Map<Pieces, Needs>(), behindWord: new Map<Pieces, Needs>() };
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
      if (!isLook) isStart = isSpace(inner.at(-1)) && (isStart || !isOptional);
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
