/** Words of texts and of queries: written in other ways, found as the same. */
import { describe, expect, test } from 'vitest';
import { nearest, slipsAllowed, slipsBetween } from '#search/spelling.ts';
import { keyOf, phraseOf, wordsOf } from '#search/words.ts';

describe('the same', () => {
  test.each([
    ['B-12', 'b12'],
    ['B\u201112', 'b12'],
    ['without milk', 'no milk'],
    ['vitamin B 12', 'Vitamin b12'],
    ['omega-3', 'Omega 3'],
    ['50 µg', '50 mcg'],
    ['50 μg', '50ug'],
    ['25\u00A0mg', '25mg'],
    ['VO₂max', 'vo2max'],
    ['β-carotene', 'beta carotene'],
    ['anaemia', 'anemia'],
    ['hyponatraemia', 'Hyponatremia'],
    ['diarrhoea', 'diarrhea'],
    ['fibre', 'fiber'],
    ['sulphate', 'sulfate'],
    ['colour', 'color'],
    ['cramps', 'cramp'],
    ['berries', 'berry'],
    ['losses', 'loss'],
    ['runner’s knee', "runner's knee"],
    ['Señor', 'senor'],
    ['ＩＲＯＮ', 'iron'],
    ['How much iron do I need?', 'how many iron need'],
  ])('%s and %s', (a, b) => expect(phraseOf(a)).toBe(phraseOf(b)));
});

test.each([
  ['stress', 'stress'],
  ['status', 'status'],
  ['sepsis', 'sepsis'],
  ['hour', 'hour'],
  ['gas', 'gas'],
])('%s keeps its end', (word, key) => expect(keyOf(word)).toBe(key));

test('a letter after "vitamin" is a word', () => {
  expect(phraseOf('a vitamin A pill')).toBe('vitamin a pill');
  expect(wordsOf('What is it for?')).toEqual([]);
  expect(wordsOf('')).toEqual([]);
  expect(wordsOf('… ! ?')).toEqual([]);
});

describe('slips', () => {
  test.each([
    ['feritin', 'ferritin', 1],
    ['magnisium', 'magnesium', 1],
    ['ferrtiin', 'ferritin', 0.9],
    ['electrolytte', 'electrolyte', 1],
    ['iron', 'iron', 0],
    ['irno', 'iron', 0.9],
    ['hemaglobbin', 'hemoglobin', 2],
    ['zinc', 'magnesium', 3],
  ])('%s, %s: %f', (a, b, slips) => expect(slipsBetween(a, b, 2)).toBe(slips));

  test.each([
    [3, 0],
    [4, 1],
    [7, 1],
    [8, 2],
  ])('of %i letters %i are forgiven', (letters, slips) =>
    expect(slipsAllowed(letters)).toBe(slips),
  );

  test('the first of those as near is meant, and one with the same first letter before others', () => {
    const word = { surface: 'cinet', key: 'cinet' };
    expect(nearest(word, ['winet', 'zinct', 'conet', 'canet'])?.surface).toBe('conet');
    expect(nearest({ surface: 'zzzz', key: 'zzzz' }, ['zinc'])).toBeUndefined();
    expect(nearest({ surface: 'oil', key: 'oil' }, ['nil'])).toBeUndefined();
  });

  test('two letters swapped come before another letter, which makes another word of four', () => {
    const meant = (key: string, words: string[]): string | undefined =>
      nearest({ surface: key, key }, words)?.surface;
    expect(meant('pickel', ['picked', 'pickle'])).toBe('pickle');
    expect(meant('sock', ['sick'])).toBeUndefined();
    expect(meant('irno', ['iron'])).toBe('iron');
    expect(meant('irron', ['iron'])).toBe('iron');
    expect(meant('garmin', ['grain'])).toBeUndefined();
  });
});
