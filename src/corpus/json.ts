/** What keeps a text from being JSON: each fault at its place, in words for its author. */
import { LineIndex } from '../document/line-index.ts';
import { editAt, safe } from '../document/mend.ts';
import type { Diagnostic, Mend } from '../problem.ts';

// What broke the syntax once often breaks all that follows: the first places tell enough.
const mostDiagnostics = 20;
const mostFaults = 100;

/**
 * Faults of JSON's syntax, the first of each line; none where every program can read it. YAML, in
 * which places are looked up, takes more for JSON than Zotero and pandoc do.
 */
export function jsonDiagnostics(text: string): Diagnostic[] {
  try {
    JSON.parse(text);
    return [];
  } catch {
    // Engines name one place, each in its own way, or none.
  }
  const lines = new LineIndex(text);
  return new Faults(text)
    .find()
    .sort((a, b) => a.at - b.at)
    .map(({ at, message, fix, change }) => ({
      rule: 'data-syntax',
      ...lines.position(at),
      message: `broken JSON: ${message}`,
      fix,
      mend: change && mendOf(change, lines),
    }))
    .filter(({ line }, index, all) => all[index - 1]?.line !== line)
    .slice(0, mostDiagnostics);
}

interface Fault {
  at: number;
  message: string;
  fix: string;
  change?: Change | undefined;
}

/** What stands between two offsets and what JSON writes in its place. */
type Change = readonly [start: number, end: number, text: string];

function mendOf([start, end, text]: Change, lines: LineIndex): Mend {
  const why = 'JSON writes the same in one way only.';
  return safe(
    why,
    editAt((offset) => lines.position(offset), start, end, text),
  );
}

