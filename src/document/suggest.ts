/** "Did you mean …?": the known name nearest to one that is not known. */
import { closest, distance } from 'fastest-levenshtein';

/** The candidate nearest to `name` when it is near enough to be a slip of the pen. */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  // Micrograms are mcg here, and never a thousand times as much.
  const lower = name.toLowerCase().replaceAll(/[µμ]/g, 'mc');
  const allowed = Math.max(2, Math.floor(name.length * 0.4));
  // What is longer or shorter by more than that cannot be near enough.
  const similar = candidates.filter(({ length }) => Math.abs(length - name.length) <= allowed);
  if (similar.length === 0) return undefined;
  const best = closest(
    lower,
    similar.map((candidate) => candidate.toLowerCase()),
  );
  const match = similar.find((candidate) => candidate.toLowerCase() === best);
  const away = distance(lower, best);
  // Of a short name, such as a unit, another one is made with a letter: most of them have to be right.
  return away <= allowed && away < lower.length / 2 ? match : undefined;
}

/**
 * The candidate that a name stands for beyond doubt: letter for letter the same but for capitals and
 * the signs between words, else one slip of the pen away (a letter too many, too few, wrong, or two
 * in the wrong order), with no other candidate near. Digits are never a slip: 2019 is not 2018.
 */
export function sureGuess(name: string, candidates: readonly string[]): string | undefined {
  const others = [...new Set(candidates)].filter((other) => other !== name);
  const alike = others.filter((other) => bare(other) === bare(name));
  if (alike.length > 0) return alike.length === 1 ? alike[0] : undefined;
  if (name.length < 4) return undefined;
  const near = others.filter(
    (other) => Math.abs(other.length - name.length) <= 2 && distance(bare(name), bare(other)) <= 2,
  );
  const [only] = near;
  if (only === undefined || near.length > 1 || digitsOf(only) !== digitsOf(name)) return undefined;
  const [ours, theirs] = [bare(name), bare(only)];
  return distance(ours, theirs) === 1 || isTurned(ours, theirs) ? only : undefined;
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}

function digitsOf(name: string): string {
  return name.replaceAll(/\D/g, '');
}

// Two neighbors in the wrong order.
function isTurned(name: string, other: string): boolean {
  const at = [...name].findIndex((letter, index) => letter !== other.charAt(index));
  const turned = name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2);
  return at !== -1 && turned === other;
}

/** A sentence for a fix: the suggestion, or else what to do. */
export function didYouMean(name: string, candidates: readonly string[], otherwise: string): string {
  const suggestion = suggest(name, candidates);
  return suggestion === undefined ? otherwise : `Did you mean "${suggestion}"?`;
}
