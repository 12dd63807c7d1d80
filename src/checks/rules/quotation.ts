/** Words of somebody else stand with the work that has them. */
import { locate } from '../../document/prose.ts';
import { countWords } from '../../document/words.ts';
import type { Position } from '../../problem.ts';
import { dataPassages, fieldTexts } from '../passages.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

// Fewer words are a term, a slogan, a scare quote.
const fewest = 6;
// Of what somebody is said to have said, fewer are enough to be invented.
const fewestSaid = 3;

// In double marks, or in single ones that are no apostrophes.
const quotation = /“([^“”]*)”|(?<![\p{L}\p{N}])"([^"]*)"|‘((?:[^‘’]|’(?=\p{L}))*)’(?!\p{L})/gu;
const titled =
  /\b(?:titled|entitled|headlined|headed|called|named|article|papers?|books?|reports?|review|chapter|guide|guideline|pages?|sections?|table|chart|question|film|podcast|search(?:es|ing)?(?: for)?|type|typed)\W{0,3}$/iu;
const speaks =
  '(?:says?|said|told|tells|wrote|writes|recalls?|recalled|explain(?:s|ed)|add(?:s|ed)|admit(?:s|ted)|laugh(?:s|ed)|remember(?:s|ed)|warn(?:s|ed)|conclude[sd]?|put it|note[sd]|comment(?:s|ed)|argue[sd]|quipped|joked|insist(?:s|ed)|remark(?:s|ed)|state[sd])';
// The “no pain, no gain, no excuse at all” school
const attributiveBefore = /\b(?:the|an?|this|that|these|those|our|their)\s$/iu;
const name = String.raw`\p{Lu}[\p{L}’-]+`;
const somebody = `(?:[Hh]e|[Ss]he|[Tt]hey|[Oo]ne (?:of (?:them|the [a-z]+)|runner|woman|man|coach|doctor)|(?:[Tt]he|[Aa]n?|[Oo]ur|[Mm]y|[Hh]er|[Hh]is) (?:[a-z-]+ ){0,2}(?:author|researcher|scientist|doctor|dietitian|coach|runner|athlete|marathoner|physician|professor|champion|trial|study|team|mother|woman|man|friend)s?|(?:Dr\\.?|Prof\\.?|Professor|Coach) ${name}|${name} ${name})`;
const saidBefore = new RegExp(
  String.raw`(?:(?<![\p{L}])${somebody},? (?:who )?(?:[a-z]+ly )?${speaks}(?: (?:us|me|it|in \d{4}|that))?|\b[Aa]ccording to ${somebody}|\b[Ii]n the words of [^“"]{3,60})[,:]?\s*$`,
  'u',
);
const saidBehind = new RegExp(
  String.raw`^\s*(?:${somebody} (?:[a-z]+ly )?${speaks}\b|${speaks} (?:${somebody}|${name})|[–—-]\s?${name} ${name})`,
  'u',
);

export const quotationRule: Rule = {
  id: 'quotation',
  demands:
    'Quoted words of a person or a work stand in <Quote source="…">; titles, terms and a few quoted words need none.',
  why: 'An invented quotation reads like a real one: only its source tells them apart.',
  fix: 'Say it in words of your own, or write <Quote source="…">…</Quote> on lines of their own, with the exact words.',
  document: ({ entry, compiled }) => {
    const blocks = compiled.prose.filter(({ kind, attributed }) => kind !== 'code' && !attributed);
    return [
      ...blocks
        .filter(
          ({ quoted, text }, index) =>
            quoted && blocks[index - 1]?.quoted !== true && !text.startsWith('[!'),
        )
        .map((block) => ({
          ...locate(block, 0),
          message: 'this quotation does not say which work has it.',
        })),
      ...blocks
        .filter(({ quoted }) => !quoted)
        .flatMap((block) => quotationsIn(block.text, (at) => locate(block, at))),
      ...fieldTexts(entry).flatMap(({ value, field: { whose }, position }) =>
        whose === 'ours' ? quotationsIn(value, position) : [],
      ),
    ];
  },
  evidence: ({ corpus }) =>
    dataPassages(corpus).flatMap(({ file, entry }) =>
      fieldTexts(entry).flatMap(({ value, field: { whose }, position }) =>
        whose === 'ours'
          ? quotationsIn(value, position).map((found) => ({
              file,
              ...found,
              fix: 'Say it in words of your own: a field holds no quotation.',
            }))
          : [],
      ),
    ),
};

function quotationsIn(text: string, position: (at: number) => Position): RuleDiagnostic[] {
  if (!/[“"‘]/.test(text)) return [];
  return [...text.matchAll(quotation)].flatMap(
    ({ 0: whole, 1: curly, 2: straight, 3: single, index }) => {
      const words = (curly ?? straight ?? single ?? '').trim();
      const count = countWords(words);
      const [before, behind] = [text.slice(0, index), text.slice(index + whole.length)];
      const isSaid = saidBefore.test(before) || saidBehind.test(behind);
      if (count < (isSaid ? fewestSaid : fewest)) return [];
      const isName = attributiveBefore.test(before) && /^\s[a-z]/.test(behind);
      if (!isSaid && (isName || isTitle(words) || titled.test(before) || words.endsWith('?')))
        return [];
      return [{ ...position(index), message: `${shown(words)} is quoted without its source.` }];
    },
  );
}

// "The Role of Iron in Women Who Run": each word that matters has a capital.
function isTitle(words: string): boolean {
  const long = words.split(/\s+/).filter((word) => /^\p{L}[\p{L}’'-]{3,}/u.test(word));
  return long.length > 2 && long.every((word) => /^\p{Lu}/u.test(word));
}

function shown(words: string): string {
  const first = words.split(/\s+/).slice(0, 6).join(' ');
  return `“${first}${first.length < words.length ? ' …' : ''}”`;
}
