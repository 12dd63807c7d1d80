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

/** A sentence for a fix: the suggestion, or else what to do. */
export function didYouMean(name: string, candidates: readonly string[], otherwise: string): string {
  const suggestion = suggest(name, candidates);
  return suggestion === undefined ? otherwise : `Did you mean "${suggestion}"?`;
}
