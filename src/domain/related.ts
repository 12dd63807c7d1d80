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
 * A build asks it of every article: one question looks at what shares a word with the item, and counts
 * once for all that have the same words.
 */
export function relatedTo(items: readonly Relatable[]): RelatedTo {
  const groups = alike(items);
  const citedBy = postings(groups, ({ citations }) => citations);
  const underTopic = postings(groups, ({ topics }) => topics);
  const citationCounts = Uint32Array.from(groups, (group) => group.citations.length);
  const topicCounts = Uint32Array.from(groups, (group) => group.topics.length);
  const citations = new Uint16Array(groups.length);
  const topics = new Uint16Array(groups.length);
  const subjects = new Map(items.map((item, index) => [item.id, { item, index }]));
  return (id, limit) => {
    const subject = subjects.get(id);
    if (subject === undefined || limit <= 0) return [];
    const own = subject.item;
    const touched: number[] = [];
    const count = (counts: Uint16Array, lists: Postings, words: readonly string[]): void => {
      for (const word of words)
        for (const group of lists.get(word) ?? []) {
          if (citations[group] === 0 && topics[group] === 0) touched.push(group);
          counts[group] = (counts[group] ?? 0) + 1;
        }
    };
    count(citations, citedBy, own.citations);
    count(topics, underTopic, own.topics);
    const best: { index: number; score: number }[] = [];
    const goesBefore = (index: number, score: number): number =>
      best.findIndex((one) => score > one.score || (score === one.score && index < one.index));
    // What shares fewer citations has too small a share of them, whatever its topics add.
    let fewest = 0;
    for (const number of touched) {
      const common = citations[number] ?? 0;
      const commonTopics = topics[number] ?? 0;
      citations[number] = 0;
      topics[number] = 0;
      if (common < fewest) continue;
      const score =
        jaccard(common, own.citations.length, citationCounts[number] ?? 0) +
        topicWeight * jaccard(commonTopics, own.topics.length, topicCounts[number] ?? 0);
      for (const index of groups[number]?.members ?? []) {
        if (index === subject.index) continue;
        const place = goesBefore(index, score);
        if (place !== -1) best.splice(place, 0, { index, score });
        else if (best.length < limit) best.push({ index, score });
        // Those behind it in the group stand behind it here.
        else break;
        if (best.length > limit) best.pop();
      }
      const last = best[limit - 1];
      if (last !== undefined)
        fewest = Math.floor((last.score - topicWeight) * own.citations.length);
    }
    return best.map(({ index }) => items[index]?.id ?? '');
  };
}

/** Items that have the same words, by their number in the order given. */
interface Group extends Pick<Relatable, 'topics' | 'citations'> {
  members: number[];
}

function alike(items: readonly Relatable[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, { topics, citations }] of items.entries()) {
    const key = JSON.stringify([topics, citations]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { topics, citations, members: [index] });
    else group.members.push(index);
  }
  return [...groups.values()];
}

/** Which groups have a word, by word. */
type Postings = ReadonlyMap<string, readonly number[]>;

function postings(
  groups: readonly Group[],
  wordsOf: (group: Group) => readonly string[],
): Postings {
  const lists = new Map<string, number[]>();
  for (const [number, group] of groups.entries())
    for (const word of wordsOf(group)) {
      const list = lists.get(word);
      if (list === undefined) lists.set(word, [number]);
      else list.push(number);
    }
  return lists;
}

function jaccard(common: number, a: number, b: number): number {
  const all = a + b - common;
  return all === 0 ? 0 : common / all;
}
