/** Finds which of some thousand hints a text holds, in one walk through it. */

/** A hint that any digit is, and one that any sign of money or picture is. */
export const digit = '0';
export const sign = '$';

// What words are made of; whatever else stands in a text parts them.
const wordLetter = /[a-zµμ\u00DF-\u024F]/i;
// Numbers of letters: of what parts words, of a letter that no hint has, and of the first that one has.
const gap = 0;
const stranger = 1;
const firstKnown = 2;
// Knots: inside a word of which no hint knows anything, and before a word.
const nowhere = 0;
const beforeWord = 1;

/**
 * All hints as one tree. Where a letter leads on to none of them, the walk goes on at the longest that
 * begins as what was read ends (Aho and Corasick, 1975), so that no letter is read twice.
 */
export class HintTree {
  /** Numbers of the letters of a text, which are the same for small and capital ones. */
  readonly #letters: Uint8Array;
  readonly #width: number;
  /** Where each letter leads from each knot. */
  readonly #next: Uint16Array;
  /** What the hint meets that is the start of a word and ends in a knot. */
  readonly #starts: (readonly number[] | undefined)[] = [undefined, undefined];
  /** The other hints that end in a knot, by their order. */
  readonly #parts: (readonly number[] | undefined)[] = [undefined, undefined];
  readonly #metByPart: (readonly number[])[] = [];
  readonly #metByDigit: readonly number[];
  readonly #metBySign: readonly number[];

  /** @param metBy what each hint meets, by number; "^" before a hint marks the start of a word */
  constructor(metBy: ReadonlyMap<string, readonly number[]>) {
    this.#metByDigit = metBy.get(digit) ?? [];
    this.#metBySign = metBy.get(sign) ?? [];
    const hints = [...metBy].filter(([hint]) => hint !== digit && hint !== sign);
    const known = [...new Set(hints.map(([hint]) => hint.replace('^', '')).join(''))];
    this.#letters = Uint8Array.from({ length: 0x1_00_00 }, (_, code) => {
      const letter = String.fromCharCode(code);
      if (!wordLetter.test(letter)) return gap;
      const at = known.indexOf(letter.toLowerCase());
      return at === -1 ? stranger : firstKnown + at;
    });
    this.#width = firstKnown + known.length;
    const most = 2 + hints.reduce((sum, [hint]) => sum + hint.length, 0);
    const next = new Uint16Array(most * this.#width);
    next[gap] = beforeWord;
    for (const [hint, met] of hints) {
      const isStart = hint.startsWith('^');
      let knot = isStart ? beforeWord : nowhere;
      for (const letter of isStart ? hint.slice(1) : hint) {
        const at = knot * this.#width + firstKnown + known.indexOf(letter);
        if (next[at] === 0) {
          next[at] = this.#starts.push(undefined) - 1;
          this.#parts.push(undefined);
        }
        knot = next[at] ?? nowhere;
      }
      if (isStart) this.#starts[knot] = met;
      else this.#parts[knot] = [this.#metByPart.push(met) - 1];
    }
    this.#next = next.slice(0, this.#starts.length * this.#width);
    this.#closeGaps();
  }

  // Knot by knot from the root on, so that the shorter one is finished that a longer one falls back to.
  #closeGaps(): void {
    const next = this.#next;
    const fallback = new Uint16Array(this.#starts.length);
    const knots = [nowhere];
    for (const knot of knots)
      for (let letter = 0; letter < this.#width; letter += 1) {
        const at = knot * this.#width + letter;
        const child = next[at] ?? nowhere;
        const other =
          knot === nowhere
            ? nowhere
            : (next[(fallback[knot] ?? 0) * this.#width + letter] ?? nowhere);
        if (child === nowhere) {
          next[at] = other;
          continue;
        }
        fallback[child] = other;
        const parts = [...(this.#parts[child] ?? []), ...(this.#parts[other] ?? [])];
        this.#parts[child] = parts.length === 0 ? undefined : parts;
        knots.push(child);
      }
  }

  /**
   * What the hints meet that a text holds: word by word, of a word first what its start meets, and at
   * last what a digit and a sign meet. Nothing is named twice.
   * @param isMet told of what is met; the caller takes it back
   */
  metBy(text: string, isMet: boolean[]): number[] {
    const met: number[] = [];
    const add = (some: readonly number[]): void => {
      for (const one of some)
        if (isMet[one] !== true) {
          isMet[one] = true;
          met.push(one);
        }
    };
    let parts: number[] = [];
    let hasDigit = false;
    let mayHaveSign = false;
    let knot = beforeWord;
    // Behind the last letter a word ends, too.
    for (let index = 0; index <= text.length; index += 1) {
      const code = index < text.length ? text.charCodeAt(index) : 0;
      const letter = this.#letters[code] ?? gap;
      knot = this.#next[knot * this.#width + letter] ?? nowhere;
      if (letter === gap) {
        if (parts.length > 0) {
          for (const part of parts.sort((a, b) => a - b)) add(this.#metByPart[part] ?? []);
          parts = [];
        }
        hasDigit ||= code > 0x2f && code < 0x3a;
        mayHaveSign ||= code === 0x24 || code > 0x7f;
        continue;
      }
      const start = this.#starts[knot];
      if (start !== undefined) add(start);
      const some = this.#parts[knot];
      if (some !== undefined) parts.push(...some);
    }
    if (hasDigit) add(this.#metByDigit);
    if (mayHaveSign && /[\p{Sc}\p{So}]/u.test(text)) add(this.#metBySign);
    return met;
  }
}