// A text whose marks are not JSON's, between JSON's own; undefined where it holds what would end it.
function requoted(text: string, at: number): Change | undefined {
  const inside = text.slice(1, -1);
  const isClosed = /^(?:'[^']*'|[“”„][^“”„]*[“”]|[‘’][^‘’]*[‘’])$/u.test(text);
  return isClosed && !/["\\]/.test(inside) ? [at, at + text.length, `"${inside}"`] : undefined;
}

const token =
  /[ \t\r\n]+|\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\r\n]|\\[^\r\n])*"?|'(?:[^'\\\r\n]|\\[^\r\n])*'?|[“”„‘’][^“”‘’"\r\n]*[“”‘’"]?|[[\]{}:,]|[^\s[\]{}:,"'“”]+|[\s\S]/gu;
const closing: Record<string, string> = { '[': ']', '{': '}' };
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** What may come next; a list may end where its first value may stand. */
type Wanted = 'value' | 'first' | 'name' | 'colon' | 'comma' | 'end';

// Goes through the text once and on after each fault, as if it had been mended.
class Faults {
  readonly #text: string;
  readonly #found: Fault[] = [];
  readonly #open: { bracket: string; at: number }[] = [];
  #wanted: Wanted = 'value';
  /** Where the last word of JSON began and ended. */
  #last = { at: 0, end: 0, text: '' };

  constructor(text: string) {
    this.#text = text;
  }

  find(): Fault[] {
    for (const { 0: text, index: at } of this.#text.matchAll(token)) {
      if (/^[ \t\r\n]/.test(text)) continue;
      if (this.#found.length > mostFaults) return this.#found;
      if (text.trim() === '') {
        this.#report(at, 'a space that JSON does not know.', 'Write a plain one.', [
          at,
          at + text.length,
          ' ',
        ]);
        continue;
      }
      if (/^\/[/*]/.test(text)) {
        this.#report(at, 'a comment.', 'Delete it; JSON has none.');
        continue;
      }
      if (this.#wanted === 'end') {
        this.#report(
          at,
          'something stands behind its end.',
          'Delete what stands behind the last bracket.',
        );
        return this.#found;
      }
      this.#take(text, at);
      this.#last = { at, end: at + text.length, text };
    }
    const open = this.#open.at(-1);
    if (open !== undefined)
      this.#report(
        this.#last.at,
        `"${open.bracket}" on line ${this.#lineOf(open.at)} is not closed.`,
        `Close it with "${closing[open.bracket] ?? ''}".`,
      );
    else if (this.#wanted !== 'end')
      this.#report(this.#last.at, 'a value is missing.', 'Write it.');
    return this.#found;
  }

  #take(text: string, at: number): void {
    if (text === ',') this.#comma(at);
    else if (text === ':') this.#colon(at);
    else if (text === ']' || text === '}') this.#close(text, at);
    else {
      this.#separate();
      if (text === '[' || text === '{') {
        if (this.#wanted === 'name')
          this.#report(
            at,
            `"${text}" stands where a name should.`,
            'Give it a "name" and a colon.',
          );
        this.#open.push({ bracket: text, at });
        this.#wanted = 'first';
        return;
      }
      const isName = this.#wanted === 'name' || (this.#wanted === 'first' && this.#isIn('{'));
      this.#word(text, at, isName);
      if (isName) this.#wanted = 'colon';
      else this.#end();
    }
  }

  // Two values without a comma, or a name without its colon.
  #separate(): void {
    if (this.#wanted === 'colon') {
      this.#report(this.#last.at, 'a colon is missing behind the name.', 'Write "name": value.');
      this.#wanted = 'value';
    }
    if (this.#wanted !== 'comma') return;
    const { at, end } = this.#last;
    this.#report(at, 'a comma is missing behind this.', 'Put it between the two.', [end, end, ',']);
    this.#next();
  }

  #comma(at: number): void {
    if (this.#wanted === 'comma') this.#next();
    else if (this.#wanted === 'colon' || this.#last.text === ':') {
      this.#report(at, 'a value is missing before the comma.', 'Write it, or delete the field.');
      this.#next();
    } else this.#report(at, 'a comma too many.', 'Delete it.', [at, at + 1, '']);
  }

  #colon(at: number): void {
    if (this.#wanted === 'colon') this.#wanted = 'value';
    else
      this.#report(
        at,
        'a colon stands where none may.',
        'Write "name": value, and commas between.',
      );
  }

  #close(bracket: string, at: number): void {
    const { at: last, text } = this.#last;
    if (text === ',') this.#report(last, 'a comma too many.', 'Delete it.', [last, last + 1, '']);
    else if (this.#wanted === 'value' || this.#wanted === 'colon')
      this.#report(at, `a value is missing before "${bracket}".`, 'Write it, or delete the field.');
    const from = this.#open.findLastIndex((open) => closing[open.bracket] === bracket);
    const inner = this.#open.at(-1);
    if (from === -1 || inner === undefined) {
      this.#report(at, `"${bracket}" closes nothing.`, 'Delete it.');
      return;
    }
    if (closing[inner.bracket] !== bracket)
      this.#report(
        at,
        `"${bracket}" stands before "${inner.bracket}" on line ${this.#lineOf(inner.at)} is closed.`,
        `Close it with "${closing[inner.bracket] ?? ''}" first.`,
      );
    this.#open.length = from;
    this.#end();
  }

  #word(text: string, at: number, isName: boolean): void {
    if (text.startsWith('"')) this.#string(text, at);
    else if (/^['‘’]/.test(text))
      this.#report(
        at,
        'a text in single quotation marks.',
        'Put it in "double" ones.',
        requoted(text, at),
      );
    else if (/^[“”„]/.test(text))
      this.#report(
        at,
        'a text in typographic quotation marks.',
        'Put it in straight ones: "…".',
        requoted(text, at),
      );
    else if (isName)
      this.#report(
        at,
        'a name without quotation marks.',
        'Write it as "name".',
        /^[\w-]+$/.test(text) ? [at, at + text.length, `"${text}"`] : undefined,
      );
    else if (!number.test(text) && !/^(?:true|false|null)$/.test(text)) {
      const [message, fix] = stray(text);
      const word = /^Write (true|false)\.$/.exec(fix)?.[1];
      this.#report(at, message, fix, word === undefined ? undefined : [at, at + text.length, word]);
    }
  }

  #string(text: string, at: number): void {
    if (text.length === 1 || !text.endsWith('"') || /(?<!\\)(?:\\\\)*\\"$/.test(text)) {
      this.#report(
        at,
        'a text is not closed on its line.',
        'Close it with "; a line break in it is \\n.',
      );
      return;
    }
    const escape = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.replaceAll('\\\\', '  '));
    if (escape !== null)
      this.#report(
        at + escape.index,
        'a backslash that escapes nothing.',
        'Write \\\\ for a backslash.',
      );
    // oxlint-disable-next-line no-control-regex -- these characters are what is looked for
    const control = text.search(/[\u0000-\u001F]/);
    if (control !== -1)
      this.#report(at + control, 'a tab or control character in a text.', 'Write \\t, or a space.');
  }

  #isIn(bracket: string): boolean {
    return this.#open.at(-1)?.bracket === bracket;
  }

  #next(): void {
    this.#wanted = this.#isIn('{') ? 'name' : 'value';
  }

  #end(): void {
    this.#wanted = this.#open.length === 0 ? 'end' : 'comma';
  }

  #lineOf(at: number): number {
    return this.#text.slice(0, at).split('\n').length;
  }

  #report(at: number, message: string, fix: string, change?: Change): void {
    this.#found.push({ at, message, fix, change });
  }
}

function stray(text: string): [message: string, fix: string] {
  const word = text.slice(0, 20);
  if (/^[+-]?(?:nan|infinity|undefined|none|nil)$/i.test(text))
    return [`"${word}" is no value.`, 'Write it, or leave the field out where it is not known.'];
  if (/^(?:true|yes|on)$/i.test(text)) return [`"${word}" is no value.`, 'Write true.'];
  if (/^(?:false|no|off)$/i.test(text)) return [`"${word}" is no value.`, 'Write false.'];
  const value = Number(text);
  if (/\d/.test(text) && Number.isFinite(value))
    return [`"${word}" is no number of JSON.`, `Write ${value}.`];
  return [`"${word}" is no value.`, 'Put a text in "double quotation marks".'];
}
