/** Which of many named things a reader means who has typed a part of a name. */

/** What can be found: the words that name it, the most important first. */
export interface Findable {
  words: readonly string[];
}

/**
 * The things of which every word that was typed begins a word, in the order given; those first
 * whose first name holds all of them. Case and accents don't count.
 */
export function matching<Thing extends Findable>(query: string, things: readonly Thing[]): Thing[] {
  const wanted = wordsOf(query);
  const found = things.filter(({ words }) => holds(words.join(' '), wanted));
  const isNamed = ({ words: [name = ''] }: Thing): boolean => holds(name, wanted);
  return [...found.filter(isNamed), ...found.filter((thing) => !isNamed(thing))];
}

function holds(text: string, wanted: readonly string[]): boolean {
  const words = wordsOf(text);
  return wanted.length > 0 && wanted.every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
