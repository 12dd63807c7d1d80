/**
 * Sets straight quotation marks, apostrophes and three dots as a printer does. A mark is one
 * character and stays one, so that no place moves; what may be read in two ways stays as it was typed.
 */
import type { ElementContent, Text } from 'hast';
import { alignTexts } from './alignment.ts';
import { isBlock } from './elements.ts';

// What is no text counts as a letter, as code does, or as a space, as a line break does.
const word = '\uE002';
const space = '\n';

/** Sets the marks in every paragraph, heading and cell of a tree, in place. */
export function setPunctuation(nodes: readonly ElementContent[], source: string): void {
  const run = new Run(source);
  for (const node of nodes) visit(node, run);
  run.end();
}

function visit(node: ElementContent, run: Run): void {
  const children = 'children' in node ? (node.children as ElementContent[]) : [];
  if (node.type === 'text') return run.add(node);
  if (node.type === 'element' && node.tagName === 'br') return run.skip(space);
  if (node.type === 'element' && node.tagName === 'code') run.skip(word);
  else if (isBlock(node)) {
    run.end();
    for (const child of children) visit(child, run);
    run.end();
  } else if (children.length > 0) for (const child of children) visit(child, run);
  else if (node.type !== 'comment' && !node.type.endsWith('Expression')) run.skip(word);
}

