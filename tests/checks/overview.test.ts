/** What an author is told of an article: the same figures as the report and the rule have. */
import { expect, test } from 'vitest';
import { overviewOf } from '#checks/overview.ts';
import { formatTable } from '#checks/report.ts';
import { checkCorpus, type CheckResult } from '#checks/run.ts';
import { collectionOf } from '#corpus/collections.ts';
import { contentFile } from '#corpus/content-file.ts';
import { emptyCorpus } from '#corpus/corpus.ts';
import { addFile } from '#corpus/read.ts';
import { day, goodFiles } from './fixture.ts';

function checked(change: (text: string) => string = (text) => text): CheckResult {
  const corpus = emptyCorpus('/content');
  for (const [file, bytes] of goodFiles) {
    const collection = collectionOf(file);
    const isModel = file === 'articles/model.mdx';
    const given = isModel ? Buffer.from(change(Buffer.from(bytes).toString())) : bytes;
    if (collection !== undefined)
      addFile(corpus, contentFile('/content', collection, `/content/${file}`, given));
  }
  return checkCorpus(corpus, day);
}

test('words, grade, sources and certainties are those of the report', () => {
  const result = checked();
  const { words, grade, sources, counts } = overviewOf('model', result, day) ?? {};
  const row = formatTable(result)
    .split('\n')
    .find((line) => line.startsWith('model '));
  expect(row?.split(/ +/).slice(1, 9)).toEqual([
    String(words),
    grade?.toFixed(1),
    String(sources),
    ...(counts ?? []).map(({ count }) => String(count)),
  ]);
});

test('where it is densest in figures is where the rule speaks', () => {
  const dense = 'They took 25 mg, 30 mg and 35 mg [@iron-limit]. Others took 40 mg and 41 mg.';
  const result = checked((text) => text.replace('{/* here */}', dense));
  const { densest } = overviewOf('model', result, day)?.density ?? {};
  const told = result.problems.find(
    ({ rule, message }) => rule === 'number-density' && message.includes('in a row'),
  );
  expect(told?.message).toContain(
    `${densest?.paragraphs} paragraphs in a row have ${densest?.numbers} numbers in ${densest?.words} words`,
  );
});

test('claims of its topics that it leaves out are named', () => {
  const result = checked();
  const { uncited = [] } = overviewOf('second', result, day) ?? {};
  const cited = result.documents.find(({ entry }) => entry.id === 'second')?.cited;
  const about = [...result.corpus.entries.claims.values()].filter(
    ({ data }) => data.topic === 'iron' || data.nutrients.includes('iron'),
  );
  expect(about.length).toBeGreaterThan(uncited.length);
  expect(uncited.length).toBeGreaterThan(0);
  expect(uncited.map(({ id }) => id).sort()).toEqual(
    about.flatMap(({ id }) => (cited?.has(id) === true ? [] : [id])).sort(),
  );
});

test('what will be due is of the article alone', () => {
  const result = checked();
  expect(overviewOf('second', result, day)?.due).toMatchObject([
    { day: '2027-01-10', what: 'published' },
    { day: '2027-12-02', what: 'review overdue' },
  ]);
  expect(overviewOf('model', result, day)?.due).toMatchObject([
    { day: '2027-01-01', what: 'exception ended' },
    { day: '2027-06-02', what: 'review overdue' },
  ]);
  expect(overviewOf('none', result, day)).toBeUndefined();
});
