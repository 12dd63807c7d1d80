import { describe, expect, test } from 'vitest';
import { compileDocument } from '#document/compile.ts';
import { findLiteralMarkup, literalKinds } from '#document/literal-markup.ts';

const diagnosticsOf = (text: string) =>
  compileDocument({ text, takeaways: [], questions: [], answers: [] }).diagnostics;
const rulesOf = (text: string) => diagnosticsOf(text).map(({ rule }) => rule);

test.each(literalKinds.filter(({ only }) => only !== 'field'))(
  '$id is told in Markdown at its place, with its fix: $example',
  ({ example, fix }) => {
    const found = diagnosticsOf(`First.\n\n${example}\n`);
    const told = typeof fix === 'string' ? fix : fix(example);
    expect(found).toContainEqual(expect.objectContaining({ rule: 'literal-markup', fix: told }));
    expect(found.every(({ line }) => line >= 3)).toBe(true);
  },
);

test.each(literalKinds.filter(({ only }) => only !== 'start'))(
  '$id is told in a field: $example',
  ({ id, example }) => {
    const text = id === 'entity' ? 'salt &nbsp; iron' : example;
    expect(findLiteralMarkup(text, 'field')).not.toEqual([]);
  },
);

describe('signs that are meant are none', () => {
  test.each([
    ['an insertion', 'He said that [the runner] was “fit [sic] and well”.'],
    ['a confidence interval', 'The ratio was 1.5 (95% CI [1, 3]) and the range [2, 40].'],
    ['money', 'It went from $5 to $10, or US$5–$7 a month.'],
    ['a footnote star', 'It holds 5 mg* of it.\n\n*Adjusted for age.'],
    ['an enzyme', 'Thymidine kinase (TK) and vitamin K.'],
    ['chemistry', 'Ca++ and Mg++ in water, C++ in computers, Fe²⁺ and H₂O.'],
    ['figures', 'Run 10:30:15, at 5:30/km, 2:1, p = 0.05, n == 3 or 10^3 or x^2.'],
    ['a range with tildes', 'Take 5~10 mg or ~200 to ~300 mg, CO~ and H~2.'],
    ['company names', 'AT&T, R&D, Q&A and M&M’s.'],
    ['a blank to fill in', 'My ferritin is ____ mcg/L.'],
    ['names with underscores', 'The files my_data_file and H_2_O.'],
    ['a number sign', 'Reason #1, number #5 and the hashtag #running.'],
    ['absolute values', 'The difference |a| is less than |b|.'],
    ['code', 'Write `[[x]]`, `**x`, `$x$`, `TODO` and `:::`.\n\n```\n[[x]] **y\n:::note\n```'],
    ['escapes', 'Write \\*\\* and \\[\\[x]] and \\`, \\[1], \\#5 and \\~\\~ and \\:::.'],
    ['an escape at the start', '\\##x and \\:::note'],
    [
      'all markup that works',
      '**a** *b* ~~c~~ `d` [e](/f/) [g][h]\n\n[h]: /i/\n\n> j\n\n- k\n\n| l |\n|---|\n| m\\|\\|n |',
    ],
    ['a colon at a line’s start', 'Two things\n:of them one.'],
    ['brackets behind each other', 'He wrote [a] [b] and (c)(d).'],
  ])('%s', (_, text) => {
    expect(diagnosticsOf(text)).toEqual([]);
  });
});

describe('what reads as text and is taken for markup is told', () => {
  test.each([
    [
      'emphasis in a formula',
      'It is 2*3*4 mg.',
      '"*3*" is read as emphasis inside a word, and loses its signs.',
    ],
    [
      'emphasis over two numbers',
      'It is 5*3 and 4*2.',
      '"*3 and 4*" is read as emphasis inside a word, and loses its signs.',
    ],
    [
      'a year at the start',
      '2019. A study began.',
      '"2019." at the start of a line is read as the number of a list.',
    ],
    [
      'a day at the start',
      '14. May was cold.',
      '"14." at the start of a line is read as the number of a list.',
    ],
    ['numbers out of order', '1. a\n3. b\n7. c', '"3." would be printed as "2.".'],
    ['a plus', 'x\n\n+ 5 mg\n+ 6 mg', 'a line that starts with + is read as a list.'],
    [
      'a minus in a sentence',
      'The limit of ten\n- five is gone',
      'a line that starts with - is read as a list of one item.',
    ],
    ['a more-than sign', '>65 years', '">65 years" is read as a quotation.'],
    [
      'a more-than sign in a sentence',
      'People\n> 65 years old',
      'a line under this text starts with > and is read as a quotation.',
    ],
    ['a rule under text', 'Text\n---\nmore', 'the line under this text makes it a heading.'],
    ['closed headings', '## Vitamin #', 'the signs at the end of this heading are not printed.'],
    [
      'cells without a column',
      '| a | b |\n|---|---|\n| c | d | e |',
      'a row has 3 cells, and the table 2 columns.',
    ],
    [
      'an address that nothing uses',
      '[a]: /b/\n\nText.',
      'the address of a link that nothing uses is not printed.',
    ],
    [
      'a citation with a colon',
      '[@iron-test]: low\n\nText.',
      'the address of a link that nothing uses is not printed.',
    ],
    ['an empty item', 'a\n\n- \n- b', 'an item of a list is empty.'],
  ])('%s', (_, text, message) => {
    expect(diagnosticsOf(text)).toEqual([
      expect.objectContaining({ rule: 'accidental-markup', message }),
    ]);
  });

  test.each([
    [
      'lists',
      'Bring:\n- water\n- salt\n\n1. a\n2. b\n\nx\n\n5. e\n6. f\n\nx\n\n1. a\n1. b\n\nBring:\n- water',
    ],
    ['emphasis', '*a*-b, *un*common, (**c**), “*d*”, *Lactobacillus*-like'],
    ['signs that are escaped', '2\\*3\\*4, 2019\\. A study, \\>65, \\+ 5'],
    ['tables', '| a | b |\n|---|---|\n| c \\| d | e |\n| f |'],
    ['a line that parts sections', 'a\n\n---\n\nb'],
  ])('%s are fine', (_, text) => {
    expect(rulesOf(text)).toEqual([]);
  });
});

test('a list of tasks and an open block of code are refused at their line', () => {
  expect(diagnosticsOf('a\n\n- [ ] b\n- [x] c\n')).toMatchObject([
    {
      rule: 'literal-markup',
      line: 3,
      message: 'a list of tasks: nobody can tick its boxes here.',
    },
    { rule: 'literal-markup', line: 4 },
  ]);
  expect(diagnosticsOf('a\n\n```\nb\n')).toMatchObject([
    { rule: 'mdx-syntax', line: 3, message: 'a block of code is not closed.' },
  ]);
  expect(diagnosticsOf('> ```\n> a\n> ```\n\n- ~~~\n  b\n  ~~~~\n')).toEqual([]);
});
