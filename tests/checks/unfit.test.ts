/** One field that does not fit: whatever tells of the content tells of it too, and falls over nothing. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { compare } from '#author/compare.ts';
import { openItems } from '#checks/ready.ts';
import { formatMarkdown, formatNotes, formatTable } from '#checks/report.ts';
import { checkContent } from '#checks/run.ts';
import { scheduleOf } from '#checks/schedule.ts';
import { collections } from '#corpus/collections.ts';
import { readCorpus } from '#corpus/read.ts';
import { groupOf } from '#schemas/fields.ts';
import { day } from './fixture.ts';

const root = path.resolve('tests/fixtures/content');
const before = await readCorpus(root);

const texts = [
  ['articles', 'model'],
  ['nutrients', 'iron'],
  ['pages', 'about'],
] as const;

const fields = texts.flatMap(([collection, id]) =>
  Object.keys(groupOf(collections[collection].schema)).map(
    (field) => [`${collection}/${id}.mdx`, field] as const,
  ),
);

test.each(fields)('%s with a wrong "%s"', async (file, field) => {
  const [, front = '', body = ''] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(path.join(root, file), 'utf8')) ?? [];
  const data = { ...(parse(front) as object), [field]: [[12, 1, 2026]] };
  const overlay = new Map([
    [`content/${file}`, Buffer.from(`---\n${stringify(data)}---\n${body}`)],
  ]);
  const result = await checkContent(root, day, { overlay });
  // As where there is a list of what is out.
  result.corpus.ledger = ['/articles/model/'];
  expect(result.problems.filter(({ rule }) => rule === 'schema')).not.toEqual([]);
  expect(() => {
    formatNotes(result, day);
    formatTable(result);
    formatMarkdown(result.problems, result);
    openItems(result, day);
    scheduleOf(result, day);
    compare(before, result.corpus, day);
    compare(result.corpus, before, day);
  }).not.toThrow();
});
