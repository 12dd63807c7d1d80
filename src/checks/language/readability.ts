/** Flesch-Kincaid grade of prose, with nutrient names left out. */
import { syllable } from 'syllable';
import { countWords, plainText } from '../../document/compile.ts';
import type { ProseBlock } from '../../document/prose.ts';
import { sentencesOf } from './sentences.ts';

/**
 * Grade by Kincaid et al. 1975: 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
 * Headings, questions and table rows are no sentences and do not count.
 * @param names lower-case words that readers must meet anyway, such as "magnesium"
 * @returns the grade, undefined for fewer than 50 words
 */
export function readingGrade(
  prose: readonly ProseBlock[],
  names: ReadonlySet<string>,
): number | undefined {
  const sentences = prose
    .filter(({ kind, where }) => kind !== 'row' && kind !== 'heading' && where !== 'question')
    .flatMap(sentencesOf)
    .map(({ text }) => plainText(text))
    .filter((text) => countWords(text) > 0);
  const words = sentences
    .flatMap((text) => text.match(/\p{L}[\p{L}'’-]*/gu) ?? [])
    .filter((word) => !names.has(word.toLowerCase()));
  if (words.length < 50) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

// The same words come again and again, and counting is the slow part of a check.
const counted = new Map<string, number>();

function syllablesOf(word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const count = Math.max(1, syllable(word));
  counted.set(word, count);
  return count;
}
