/** Plain writing: short takeaways, direct answers, sentences that a tired reader can follow. */
import { countWords, plainText } from '../../document/compile.ts';
import { locate } from '../../document/prose.ts';
import { readingGrade } from '../language/readability.ts';
import { sentencesOf } from '../language/sentences.ts';
import type { Corpus } from '../../corpus/read.ts';
import type { Rule } from '../rule.ts';

const takeawayWords = 30;
const sentenceWords = 35;
const grade = 10;

export const takeawayLength: Rule = {
  id: 'takeaway-length',
  demands: `A takeaway holds one idea, in at most ${takeawayWords} words.`,
  why: 'What does not fit into one breath is not taken away.',
  fix: 'Split it, or cut it.',
  document: ({ compiled }) =>
    compiled.prose
      .filter(({ where, text }) => where === 'takeaway' && countWords(text) > takeawayWords)
      .map((block) => ({
        ...locate(block, 0),
        message: `this takeaway has ${countWords(block.text)} words.`,
        fix: 'Split it, or cut it.',
      })),
};

const yesNo =
  /^(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|may|must|am)\b/iu;
const direct =
  /^["“]?(?:yes|no|not|never|none|nobody|nothing|only|probably|possibly|perhaps|maybe|sometimes|often|rarely|usually|mostly|some|a few|few|hardly|it depends|that depends|it may|it might|they may|they might|it can|they can|you can|you may|for some|for most|in some|if |unlikely|likely|almost|very|neither|both)\b/iu;

export const directAnswer: Rule = {
  id: 'direct-answer',
  demands: 'The answer to a yes-or-no question opens with its answer.',
  why: 'A reader with one question should not have to look for yes or no.',
  fix: 'Open with Yes, No, Probably, Only if …',
  document: ({ compiled }) => {
    const questions = compiled.prose.filter(({ where }) => where === 'question');
    return questions.flatMap((question) => {
      if (!yesNo.test(question.text)) return [];
      const answer = compiled.prose.find(
        ({ where, index }) => where === 'answer' && index === question.index,
      );
      if (answer === undefined || direct.test(plainText(answer.text))) return [];
      return {
        ...locate(answer, 0),
        message: `the answer to "${question.text}" does not open with the answer.`,
        fix: 'Open with Yes, No, Probably, Only if …',
      };
    });
  },
};

export const sentenceLength: Rule = {
  id: 'sentence-length',
  demands: `Sentences have at most ${sentenceWords} words.`,
  why: 'Long sentences lose readers, tired ones first.',
  fix: 'Cut it in two.',
  document: ({ compiled }) =>
    compiled.prose
      .filter(({ kind }) => kind !== 'row' && kind !== 'heading')
      .flatMap(sentencesOf)
      .filter(({ text }) => countWords(text) > sentenceWords)
      .map(({ block, start, text }) => ({
        ...locate(block, start),
        message: `this sentence has ${countWords(text)} words.`,
        fix: 'Cut it in two.',
      })),
};

export const readingLevel: Rule = {
  id: 'reading-level',
  demands: `The Flesch-Kincaid grade is at most ${grade}, with nutrient names left out.`,
  why: 'Plain English is read faster by everybody, and by some at all.',
  fix: 'Use shorter sentences and shorter words.',
  document: ({ entry, compiled, corpus }) => {
    if (entry.collection !== 'articles') return [];
    const found = readingGrade(compiled.prose, nutrientWords(corpus));
    if (found === undefined || found <= grade) return [];
    return [
      {
        ...entry.locate(['title']),
        message: `the reading grade is ${found.toFixed(1)}.`,
        fix: 'Use shorter sentences and shorter words.',
      },
    ];
  },
};

/** Words of nutrient names, which a reader of this site must meet anyway. */
export function nutrientWords(corpus: Corpus): Set<string> {
  const names = [...corpus.entries.nutrients.values()].flatMap(({ data }) => [
    data.name,
    ...data.also,
  ]);
  return new Set(names.flatMap((name) => name.toLowerCase().match(/\p{L}{3,}/gu) ?? []));
}
