/** Mistakes as people make them: where each is told, in which words, with what advice, and what mends it. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { mendContent } from '#checks/fix.ts';
import { applyCase, day, problemsOf, readCases, type Case } from './fixture.ts';

interface Mistake extends Case {
  rule: string;
  /** Line and column. */
  at: string;
  message: string;
  fix: string;
  /** What `check --fix` makes of what was put; absent where only its author can mend it. */
  becomes?: string;
}

const mistakes = readCases<Mistake>('tests/fixtures/mistakes.yaml');
const root = path.resolve('tests/fixtures/content');

test('there are fifty at least, each another one', () => {
  expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length);
  expect(mistakes.length).toBeGreaterThanOrEqual(50);
});

test.each(mistakes)('$name', async ({ rule, at, message, fix, becomes, ...mistake }) => {
  const { files, file } = applyCase(mistake);
  const problems = await problemsOf(files);
  const [line = 0, column = 0] = at.split(':').map(Number);
  expect(problems).toContainEqual(expect.objectContaining({ rule, line, column, message, fix }));
  const overlay = new Map([[`content/${file}`, files.get(file)]]);
  const everything = { overlay };
  const mended = await mendContent(root, day, (result) => result.problems, everything);
  const put = mistake.body ?? mistake.put ?? mistake.text ?? '';
  const whole = Buffer.from(files.get(file) ?? '').toString();
  const after = mended.files.get(`content/${file}`)?.after;
  expect(after).toBe(becomes === undefined ? undefined : whole.replace(put, () => becomes));
  const left = becomes === undefined ? problems : [];
  expect(mended.result.problems.map((problem) => problem.message)).toEqual(
    left.map((problem) => problem.message),
  );
});
