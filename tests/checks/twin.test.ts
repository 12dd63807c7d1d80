/** Twins fail the check where both are published, and are only told of what waits for its day; at both files. */
import { expect, test } from 'vitest';
import { forBuild } from '#checks/severity.ts';
import { applyCase, problemsOf } from './fixture.ts';

const twin = applyCase({
  name: 'the title of the model in an article that waits',
  file: 'articles/second.mdx',
  find: 'title: A second article that waits for its day',
  put: 'title: What iron does for a runner',
});

test('a draft may begin as a copy', async () => {
  const draft = applyCase({
    name: 'the title of the model in a draft',
    file: 'articles/second.mdx',
    find: 'title: A second article that waits for its day',
    put: 'draft: true\ntitle: What iron does for a runner',
  });
  const found = await problemsOf(draft.files, '2027-01-10');
  expect(found.filter(({ rule }) => rule === 'twin')).toEqual([]);
});

test.each([
  ['2026-06-01', 'warning'],
  ['2027-01-10', 'error'],
])('on %s they are told as %s', async (today, severity) => {
  const found = (await problemsOf(twin.files, today)).filter(({ rule }) => rule === 'twin');
  expect(found.map((problem) => problem.severity)).toEqual([severity, severity]);
  // The day comes without anybody's doing: no night leaves the site unbuilt.
  expect(forBuild(found).map((problem) => problem.severity)).toEqual(['warning', 'warning']);
});
