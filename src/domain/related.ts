/** Which articles belong together: those that rest on the same evidence. */

/** What relatedness looks at. */
export interface Relatable {
  id: string;
  topics: readonly string[];
  citations: readonly string[];
}

/** Answers which items are nearest to one of them, best first. */
export type RelatedTo = (id: string, limit: number) => string[];

/**
 * Prepares the question for all items of a site. Shared citations count by Jaccard's index, shared
 * topics break ties; items that share nothing are left out. Equal ones stand in the order given.
 * Items are found through what they cite: one question costs no look at each of the others.
 */
export function relatedTo(items: readonly Relatable[]): RelatedTo {
  const citedBy = postings(items, ({ citations }) => citations);
  const underTopic = postings(items, ({ topics }) => topics);
  const position = new Map(items.map(({ id }, index) => [id, index]));
  return (id, limit) => {
    const subject = position.get(id);
    const item = subject === undefined ? undefined : items[subject];
    if (item === undefined) return [];
    const citations = shared(item.citations, citedBy, items.length);
    const topics = shared(item.topics, underTopic, items.length);
    return items
      .map((other, index) => ({
        other,
        index,
        score:
          jaccard(citations[index] ?? 0, item.citations, other.citations) +
          0.1 * jaccard(topics[index] ?? 0, item.topics, other.topics),
      }))
      .filter(({ index, score }) => index !== subject && score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ other }) => other.id);
  };
}

// Which items hold a word, by word.
function postings(
  items: readonly Relatable[],
  words: (item: Relatable) => readonly string[],
): Map<string, number[]> {
  const lists = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    for (const word of words(item)) {
      const list = lists.get(word);
      if (list === undefined) lists.set(word, [index]);
      else list.push(index);
    }
  }
  return lists;
}

// How many of these words each item holds.
function shared(
  words: readonly string[],
  lists: ReadonlyMap<string, number[]>,
  count: number,
): Uint32Array {
  const counts = new Uint32Array(count);
  for (const word of words)
    for (const index of lists.get(word) ?? []) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

function jaccard(common: number, a: readonly string[], b: readonly string[]): number {
  const all = a.length + b.length - common;
  return all === 0 ? 0 : common / all;
}
