/** Long lists in pages: each item once, and what comes in front moves nothing behind. */
import { expect, test } from 'vitest';
import { fewest, onPage, pagesBehind, pagesBeside, perPage } from '#domain/pages.ts';

const items = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const numbersOf = (count: number, size: number): number[] =>
  items(pagesBehind(count, size))
    .map((index) => index + 1)
    .toReversed();
const sizes = Object.values(perPage);

test.each(
  sizes.flatMap((size) => [0, 1, 29, 30, 79, 80, 81, 229, 230, 1234].map((count) => [count, size])),
)('%i items in pages of %i stand once each', (count, size) => {
  const all = items(count);
  const [first = [], ...others] = [undefined, ...numbersOf(count, size)].map((number) =>
    onPage(all, size, number),
  );
  expect([first, ...others].flat()).toEqual(all);
  expect(first.length).toBeLessThan(size + fewest);
  expect(first.length).toBeGreaterThanOrEqual(Math.min(count, fewest));
  for (const page of others) expect(page).toHaveLength(size);
});

test.each(sizes)('what comes in front moves nothing on pages of %i behind', (size) => {
  const all = items(1340);
  const more = [...items(77).map((index) => -index - 1), ...all];
  for (const number of numbersOf(all.length, size))
    expect(onPage(more, size, number)).toEqual(onPage(all, size, number));
});

test('each page leads to those beside it', () => {
  expect(pagesBeside(79, 50)).toEqual({});
  expect(pagesBeside(180, 50)).toEqual({ after: { number: 3 } });
  expect(pagesBeside(180, 50, 3)).toEqual({ before: { number: undefined }, after: { number: 2 } });
  expect(pagesBeside(180, 50, 2)).toEqual({ before: { number: 3 }, after: { number: 1 } });
  expect(pagesBeside(180, 50, 1)).toEqual({ before: { number: 2 } });
});
