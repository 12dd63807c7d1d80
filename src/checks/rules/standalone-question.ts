/** A question says what it is about, wherever it is read. */
import type { Evidence } from '../../corpus/corpus.ts';
import { locate, plainText } from '../../document/prose.ts';
import { disease } from '../language/diseases.ts';
import { subject } from '../language/subjects.ts';
import { pattern } from '../looks.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

export const standaloneQuestion: Rule = {
  id: 'standalone-question',
  demands:
    'A question names a nutrient, a food, a test, a kind of product, a part of the body or a condition.',
  why: 'Questions stand in lists, away from their article: "Does it help sleep?" asks nothing there.',
  fix: 'Name what it is about, as in "Does magnesium help sleep?".',
  document: ({ compiled, corpus }) =>
    compiled.prose
      .filter(({ where }) => where === 'question')
      .flatMap((question): RuleDiagnostic[] =>
        namesSubject(plainText(question.text), corpus)
          ? []
          : [
              {
                ...locate(question, 0),
                message: `"${plainText(question.text).trim()}" does not say what it is about.`,
              },
            ],
      ),
};

function namesSubject(question: string, corpus: Evidence): boolean {
  return general.test(question) || namesOf(corpus).test(question);
}

const general = new RegExp(String.raw`(?<![\p{L}\d])(?:${subject}|${disease})(?![\p{L}\d])`, 'iu');

// Everything that the corpus has a name for. "Folate (vitamin B9)" has two of them, and B9 is a third.
const namesOf = pattern('what has a name', ({ entries }) => {
  const names = [
    ...[...entries.nutrients.values()].flatMap(({ data }) => [data.name, ...data.also]),
    ...[...entries.glossary.values()].flatMap(({ data }) => [data.name, ...data.also]),
    ...[...entries.products.values()].flatMap(({ data }) => [data.name, data.category]),
    // "Beef liver, pan-fried" is asked for as beef liver.
    ...[...entries.foods.values()].flatMap(({ data }) =>
      data.foods.map(({ food }) => food.split(',', 1)[0] ?? food),
    ),
  ];
  const parts = names
    .flatMap((name) => [name, ...name.split(/[()]/)])
    .flatMap((name) => [name, name.replace(/^vitamin /i, '')])
    .map((name) => name.trim())
    // A single letter is a word of its own in many a question.
    .filter((name) => name.length > 1);
  const words = [...new Set(parts)].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return words.length === 0
    ? '(?!)'
    : `(?<![\\p{L}\\d])(?:${words.join('|')})(?:e?s)?(?![\\p{L}\\d])`;
});
