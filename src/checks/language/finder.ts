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
  const rows = patterns
    .flatMap(alternativesOf)
    .flatMap(spread)
    .map((source) => {
      const needs = needsOf(source).toSorted((a, b) => burden(a) - burden(b));
      // What stands everywhere tells little.
      const telling = needs.filter((hints, at) => at === 0 || burden(hints) < 4 * everywhere);
      return { regex: new RegExp(source, 'giu'), needs: telling.map(needOf) };
    });
  const always = rows.filter(({ needs }) => needs.length === 0);
  const byNeed: (typeof rows)[] = [];
  for (const row of rows) for (const need of row.needs.slice(0, 1)) (byNeed[need] ??= []).push(row);
  return (text) => {
    const met = needsMetIn(text);
    const tried = [...always];
    for (const need of met)
      for (const row of byNeed[need] ?? [])
        if (row.needs.every((one) => met.includes(one))) tried.push(row);
    if (tried.length === 0) return nowhere;
    const found = tried.flatMap(({ regex }) =>
      text.search(regex) === -1 ? nowhere : [...text.matchAll(regex)],
    );
    return found.sort((a, b) => (a.index ?? 0) - (b.index ?? 0));
  };
}

const nowhere: RegExpMatchArray[] = [];

// Needs by their number, which of them a hint meets, and which of them each known word meets.
const numbers = new Map<string, number>();
const byStart = new Map<string, number[]>();
const byPart = new Map<string, number[]>();
const byWord = new Map<string, readonly number[]>();
const byText = new Map<string, readonly number[]>();
const most = 10_000;

function needOf(hints: readonly string[]): number {
  const key = hints.join(' ');
  const earlier = numbers.get(key);
  if (earlier !== undefined) return earlier;
  const number = numbers.size;
  numbers.set(key, number);
  byWord.clear();
  byText.clear();
  for (const hint of new Set(hints)) {
    const isStart = hint.startsWith('^');
    const map = isStart ? byStart : byPart;
    const word = isStart ? hint.slice(1) : hint;
    map.set(word, [...(map.get(word) ?? []), number]);
  }
  return number;
}

// All rules ask for the same text one after the other.
function needsMetIn(text: string): readonly number[] {
  const earlier = byText.get(text);
  if (earlier !== undefined) return earlier;
  const once: number[] = [];
  const add = (needs: readonly number[]): void => {
    for (const need of needs)
      if (!isMet[need]) {
        isMet[need] = true;
        once.push(need);
      }
  };
  for (const word of text.split(/[^a-z\u00DF-\u024F]+/i))
    if (word.length > 1) add(needsMetBy(word));
  if (/\d/.test(text)) add(needsMetBy(digit));
  if (/[\p{Sc}\p{So}]/u.test(text)) add(needsMetBy(sign));
  for (const need of once) isMet[need] = false;
  if (byText.size > most) byText.clear();
  byText.set(text, once);
  return once;
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

// What a source divides by "|", outside brackets.
function alternativesOf(source: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const { text } of piecesOf(source)) {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (text === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += text;
  }
  return parts;
}

// `\b(?:a|b) c` as `\b(?:a) c` and `\b(?:b) c`, so that each needs little.
function spread(source: string): string[] {
  const head = /^(?:\\b)?\(\?(?::|<\w+>)/.exec(source)?.[0];
  if (head === undefined) return [source];
  const pieces = piecesOf(source).map(({ text }) => text);
  const end = closing(pieces, pieces.indexOf('('));
  if (/^[?*+{]$/.test(pieces[end + 1] ?? '')) return [source];
  const rest = pieces.slice(end).join('');
  const inner = pieces.slice(0, end).join('').slice(head.length);
  return alternativesOf(inner)
    .flatMap(spread)
    .map((option) => `${head}${option}${rest}`);
}

// Single signs, escapes and classes; a class may hold any sign.
function piecesOf(source: string): { text: string }[] {
  return [...source.matchAll(/\\p\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]|./gsu)].map(([text]) => ({
    text,
  }));
}

/** What a text must hold for a pattern to fit, a list of hints each; "^" marks the start of a word. */
export function needsOf(source: string, opensWord = true): Needs {
  const pieces = piecesOf(source).map(({ text }) => text);
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
      const head = /^\((?:\?(?::|<\w+>|<?[=!]))?/.exec(pieces.slice(at, end).join(''))?.[0] ?? '(';
      const inner = pieces.slice(at, end).join('').slice(head.length);
      const after = pieces[end + 1] ?? '';
      const isLook = /[=!]$/.test(head);
      const isOptional = /^[?*]$/.test(after) || (after === '{' && pieces[end + 2] === '0');
      if (!isLook && !isOptional) {
        const options = alternativesOf(inner).map((option) => needsOf(option, isStart));
        const hints = options.map(rarest);
        if (options.length === 1) needs.push(...(options[0] ?? []));
        else if (hints.every((some) => some !== undefined)) needs.push(hints.flat());
      }
      if (!isLook) isStart = /(?:\s|\\s)$/.test(inner) && (isStart || !isOptional);
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

function closing(pieces: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < pieces.length; at += 1) {
    if (pieces[at] === '(') depth += 1;
    if (pieces[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return pieces.length;
}