/** The letters of one paragraph, which links and emphasis divide into several nodes. */
class Run {
  readonly #source: string;
  #text = '';
  #nodes: { node: Text; start: number }[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  add(node: Text): void {
    this.#nodes.push({ node, start: this.#text.length });
    this.#text += node.value;
  }

  skip(stand: string): void {
    this.#text += stand;
  }

  end(): void {
    if (/["']|\.\.\./.test(this.#text)) {
      const set = setQuotes(this.#text, (offset) => this.#isEscaped(offset));
      for (const { node, start } of this.#nodes)
        node.value = set.slice(start, start + node.value.length).replaceAll('...', '…');
    }
    this.#text = '';
    this.#nodes = [];
  }

  // A mark that was written as \\" or as an entity is meant as it is.
  #isEscaped(offset: number): boolean {
    const found = this.#nodes.findLast(({ start }) => start <= offset);
    if (found?.node.position === undefined) return false;
    const { value, position } = found.node;
    const raw = this.#source.slice(position.start.offset, position.end.offset);
    if (raw.length === value.length) return false;
    const at = alignTexts(raw, 0, value)(offset - found.start);
    return raw.charAt(at - 1) === '\\' || raw.charAt(at) === '&';
  }
}

const single = "'";
const double = '"';

// Words that lost their first letters, and years that lost their century.
const elided = /'(?:tis|twas|twere|twill|em|til|till|n|\d\ds)(?![\p{L}\p{N}'])/iuy;
const year = /^'\d\d(?!\p{N})/u;
// Rock 'n' roll.
const and = /(?<=[\p{L}\p{N}] )'n'(?= [\p{L}\p{N}])/giu;
// 5'10", 4' 33": feet and inches, minutes and seconds.
const pair = /(?<![\p{L}\p{N}.,'])(\d+)'(\s?)(\d{1,2}(?:\.\d+)?)"(?![\p{L}\p{N}])/gu;
// A number that a mark of length may stand behind.
const number = /(?<![\p{L}\p{N}.,'"])(?:\d{1,3}(?:,\d{3})*(?:\.\d+)?\s?[¼½¾⅓⅔⅛⅜⅝⅞]?|[¼½¾⅓⅔⅛⅜⅝⅞])$/u;
const letter = /[\p{L}\p{N}\uE002]/u;
const opener = /[\s([{<«‹“‘/–—…-]/;

/**
 * Sets the marks of one paragraph, heading or cell.
 * @param text its letters, those of links and emphasis included
 * @param isLiteral whether the mark at an offset was escaped, and stays straight
 */
export function setQuotes(text: string, isLiteral: (offset: number) => boolean): string {
  const letters = text.split('');
  const put = (at: number, mark: string): void => {
    if (!isLiteral(at)) letters[at] = mark;
  };
  for (const match of text.matchAll(pair)) {
    put(match.index + (match[1] ?? '').length, '′');
    put(match.index + match[0].length - 1, '″');
  }
  for (const { index } of text.matchAll(and)) {
    put(index, '’');
    put(index + 2, '’');
  }
  const isLeft = (at: number): boolean => {
    const mark = letters[at];
    return (mark === double || mark === single) && !isLiteral(at);
  };
  setMarks(letters, text, isLeft, double, { open: '“', close: '”', length: '″' });
  for (let at = text.indexOf(single); at !== -1; at = text.indexOf(single, at + 1)) {
    if (!isLeft(at)) continue;
    elided.lastIndex = at;
    const isElided = !letter.test(text.charAt(at - 1)) && elided.test(text);
    const isInside = letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at + 1));
    if (isElided || isInside) put(at, '’');
  }
  setMarks(letters, text, isLeft, single, { open: '‘', close: '’', length: '′' });
  return letters.join('');
}

type Kind = 'opens' | 'closes' | 'length' | 'either' | 'neither';

// Marks of one kind, from one that opens to the next: which of them closes, and which are lengths.
function setMarks(
  letters: string[],
  text: string,
  isLeft: (at: number) => boolean,
  mark: string,
  signs: { open: string; close: string; length: string },
): void {
  const marks: { at: number; kind: Kind }[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1))
    if (isLeft(at)) marks.push({ at, kind: kindOf(letters, text, at) });
  for (let first = 0; first < marks.length;) {
    const isOpen = marks[first]?.kind === 'opens';
    let next = isOpen ? first + 1 : first;
    while (next < marks.length && marks[next]?.kind !== 'opens') next += 1;
    setSegment(letters, marks.slice(first, next), isOpen, mark, signs);
    first = next;
  }
}

function setSegment(
  letters: string[],
  marks: readonly { at: number; kind: Kind }[],
  isOpen: boolean,
  mark: string,
  { open, close, length }: { open: string; close: string; length: string },
): void {
  const behind = isOpen ? marks.slice(1) : marks;
  const closing = behind.findIndex(({ kind }) => kind === 'closes');
  const either = behind.filter(({ kind }) => kind === 'either');
  // Of two marks behind numbers nobody can say which one closes.
  if (isOpen && closing === -1 && either.length > 1) return;
  // An apostrophe at the start of a word opens nothing, and that of a plural closes no year.
  const isApostrophe =
    isOpen &&
    mark === single &&
    (isYear(letters, marks)
      ? behind.every(({ at }) => isPlural(letters, at))
      : behind.length === 0);
  marks.forEach(({ at, kind }, index) => {
    if (kind === 'opens') letters[at] = isApostrophe ? close : open;
    else if (kind === 'closes') letters[at] = close;
    else if (kind === 'length') letters[at] = length;
    else if (kind === 'either')
      letters[at] = isOpen && closing === -1 && index > 0 ? close : length;
  });
}

function isYear(letters: readonly string[], [first]: readonly { at: number }[]): boolean {
  return first !== undefined && year.test(letters.slice(first.at, first.at + 4).join(''));
}

function isPlural(letters: readonly string[], at: number): boolean {
  return (
    letters[at - 1] === 's' &&
    /\s/.test(letters[at + 1] ?? '') &&
    letter.test(letters[at + 2] ?? '')
  );
}

function kindOf(letters: readonly string[], text: string, at: number): Kind {
  const before = letters[at - 1] ?? ' ';
  const after = text.charAt(at + 1) || ' ';
  const mark = text.charAt(at);
  if (before === mark || after === mark) return 'neither';
  if (opener.test(before) || isOpeningQuote(letters, at - 1)) {
    const isDash = /[–—…/-]/.test(before);
    if (/\s/.test(after)) return isDash ? 'closes' : 'neither';
    return isDash && !letter.test(after) && !/[“‘"'([]/.test(after) ? 'closes' : 'opens';
  }
  const isNumber = number.test(text.slice(Math.max(0, at - 20), at));
  // Between two letters no quotation begins or ends, but a length may.
  if (letter.test(after)) return isNumber ? 'length' : 'neither';
  return isNumber ? 'either' : 'closes';
}

// A mark that is still straight, at a place where one would open.
function isOpeningQuote(letters: readonly string[], at: number): boolean {
  return /["']/.test(letters[at] ?? '') && opener.test(letters[at - 1] ?? ' ');
}
