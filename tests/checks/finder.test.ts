/** The finder tries few patterns on a text, and finds what all of them would. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { allExpressions, finderOf, needsOf } from '#checks/language/finder.ts';
import { rules } from '#checks/rules/index.ts';

const texts = (
  parse(readFileSync('tests/fixtures/wording.yaml', 'utf8')) as { text: string }[]
).map(({ text }) => text);

test.each([
  [String.raw`\bsav(?:e|es|ing) (?:you )?(?:up to )?\d+`, [['^sav'], ['0']]],
  [String.raw`\b(?:no )?bargains?(?! between)`, [['^bargain']]],
  [
    String.raw`\b(?:fast|quick) (?:relief|results)\b`,
    [
      ['^fast', '^quick'],
      ['^relief', '^results'],
    ],
  ],
  [String.raw`\b[a-z]+ologists?\b`, [['ologist']]],
  [String.raw`(?<!a)#1`, [['0']]],
  [String.raw`\p{Sc}\s?\d`, [['$'], ['0']]],
])('%s needs %j', (source, needs) => {
  expect(needsOf(source)).toEqual(needs);
});

test.each([
  String.raw`\b(?:(?:cure|treat)s?|end(?:s|ed)?) (?:[\w-]+ ){0,3}?(?:anemia|colds?|\w+itis)\b`,
  String.raw`^\W*(?:only |just )?(?:a few|\d+) (?:left|days)\b|\bhurry\b`,
  String.raw`[★☆⭐]|\p{Sc}\d+|(?=\d)(?<![\d.])\d+ (?:kr|yen|dollars)\b`,
  String.raw`\b(?:very |so )?(?:cheap(?:er|est)?|worth (?:the|your) (?:money|price))\b`,
  String.raw`\b(?<who>doctors|experts)[’']?s? (?:recommend|trust)s? (?:it|this)\b`,
])('finds what %s finds', (source) => {
  const finder = finderOf([source]);
  const wanted = texts.map((text) => new RegExp(source, 'iu').exec(text)?.index);
  expect(texts.map((text) => finder(text)[0]?.index)).toEqual(wanted);
  expect(wanted.some((at) => at !== undefined)).toBe(true);
});

test('every pattern of every rule can be read', () => {
  expect(rules).not.toEqual([]);
  // Each is made ready here, and throws where it is none.
  expect(allExpressions()).not.toEqual([]);
});

test('signs in classes mean themselves', () => {
  const finder = finderOf([String.raw`\bx[(){}/|[\]\w. -]y\b`]);
  for (const sign of '(){}/|[]a. -')
    expect(finder(`an x${sign}y`).map(({ index }) => index)).toEqual([3]);
  expect(finder('an x,y')).toEqual([]);
});
