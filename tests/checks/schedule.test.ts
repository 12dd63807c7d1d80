/** The days on which the site changes by itself. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '#checks/run.ts';
import { formatEvent, scheduleOf } from '#checks/schedule.ts';
import { dayAfter } from '#domain/dates.ts';

const content = path.resolve('tests/fixtures/content');
const lines = async (today: string): Promise<string[]> =>
  scheduleOf(await checkContent(content, today), today).map(formatEvent);

test('what comes is told, the next first', async () => {
  const told = await lines('2026-06-01');
  expect(told.map((line) => line.split(':')[0])).toEqual([
    '2027-01-01  exception ended  content/articles/model.mdx',
    '2027-01-10  published  content/articles/second.mdx',
    '2027-06-02  review overdue  content/articles/model.mdx',
    '2027-12-02  review overdue  content/articles/second.mdx',
  ]);
});

test('what has come is not', async () => {
  expect((await lines('2027-01-10')).some((line) => line.includes('published'))).toBe(false);
  expect(await lines('2028-01-01')).toEqual([]);
});

test.each([
  ['2026-12-31', '2027-01-01'],
  ['2028-02-28', '2028-02-29'],
])('after %s comes %s', (day, next) => expect(dayAfter(day)).toBe(next));
