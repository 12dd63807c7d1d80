/** What exceptions mean for a build: the day alone stops none. */
import { expect, test } from 'vitest';
import { collectionNames, collectionOf, collections } from '#corpus/collections.ts';
import { contentFile } from '#corpus/content-file.ts';
import { emptyCorpus } from '#corpus/corpus.ts';
import { addFile } from '#corpus/read.ts';
import { forBuild } from '#checks/severity.ts';
import { goodFiles, problemsOf, textOf, type Files } from './fixture.ts';

const put = (file: string, from: string, to: string): Files => {
  const text = textOf(goodFiles, file);
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${file}.`);
  return new Map(goodFiles).set(file, new TextEncoder().encode(text.replace(from, to)));
};
const seriousness = (problems: { rule: string; severity: string }[]): string[] =>
  problems.map(({ rule, severity }) => `${severity} ${rule}`).sort();

// The empty text of a link is an error that an exception may silence.
const link = put(
  'articles/model.mdx',
  'until: 2026-12-31 }\n---\n',
  'until: 2027-03-01 }\n  - { rule: link-text, reason: It is the name of the page., until: 2026-12-31 }\n---\n\nSee [here](/how-we-work/) first.\n',
);

test('an error that an exception silenced until yesterday fails the check and stops no build', async () => {
  expect(seriousness(await problemsOf(link, '2026-12-31'))).toEqual([]);
  const problems = await problemsOf(link, '2027-01-01');
  expect(seriousness(problems)).toEqual(['error exception-ended', 'error link-text']);
  expect(seriousness(forBuild(problems))).toEqual(['warning exception-ended', 'warning link-text']);
});

test('an error that no exception ever silenced stops a build', async () => {
  const files = put('articles/model.mdx', 'Lentils', 'See [here](/how-we-work/) first. Lentils');
  expect(seriousness(forBuild(await problemsOf(files)))).toEqual(['error link-text']);
});

test.each(collectionNames)(
  '%s: an entry declares exceptions, and its data knows nothing of them',
  (name) => {
    const { list, extension } = collections[name];
    const own = [...goodFiles.keys()].filter((one) => collectionOf(one) === name);
    const file = own.find((one) => one.endsWith(extension)) ?? '';
    const field = '[{ "rule": "cliche", "reason": "A quotation.", "until": "2026-12-31" }]';
    const text = textOf(goodFiles, file).replace(/^exceptions:\n(?: .*\n)+/m, '');
    const declared =
      extension === '.json'
        ? text.replace('{', `{ "exceptions": ${field},`)
        : list
          ? text.replace('- ', `- exceptions: ${field}\n  `)
          : text.replace(/^(---\n)?/, `$1exceptions: ${field}\n`);
    const corpus = emptyCorpus('/content');
    addFile(
      corpus,
      contentFile('/content', name, `/content/${file}`, new TextEncoder().encode(declared)),
    );
    expect(corpus.problems).toEqual([]);
    const [entry] = corpus.entries[name].values();
    expect(entry?.exceptions).toHaveLength(1);
    expect(entry?.data).not.toHaveProperty('exceptions');
  },
);
