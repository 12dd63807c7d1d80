/** A word is written in the letters of one script. */
import { dataPassages, type Passage, type Passages } from '../passages.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

// Scripts of living languages, as Unicode recommends them (UAX 31, table 5).
const scripts =
  'Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Thaana Ethiopic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Khmer Hangul Bopomofo Hiragana Katakana Han'
    .split(' ')
    .map((name) => ({ name, letter: new RegExp(`\\p{Script=${name}}`, 'u') }));
// What is written among Latin letters without a space.
const eastern: ReadonlySet<string> = new Set(
  'Latin Hangul Bopomofo Hiragana Katakana Han'.split(' '),
);
const common = /[\p{Script=Common}\p{Script=Inherited}]/u;
// Letters that are drawn as Latin ones are, from Unicode's confusables.txt (UTS 39).
const alike: Readonly<Record<string, RegExp>> = {
  Cyrillic: /^[АВЕЅІЈКМНОРСТУХаеосрхуѕіјѡѴѵҮүһҽӀӏԁԌԚԛԜԝгьЬԍꙇ]+$/u,
  Greek: /^[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγινορσυϲϳϹϺκωηχτε]+$/u,
  Armenian: /^[ՍՏՕագզհոռսցքօ]+$/u,
};
// Letters that stand for themselves in science: μg, ΔHb, β alone, TNFα, NFκB, αKG, kΩ.
const scientific =
  /^(?:μ\p{Script=Latin}{1,6}|[ΔδΣσλ](?:\p{Lu}\p{Script=Latin}{0,7}|\p{Script=Latin}{1,4})|[A-Z]{1,6}(?:[α-νξ-ω]|κB)|[α-νξ-ω][A-Z]{1,4}|[kMGm]Ω)$/u;
const word = /\p{L}[\p{L}\p{M}]*/gu;

export const mixedScript: Rule = {
  id: 'mixed-script',
  demands:
    'No word mixes Latin letters with those of another script, or is written in letters that look like Latin ones. The Greek letters of science may: µg, β-carotene, TNFα.',
  why: 'A Cyrillic “с” looks like a “c”: such a word says one thing to a reader and another to every search and every rule.',
  fix: 'Type the word anew, in the letters of one script.',
  document: ({ passages }) => diagnosticsIn(passages),
  evidence: ({ corpus }) =>
    dataPassages(corpus).flatMap((passages) =>
      diagnosticsIn(passages).map((diagnostic) => ({ file: passages.file, ...diagnostic })),
    ),
};

// Of whoever said it.
function diagnosticsIn({ list, fields }: Passages): RuleDiagnostic[] {
  return [...list, ...fields.filter(({ kind }) => kind !== 'ours')].flatMap(strangeWords);
}

function strangeWords({ text, position }: Passage): RuleDiagnostic[] {
  if (!/[^\t -\u024F\u2000-\u2BFF]/.test(text)) return [];
  const words = [...text.matchAll(word)].map(({ 0: letters, index }) => ({
    letters,
    index,
    scripts: /^[A-Za-z\u00AA-\u024F]*$/.test(letters) ? ['Latin'] : scriptsOf(letters),
  }));
  return words.flatMap(({ letters, index, scripts: [first = '', ...others] }, number) => {
    const found = (reason: string): RuleDiagnostic[] => [
      { ...position(index), message: `"${letters}" ${reason}.` },
    ];
    if (others.length > 0) {
      if (scientific.test(letters) || [first, ...others].every((name) => eastern.has(name)))
        return [];
      return found(`mixes ${[first, ...others].join(' and ')} letters`);
    }
    if (first === 'other') return found('is written in letters that no reader here knows');
    // A word of Russian has others of Russian beside it, or a letter that gives it away.
    const isAlone = [words[number - 1], words[number + 1]].every(
      (near) => near?.scripts[0] !== first || alike[first]?.test(near.letters) === true,
    );
    const isSign = first === 'Greek' && /^[α-νξ-ω]$/u.test(letters);
    if (alike[first]?.test(letters) !== true || !isAlone || isSign) return [];
    return found(`is written in ${first} letters that look like Latin ones`);
  });
}

function scriptsOf(letters: string): string[] {
  const names = [...letters]
    .filter((letter) => !common.test(letter))
    .map((letter) => scripts.find((script) => script.letter.test(letter))?.name ?? 'other');
  return [...new Set(names)];
}
