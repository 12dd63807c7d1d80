/** What a command prints: texts on one line that no terminal and no build log obeys, and stacks of bugs alone. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureText, printable, UserError } from '#problem.ts';

describe('a printable text', () => {
  test.each([
    ['an escape of a terminal', 'a\u001B[31mred', 'a\\u001b[31mred'],
    ['line breaks', 'a\r\nb\u2028c\u0085d', 'a\\u000d\\u000ab\\u2028c\\u0085d'],
    ['a mark that turns the reading direction', 'a\u202Eb', 'a\\u202eb'],
    ['what cannot be seen', 'a\u200Bb\u00ADc\u{E0041}', 'a\\u200bb\\u00adc\\udb40\\udc41'],
    ['half a character', 'a\uD800b', 'a\\ud800b'],
    ['a command to a runner', '::error::x', '\\u003a:error::x'],
    ['one with properties', 'a ::error file=a:b,line=1::x', 'a \\u003a:error file=a:b,line=1::x'],
    ['one of the older kind', 'a ##[error]x', 'a \\u0023#[error]x'],
    ['accents, units and signs', 'β-carotene, 25 µg ≥ ½ “g” 💧', 'β-carotene, 25 µg ≥ ½ “g” 💧'],
    ['colons of a DOI', '37:1<3::AID-HRM2>3.0.CO;2', '37:1<3::AID-HRM2>3.0.CO;2'],
  ])('%s', (_name, text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  test('holds nothing that a terminal or a runner obeys, whatever it is made from', () => {
    const pieces = fc.constantFrom(
      '::',
      'error',
      '::error::',
      ' ',
      '##[',
      '\n',
      '\u001B',
      '\u202E',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (parts) => {
        const text = printable(parts.join(''));
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(text).not.toMatch(/::[a-z-]+(?: .*)?::|##\[/i);
        expect(printable(text)).toBe(text);
      }),
    );
  });
});

describe('what a command prints of a failure', () => {
  test('is a sentence where somebody can mend it', () => {
    expect(failureText(new UserError('SITE_URL is "\u001Bx": write an address.'))).toBe(
      'SITE_URL is "\\u001bx": write an address.',
    );
  });

  test('is the stack of a bug, with its causes', () => {
    const cause = new TypeError('x is no function');
    const text = failureText(new Error('The rule "cliche" failed on a.mdx.', { cause }));
    expect(text).toMatch(
      /^Error: The rule "cliche" failed on a\.mdx\.\n {4}at .*\nCaused by: TypeError: x is no function\n {4}at .*problem\.test\.ts/s,
    );
    expect(failureText('a word')).toBe('a word');
  });
});
