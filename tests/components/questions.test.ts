/** The list of all questions: what it weighs when there are many. */
import { brotliCompressSync } from 'node:zlib';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { expect, test } from 'vitest';
import QuestionList from '#components/faq/QuestionList.astro';
import { fitted, type QuestionView } from '#views/question.ts';

const container = await AstroContainer.create();

// Words without much in common, so that they press no better than an editor's.
function words(seed: number, count: number): string {
  const syllables = ['fer', 'mag', 'so', 'run', 'it', 'ne', 'cal', 'du', 'vi', 'ro', 'pe', 'st'];
  let state = seed * 7919 + 1;
  const next = (): number => (state = (state * 48271) % 2147483647);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + (next() % 3) }, () => syllables[next() % syllables.length]).join(''),
  ).join(' ');
}

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
