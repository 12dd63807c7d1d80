/** What readers type: a value, or a plain sentence. Nothing typed ever throws. */
import { assert, constantFrom, integer, oneof, property, string, stringMatching } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAge, readAmount, readServings } from '#client/input.ts';

const anything = oneof(
  string({ unit: 'binary' }),
  stringMatching(/^[-−+]?[\d.,e ]{0,14}$/),
  constantFrom('', ' ', 'NaN', 'Infinity', '1e9', '0x10', '٣', '½', '--1', '1.2.3'),
);

describe('readAge', () => {
  test.each([
    ['34', 34],
    [' 14 ', 14],
    ['120', 120],
    ['034', 34],
  ])('%j is %d', (text, value) => {
    expect(readAge(text)).toEqual({ value });
  });

  test.each([
    ['', 'Write your age in years.'],
    ['abc', 'Write your age as a whole number of years, such as 34.'],
    ['34.5', 'Write your age as a whole number of years, such as 34.'],
    ['-5', 'An age cannot be less than nothing.'],
    [
      '13',
      'There are no figures here for anyone under 14: the tables of this site start at 14, and children need other amounts. Ask a doctor or dietitian.',
    ],
    ['121', 'That is more than 120 years: check the number.'],
    ['999999999999', 'Write your age as a whole number of years, such as 34.'],
  ])('%j: %s', (text, problem) => {
    expect(readAge(text)).toEqual({ problem });
  });

  test('whatever is typed, a sound age or a sentence comes out', () => {
    assert(
      property(anything, (text) => {
        const reading = readAge(text);
        expect('value' in reading ? reading.value : 14).toBeGreaterThanOrEqual(14);
        expect('problem' in reading ? reading.problem : 'Fine.').toMatch(/^[A-Z].*\.$/);
      }),
    );
  });

  test('every age from 14 to 120 is read as itself', () => {
    assert(
      property(integer({ min: 14, max: 120 }), (age) => {
        expect(readAge(String(age))).toEqual({ value: age });
      }),
    );
  });
});

describe('readAmount', () => {
  test.each([
    ['25', 'mg', 25],
    ['0.4', 'mg', 0.4],
    ['.5', 'mg', 0.5],
    ['1,000', 'mg', 1000],
    ['1,000.5', 'mcg', 1000.5],
    ['100', 'g', 100],
    ['1000000', 'IU', 1_000_000],
  ])('%j %s', (text, unit, value) => {
    expect(readAmount(text, unit)).toEqual({ value });
  });

  test.each([
    ['', 'mg', 'Write the amount a day, such as 25 or 0.4.'],
    ['ten', 'mg', 'Write the amount a day, such as 25 or 0.4.'],
    ['1e5', 'mg', 'Write the amount a day, such as 25 or 0.4.'],
    ['0,4', 'mg', 'Write it with a point: 0.4.'],
    ['0,400', 'mg', 'Write it with a point: 0.400.'],
    ['-3', 'mg', 'An amount cannot be less than nothing.'],
    ['0', 'mg', 'Write an amount above 0, or clear the field.'],
    ['101', 'g', 'That is more than 100 g a day: check the number and the unit.'],
    ['100001', 'mg', 'That is more than 100 g a day: check the number and the unit.'],
    ['1000001', 'IU', 'That is more than a million units a day: check the number and the unit.'],
  ])('%j %s: %s', (text, unit, problem) => {
    expect(readAmount(text, unit)).toEqual({ problem });
  });

  test('whatever is typed, a positive amount or a sentence comes out', () => {
    assert(
      property(anything, constantFrom('g', 'mg', 'mcg', 'IU'), (text, unit) => {
        const reading = readAmount(text, unit);
        expect('value' in reading ? reading.value : 1).toBeGreaterThan(0);
        expect('problem' in reading ? reading.problem : 'Fine.').toMatch(/^[A-Z].*\.$/);
      }),
    );
  });
});

describe('readServings', () => {
  test.each([
    ['', 0],
    ['0', 0],
    ['2', 2],
    ['0.5', 0.5],
    ['50', 50],
  ])('%j is %d', (text, value) => {
    expect(readServings(text)).toEqual({ value });
  });

  test.each([
    ['two', 'Write how many servings a day, such as 1 or 0.5.'],
    ['-1', 'An amount cannot be less than nothing.'],
    ['51', 'That is more than 50 servings a day: check the number.'],
  ])('%j: %s', (text, problem) => {
    expect(readServings(text)).toEqual({ problem });
  });
});
