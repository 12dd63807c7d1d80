import { describe, expect, test } from 'vitest';
import { compileDocument } from '#document/compile.ts';
import { setQuotes } from '#document/punctuation.ts';

const set = (text: string): string => setQuotes(text, () => false);
const shown = (text: string): string =>
  compileDocument({ text, takeaways: [], questions: [], answers: [] })
    .document.body.map((part) => (typeof part === 'string' ? part : ''))
    .join('');

describe('quotation marks', () => {
  test.each([
    ['"quotes \'inside\' quotes"', '“quotes ‘inside’ quotes”'],
    ['"\'inside\' first"', '“‘inside’ first”'],
    ['\'"a" b\'', '‘“a” b’'],
    ['—"dash" ("br") ["x"] a/"b"', '—“dash” (“br”) [“x”] a/“b”'],
    ['"I run—" she said—"no," he said', '“I run—” she said—“no,” he said'],
    ['"What?" "Yes!"', '“What?” “Yes!”'],
    ['"A quotation [@a]" and "one." [@b]', '“A quotation [@a]” and “one.” [@b]'],
    ['"opens only', '“opens only'],
    ['closes only"', 'closes only”'],
    ['"…and"', '“…and”'],
  ])('%s', (text, result) => expect(set(text)).toBe(result));
});

describe('apostrophes', () => {
  test.each([
    ["it's, O'Brien's, B12's, the 1960's", 'it’s, O’Brien’s, B12’s, the 1960’s'],
    ["the '90s, and '68 was the runners' year", 'the ’90s, and ’68 was the runners’ year'],
    ["rock 'n' roll, get 'em, 'tis 'Twas", 'rock ’n’ roll, get ’em, ’tis ’Twas'],
    ["the runners' 'best' shoes", 'the runners’ ‘best’ shoes'],
    ["'round the clock", '’round the clock'],
    ["'25 mg' and '25'", '‘25 mg’ and ‘25’'],
  ])('%s', (text, result) => expect(set(text)).toBe(result));
});

describe('feet and inches, minutes and seconds', () => {
  test.each([
    ['5\'10" tall, 6" wide, 6\' high', '5′10″ tall, 6″ wide, 6′ high'],
    ['pace 5\'30"/km and 5\' 10"', 'pace 5′30″/km and 5′ 10″'],
    ['"a 6" pipe"', '“a 6″ pipe”'],
    ['"He ran 5\'10"?"', '“He ran 5′10″?”'],
    ['"vitamin B12" and 6"', '“vitamin B12” and 6″'],
    ['"run 25" and "take 3"', '“run 25” and “take 3”'],
    ['12 1/2" and 3½" and 6" x 8"', '12 1/2″ and 3½″ and 6″ x 8″'],
    ['and that was in 2019"', 'and that was in 2019”'],
  ])('%s', (text, result) => expect(set(text)).toBe(result));
});

test.each(['" x "', 'a"b', '"a 5" and 6"', '""', "''"])(
  '%s may be read in two ways, and stays',
  (text) => {
    expect(set(text)).toBe(text);
  },
);

test('marks look across code, links and emphasis', () => {
  expect(shown('"*em*" \'`c`\' `code`\'s *em*\'s "[link](/x/)" "a\\\nb"')).toBe(
    '<p>“<em>em</em>” ‘<code>c</code>’ <code>code</code>’s <em>em</em>’s “<a href="/x/">link</a>” “a<br>\nb”</p>',
  );
  expect(shown('| "a" | \'b\' |\n|---|---|\n')).toMatch(/“a”.*‘b’/s);
});

test('marks that were escaped stay straight, three dots become one sign', () => {
  expect(shown('6\\" and \\\'x\\\' and &quot;y&quot;... "z"')).toBe(
    '<p>6" and \'x\' and "y"… “z”</p>',
  );
});
