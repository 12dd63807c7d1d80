/** Flesch-Kincaid grade of prose, with nutrient names left out. */
import { syllable } from 'syllable';
import type { Corpus } from '../../corpus/read.ts';
import type { Sentence } from './sentences.ts';

/**
 * Grade by Kincaid et al. 1975: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
 * Headings, questions and table rows are no sentences and do not count.
 * @param names lower-case words that readers must meet anyway, such as "magnesium"
 * @returns the grade, undefined for fewer than 50 words
 */
export function readingGrade(
  sentences: readonly Sentence[],
  names: ReadonlySet<string>,
): number | undefined {
  const wordsOf = sentences
    .filter(({ block }) => block.kind !== 'row' && block.kind !== 'heading')
    .map(({ text }) => text.match(/\p{L}[\p{L}'’-]*/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = wordsOf.flat().filter((word) => !names.has(word.toLowerCase()));
  if (words.length < 50) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0);
  return 0.39 * (words.length / wordsOf.length) + 11.8 * (syllables / words.length) - 15.59;
}

const counted = new Map<string, number>();

// Prose repeats its words, and counting syllables takes many patterns a word.
function syllablesOf(word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const count = Math.max(1, syllable(word.slice(0, 40)));
  if (counted.size < 50_000) counted.set(word, count);
  return count;
}

/** Words of nutrient names, which a reader of this site must meet anyway. */
export function nutrientWords(corpus: Corpus): Set<string> {
  const names = [...corpus.entries.nutrients.values()].flatMap(({ data }) => [
    data.name,
    ...data.also,
  ]);
  return new Set(names.flatMap((name) => name.toLowerCase().match(/\p{L}{3,}/gu) ?? []));
}
