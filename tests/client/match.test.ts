/** What is found for what somebody types. */
import { expect, test } from 'vitest';
import { matching } from '../../src/client/match.ts';

const things = [
  { words: ['Maker Iron capsules', 'Iron'] },
  { words: ['Maker Zinc capsules', 'Zinc'] },
  { words: ['Señor Sport drink', 'Sodium', 'Zinc'] },
];
const names = (query: string): string[] =>
  matching(query, things).map(({ words: [name = ''] }) => name);

test.each([
  ['iron', ['Maker Iron capsules']],
  ['IR', ['Maker Iron capsules']],
  ['capsules maker', ['Maker Iron capsules', 'Maker Zinc capsules']],
  // What is called so comes before what only holds it.
  ['zinc', ['Maker Zinc capsules', 'Señor Sport drink']],
  ['senor', ['Señor Sport drink']],
  ['ron', []],
  ['iron zinc', []],
  ['', []],
  ['...', []],
])('%s', (query, expected) => {
  expect(names(query)).toEqual(expected);
});
