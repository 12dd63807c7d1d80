/** Which articles belong together: those that rest on the same evidence. */

/** What relatedness looks at. */
export interface Relatable {
  id: string;
  topics: readonly string[];
  citations: readonly string[];
}

/**
 * The nearest others, best first. Shared citations count by Jaccard's index, shared topics break
 * ties; articles that share nothing are left out. Equal ones stand in the order given.
 */
export function relatedTo<Item extends Relatable>(
  subject: Relatable,
  others: readonly Item[],
  limit: number,
): Item[] {
  return others
    .filter((other) => other.id !== subject.id)
    .map((other) => ({
      other,
      score:
        jaccard(subject.citations, other.citations) + 0.1 * jaccard(subject.topics, other.topics),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ other }) => other);
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a);
  const right = new Set(b);
  const shared = [...left].filter((item) => right.has(item)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
