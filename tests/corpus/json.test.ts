/** Broken JSON: every fault is told, in words, at its own place. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonDiagnostics } from '#corpus/json.ts';

const told = (text: string): string[] =>
  jsonDiagnostics(text).map(
    ({ line, column, message, fix }) =>
      `${line}:${column} ${message.replace('broken JSON: ', '')} ${fix}`,
  );

test.each([
  ['[{ "a": 1, }]', ['1:10 a comma too many. Delete it.']],
  ['[{ "a": 1 }, ]', ['1:12 a comma too many. Delete it.']],
  ['[1,, 2]', ['1:4 a comma too many. Delete it.']],
  ['[{ "a": 1 "b": 2 }]', ['1:9 a comma is missing behind this. Put it between the two.']],
  ["[{ 'a': 1 }]", ['1:4 a text in single quotation marks. Put it in "double" ones.']],
  ['[“a”]', ['1:2 a text in typographic quotation marks. Put it in straight ones: "…".']],
  ['[{ a: 1 }]', ['1:4 a name without quotation marks. Write it as "name".']],
  ['[1] // why', ['1:5 a comment. Delete it; JSON has none.']],
  ['/* why */ [1]', ['1:1 a comment. Delete it; JSON has none.']],
  ['[1\n', ['1:2 "[" on line 1 is not closed. Close it with "]".']],
  ['[\n{ "a": [1 }]', ['2:11 "}" stands before "[" on line 2 is closed. Close it with "]" first.']],
  ['[1]]', ['1:4 something stands behind its end. Delete what stands behind the last bracket.']],
  ['[{ "a": 1 ]]', ['1:11 "]" stands before "{" on line 1 is closed. Close it with "}" first.']],
  ['[1] x', ['1:5 something stands behind its end. Delete what stands behind the last bracket.']],
  ['[NaN]', ['1:2 "NaN" is no value. Write it, or leave the field out where it is not known.']],
  ['[True]', ['1:2 "True" is no value. Write true.']],
  ['[01]', ['1:2 "01" is no number of JSON. Write 1.']],
  ['[.5]', ['1:2 ".5" is no number of JSON. Write 0.5.']],
  ['[0x10]', ['1:2 "0x10" is no number of JSON. Write 16.']],
  ['[iron]', ['1:2 "iron" is no value. Put a text in "double quotation marks".']],
  [
    '["a\nb"]',
    [
      '1:2 a text is not closed on its line. Close it with "; a line break in it is \\n.',
      '2:1 "b" is no value. Put a text in "double quotation marks".',
    ],
  ],
  ['["a\tb"]', ['1:4 a tab or control character in a text. Write \\t, or a space.']],
  ['["a\\qb"]', ['1:4 a backslash that escapes nothing. Write \\\\ for a backslash.']],
  ['[\u00A01]', ['1:2 a space that JSON does not know. Write a plain one.']],
  ['[{ "a" 1 }]', ['1:4 a colon is missing behind the name. Write "name": value.']],
  ['[{ "a": }]', ['1:9 a value is missing before "}". Write it, or delete the field.']],
])('%j', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test('all faults are told at once, the first of each line', () => {
  expect(told('[\n  { "a": 1, },\n  // b\n  { "c": NaN },\n  { \'d\': 1 },\n]')).toEqual([
    '2:11 a comma too many. Delete it.',
    '3:3 a comment. Delete it; JSON has none.',
    '4:10 "NaN" is no value. Write it, or leave the field out where it is not known.',
    '5:5 a text in single quotation marks. Put it in "double" ones.',
  ]);
});

test('there is a fault exactly where other programs cannot read it, inside the text', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    "'b'",
    '1',
    '-',
    '.5',
    'true',
    'nul',
    ' ',
    '\n',
    '\\',
    '//x',
    '/*',
    '\u00A0',
    '\u2028',
    '\u0000',
    'é',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      const diagnostics = jsonDiagnostics(text);
      expect(diagnostics.length === 0).toBe(isJson);
      const lines = text.split('\n');
      for (const { line, column } of diagnostics)
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    }),
    { numRuns: 3000 },
  );
});
