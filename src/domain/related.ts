/** Which articles belong together: those that rest on the same evidence. */

/** What relatedness looks at. */
export interface Relatable {
  id: string;
  topics: readonly string[];
  citations: readonly string[];
}

/** Shared topics only break ties. */
const topicWeight = 0.1;

/** Answers which items are nearest to one of them, best first. */
export type RelatedTo = (id: string, limit: number) => string[];

/**
 * Prepares the question for all items of a site. Shared citations count by Jaccard's index, shared
 * topics break ties; items that share nothing are left out. Equal ones stand in the order given.
 * A build asks it of every article: one question is a pass over numbers, and makes nothing of the others.
 */
export function relatedTo(items: readonly Relatable[]): RelatedTo {
  const citedBy = postings(items, ({ citations }) => citations);
  const underTopic = postings(items, ({ topics }) => topics);
  const citationCounts = Uint32Array.from(items, ({ citations }) => citations.length);
  const topicCounts = Uint32Array.from(items, ({ topics }) => topics.length);
  const citations = new Uint16Array(items.length);
  const topics = new Uint16Array(items.length);
  const position = new Map(items.map(({ id }, index) => [id, index]));
  return (id, limit) => {
    const subject = position.get(id);
    const item = subject === undefined ? undefined : items[subject];
    if (item === undefined || limit <= 0) return [];
    count(item.citations, citedBy, citations);
    count(item.topics, underTopic, topics);
    const best: { index: number; score: number }[] = [];
    // What shares fewer citations has too small a share of them, whatever its topics add.
    let fewest = 0;
    for (let index = 0; index < items.length; index += 1) {
      const common = citations[index] ?? 0;
      const commonTopics = topics[index] ?? 0;
      if (common < fewest || index === subject || common + commonTopics === 0) continue;
      const score =
        jaccard(common, item.citations.length, citationCounts[index] ?? 0) +
        topicWeight * jaccard(commonTopics, item.topics.length, topicCounts[index] ?? 0);
      if (best.length >= limit && score <= (best.at(-1)?.score ?? 0)) continue;
      const place = best.findLastIndex((other) => other.score >= score) + 1;
      best.splice(place, 0, { index, score });
      if (best.length > limit) best.pop();
      if (best.length === limit)
        fewest = Math.floor(((best.at(-1)?.score ?? 0) - topicWeight) * item.citations.length);
    }
    return best.map(({ index }) => items[index]?.id ?? '');
  };
}

// Which items hold a word, by word.
function postings(
  items: readonly Relatable[],
  words: (item: Relatable) => readonly string[],
): Map<string, Uint32Array> {
  const lists = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    for (const word of words(item)) {
      const list = lists.get(word);
      if (list === undefined) lists.set(word, [index]);
      else list.push(index);
    }
  }
  return new Map([...lists].map(([word, list]) => [word, Uint32Array.from(list)]));
}

// How many of these words each item holds.
function count(
  words: readonly string[],
  lists: ReadonlyMap<string, Uint32Array>,
  counts: Uint16Array,
): void {
  counts.fill(0);
  for (const word of words) {
    const list = lists.get(word);
    if (list === undefined) continue;
    for (let place = 0; place < list.length; place += 1) {
      const index = list[place] ?? 0;
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
}

function jaccard(common: number, a: number, b: number): number {
  const all = a + b - common;
  return all === 0 ? 0 : common / all;
}
