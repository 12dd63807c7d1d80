/** The list of all questions: what it weighs when there are many. */
import { brotliCompressSync } from 'node:zlib';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, test } from 'vitest';
import QuestionList from '#components/faq/QuestionList.astro';
import { fitted, type QuestionView } from '#views/question.ts';
import { madeUpWords } from '../words.ts';

const container = await AstroContainer.create();

const words = (seed: number, count: number): string => madeUpWords(seed)(count);

const question = (index: number, count: number): QuestionView => ({
  id: `question-${index}`,
  aliases: [],
  question: `Is ${words(index, 6)}?`,
  topics: [],
  theme: 'bones',
  first: `Yes, ${words(index + 1, 10)}.`,
  certainty: 'limited',
  answer: [`<p>Yes, ${words(index + 1, 10)}. ${words(index + 2, count > 260 ? 80 : 60)}.</p>`],
  href: `/faq/#question-${index}`,
  article: { href: `/articles/a-${index % 60}/#question-${index}`, title: words(index % 60, 5) },
});

test.each([
  [65, true],
  [250, true],
  [300, false],
])('%i questions weigh at most 55 KB, with their answers: %s', async (count, hasAnswers) => {
  const questions = fitted(
    Array.from({ length: count }, (_, index) => question(index, count)),
    'index',
  );
  expect(questions[0]?.answer !== undefined).toBe(hasAnswers);
  const html = await container.renderToString(QuestionList, {
    props: { questions, hasAnchors: true },
  });
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(55 * 1024);
});
