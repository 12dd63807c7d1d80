/** What a word that nothing has was meant to be. */
import { keyOf, type Word } from './words.ts';

/** Slips that are forgiven: one from 4 letters on, two from 8; two letters swapped are less than one. */
export function slipsAllowed(letters: number): number {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

/** Hardly anybody misses the first letter: another one is half a slip more. */
const ofFirstLetter = 0.5;

/** The nearest of some words, the first of those as near; undefined where none is near enough. */
export function nearest(word: Word, words: readonly string[]): Word | undefined {
  const allowed = slipsAllowed(word.key.length) + ofFirstLetter;
  let found: Word | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const surface of words) {
    const key = keyOf(surface);
    const added = key.charAt(0) === word.key.charAt(0) ? 0 : ofFirstLetter;
    const slips = slipsBetween(word.key, key, Math.ceil(Math.min(allowed, fewest))) + added;
    if (slips <= allowed && slips < fewest && !isOtherWord(word.key, key)) {
      fewest = slips;
      found = { surface, key };
    }
  }
  return found;
}

// Another letter among four makes another word: "sock" is not "sick".
function isOtherWord(typed: string, known: string): boolean {
  return typed.length === 4 && known.length === 4 && slipsBetween(typed, known, 1) === 1;
}

/** A swap comes before another letter: "pickel" is "pickle", not "picked". */
const swapped = 0.9;

/** Letters to add, drop, change or swap with the next one; more than `most` is as good as any. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    let least = row;
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1];
      let slips = Math.min(
        (above[at] ?? 0) + 1,
        (line[at - 1] ?? 0) + 1,
        (above[at - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1])
        slips = Math.min(slips, (before[at - 2] ?? 0) + swapped);
      line.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}
