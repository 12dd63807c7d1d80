/** "Did you mean …?": the known name nearest to one that is not known. */
import { closest, distance } from 'fastest-levenshtein';

/** The candidate nearest to `name` when it is near enough to be a slip of the pen. */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const lower = name.toLowerCase();
  const best = closest(
    lower,
    candidates.map((candidate) => candidate.toLowerCase()),
  );
  const match = candidates.find((candidate) => candidate.toLowerCase() === best);
  const allowed = Math.max(2, Math.floor(name.length * 0.4));
  return distance(lower, best) <= allowed ? match : undefined;
}

/** A sentence for a fix: the suggestion, or else what to do. */
export function didYouMean(name: string, candidates: readonly string[], otherwise: string): string {
  const suggestion = suggest(name, candidates);
  return suggestion === undefined ? otherwise : `Did you mean "${suggestion}"?`;
}
