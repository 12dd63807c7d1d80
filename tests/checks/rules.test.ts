/**
 * Every rule against what breaks it and against what looks as if it did. The cases stand in
 * `tests/fixtures/`: one mistake each, applied to a small corpus that has none.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '#checks/rules/index.ts';
import {
  applyCase,
  goodFiles,
  lineOf,
  problemsOf,
  readCases,
  textOf,
  type BrokenCase,
  type Case,
} from './fixture.ts';

const groups = readdirSync('tests/fixtures/broken').map((file) => ({
  file,
  cases: readCases<BrokenCase>(`tests/fixtures/broken/${file}`),
}));
const broken = groups.flatMap(({ cases }) => cases);
const tricky = readCases<Case>('tests/fixtures/tricky.yaml');

test('the corpus itself has no diagnostic', async () => {
  expect(await problemsOf(goodFiles)).toEqual([]);
});

describe.each(groups)('$file', ({ cases }) => {
  test.each(cases)('$rule: $name', async (mistake) => {
    const { files, file, at } = applyCase(mistake);
    const text = textOf(files, file);
    const line =
      mistake.line ??
      (mistake.on === undefined ? lineOf(text, at) : lineOf(text, text.indexOf(mistake.on)));
    const problems = await problemsOf(files, mistake.today);
    const found = problems.filter(({ rule }) => rule === mistake.rule);
    expect(found.map((problem) => `${problem.file}:${problem.line}`)).toContain(
      `content/${mistake.place ?? `${file}:${line}`}`,
    );
    const rests = found.map(
      (problem) => text.split('\n')[problem.line - 1]?.slice(problem.column - 1) ?? '',
    );
    const words = mistake.at ?? '';
    expect(rests.map((rest) => rest.slice(0, words.length))).toContain(words);
    const other = problems.map(({ rule }) => rule).filter((rule) => rule !== mistake.rule);
    expect([...new Set(other)].sort()).toEqual([...(mistake.also ?? [])].sort());
    // Of what a case says nothing, every text will do.
    const { message = expect.any(String) as unknown, fix = expect.any(String) as unknown } =
      mistake;
    expect(found).toContainEqual(expect.objectContaining({ message, fix }));
  });
});

test.each(tricky)('no diagnostic: $name', async (good) => {
  expect(await problemsOf(applyCase(good).files, good.today)).toEqual([]);
});

test.each(rules.map(({ id }) => id))('%s has a mistake whose message is asserted', (id) => {
  expect(broken.some(({ rule, message }) => rule === id && message !== undefined)).toBe(true);
});
