/** What a word that nothing has was meant to be. */
import { keyOf, type Word } from './words.ts';

/** Slips that are forgiven: one from 4 letters on, two from 8; two letters swapped are one. */
export function slipsAllowed(letters: number): number {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

/** The nearest of some words, the first of those as near; undefined where none is near enough. */
export function nearest(word: Word, words: readonly string[]): Word | undefined {
  let found: Word | undefined;
  let fewest = slipsAllowed(word.key.length) + 1;
  for (const surface of words) {
    const key = keyOf(surface);
    // Hardly anybody misses the first letter.
    const added = key.charAt(0) === word.key.charAt(0) ? 0 : 0.5;
    const slips = slipsBetween(word.key, key, Math.ceil(fewest)) + added;
    if (slips < fewest) {
      fewest = slips;
      found = { surface, key };
    }
  }
  return found;
}

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
        slips = Math.min(slips, (before[at - 2] ?? 0) + 1);
      line.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return most + 1;
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}
