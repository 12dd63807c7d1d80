/** Days of a text: the last of all, and the last on which its words changed. */
import { expect, test } from 'vitest';
import { lastChanged, newestDay, yearsLater } from '#domain/dates.ts';

const days = {
  published: '2026-01-10',
  updated: '2026-02-01',
  reviewed: { on: '2026-03-01' },
  changes: [
    { on: '2026-02-20', kind: 'correction' },
    { on: '2026-03-05', kind: 'review' },
  ],
} as const;

test('the newest of all days counts, whichever it is', () => {
  expect(newestDay({ published: '2026-01-10', changes: [] })).toBe('2026-01-10');
  expect(newestDay(days)).toBe('2026-03-05');
  expect(newestDay({ ...days, changes: [] })).toBe('2026-03-01');
  expect(newestDay({ ...days, updated: '2026-04-01' })).toBe('2026-04-01');
});

test('a review changes no word', () => {
  expect(lastChanged(days)).toBe('2026-02-20');
  expect(lastChanged({ ...days, changes: [] })).toBe('2026-02-01');
});

test('years later', () => {
  expect(yearsLater('2028-02-29', 3)).toBe('2031-02-29');
});
