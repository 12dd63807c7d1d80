/** Flesch-Kincaid grade of prose, with nutrient names left out. */
import { syllable } from 'syllable';
import type { Sentence } from '../../document/sentences.ts';
import { question } from '../looks.ts';

// Counting syllables takes many patterns a word, and texts are looked at again and again.
const counted = new Map<string, number>();

function syllablesIn(word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const count = Math.max(1, syllable(word.slice(0, 40)));
  if (counted.size < 50_000) counted.set(word, count);
  return count;
}

/**
 * Grade by Kincaid et al. 1975: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
 * Headings, questions, table rows and code are no sentences and do not count.
 * @param leftOut lower-case words that readers must meet anyway, such as "magnesium", with spaces between
 * @returns tells the grade of some sentences, undefined for fewer than 50 words
 */
export function readingGrades(
  leftOut: string,
): (sentences: readonly Sentence[]) => number | undefined {
  const names = new Set(leftOut.split(' '));
  // Prose repeats its words.
  const known = new Map<string, number>();
  // 0 for a name, which does not count.
  const syllablesOf = (word: string): number => {
    const lower = word.toLowerCase();
    const count = names.has(lower) ? 0 : syllablesIn(lower);
    if (known.size < 50_000) known.set(word, count);
    return count;
  };
  return (sentences) => {
    let [spoken, words, syllables] = [0, 0, 0];
    for (const { block, text } of sentences) {
      if (block.kind === 'row' || block.kind === 'heading' || block.kind === 'code') continue;
      const found = text.match(/\p{L}[\p{L}'’-]*/gu);
      if (found === null) continue;
      spoken += 1;
      for (const word of found) {
        const count = known.get(word) ?? syllablesOf(word);
        if (count === 0) continue;
        words += 1;
        syllables += count;
      }
    }
    if (words < 50) return undefined;
    return 0.39 * (words / spoken) + 11.8 * (syllables / words) - 15.59;
  };
}

/** Words of nutrient names, which a reader of this site must meet anyway, with spaces between. */
export const nutrientWords = question('words of nutrients', ({ entries }) => {
  const names = [...entries.nutrients.values()].flatMap(({ data }) => [data.name, ...data.also]);
  const words = names.flatMap((name) => name.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
  return [...new Set(words)].join(' ');
});
