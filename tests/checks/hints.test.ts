/** The tree of hints finds what a look for each of them would. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HintTree } from '#checks/language/hints.ts';

const hints = ['^he', '^hers', '^ab', 'her', 'ers', 'bab', 'abba', 'µmol', '0', '$'];
const tree = new HintTree(new Map(hints.map((hint, number) => [hint, [number]])));

/** What is met, in the order in which the words of a text meet it. */
function sought(text: string): string[] {
  const words = text.split(/[^a-zµμ\u00DF-\u024F]+/i).map((word) => word.toLowerCase());
  const starts = hints.filter((hint) => hint.startsWith('^'));
  const parts = hints.slice(starts.length, -2);
  const met = words.flatMap((word) => [
    ...starts.filter((hint) => word.startsWith(hint.slice(1))).sort((a, b) => a.length - b.length),
    ...parts.filter((hint) => word.includes(hint)),
  ]);
  if (/\d/.test(text)) met.push('0');
  if (/[\p{Sc}\p{So}]/u.test(text)) met.push('$');
  return [...new Set(met)];
}

test.each([
  ['Hers', ['^he', '^hers', 'her', 'ers']],
  ['the abbab', ['^ab', 'bab', 'abba']],
  ['4 µmol for €2', ['µmol', '0', '$']],
  ['¹ ± ~', []],
  ['', []],
])('in "%s"', (text, met) => {
  expect(sought(text)).toEqual(met);
  expect(tree.metBy(text, []).map((number) => hints[number])).toEqual(met);
});

test('in any text, and no need twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'hersabmolµ ABÄ-1$💧'), { maxLength: 30 }),
      (letters) => {
        const text = letters.join('');
        expect(tree.metBy(text, []).map((number) => hints[number])).toEqual(sought(text));
      },
    ),
    { numRuns: 2000, seed: 20260601 },
  );
});
