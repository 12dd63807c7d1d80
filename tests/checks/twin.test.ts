/** Twins fail the check where both are published, and are only told of what waits for its day; at both files. */
import { expect, test } from 'vitest';
import { forBuild } from '#checks/severity.ts';
import { applyCase, goodFiles, problemsOf } from './fixture.ts';

const description =
  'A made-up article in which every rule finds what it asks for and none finds anything to say.';
const twins = {
  'the title of the model': {
    find: 'title: A second article that waits for its day',
    put: 'title: What iron does for a runner',
  },
  'the description of the model': {
    find: 'description: A made-up article which is scheduled, so that links to it and its own links can be tried out.',
    put: `description: ${description}`,
  },
};

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

test.each(
  Object.entries(twins).flatMap(([what, change]) => [
    [what, '2026-06-01', 'warning', change] as const,
    [what, '2027-01-10', 'error', change] as const,
  ]),
)('%s in an article that waits is told on %s as %s', async (name, today, severity, change) => {
  const { files } = applyCase({ name, file: 'articles/second.mdx', ...change });
  const found = (await problemsOf(files, today)).filter(({ rule }) => rule === 'twin');
  expect(found.map((problem) => problem.severity)).toEqual([severity, severity]);
  // The day comes without anybody's doing: no night leaves the site unbuilt.
  expect(forBuild(found).map((problem) => problem.severity)).toEqual(['warning', 'warning']);
});

test('two figures with one subtitle are told, whatever their titles', async () => {
  const figure = goodFiles.get('figures/low-stores.yaml')?.toString() ?? '';
  const { files } = applyCase({
    name: 'a figure of the same subtitle',
    file: 'figures/another.yaml',
    text: figure.replace(/^title: .*$/m, 'title: Another figure'),
  });
  const found = (await problemsOf(files, '2026-06-01')).filter(({ rule }) => rule === 'twin');
  expect(found.map(({ message }) => message.split(' "')[0])).toEqual([
    'the subtitle',
    'the subtitle',
  ]);
});
