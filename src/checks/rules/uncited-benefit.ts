/** Whoever says that a nutrient helps says where it was found. */
import { locate } from '../../document/prose.ts';
import { statements } from '../evidence.ts';
import { pattern } from '../looks.ts';
import { benefitVerb, verbMatches, isDenied, isQuoted } from '../language/wording.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

export const uncitedBenefit: Rule = {
  id: 'uncited-benefit',
  demands:
    'A sentence in which a nutrient or a supplement prevents, boosts, improves or reduces something has a citation in it or just behind it, however it is hedged. Denials, quotations and questions are free.',
  why: 'A benefit without a source is what the web’s articles of this kind are made of, and US rules ask for evidence behind it.',
  fix: 'Cite a claim that found it: [@id]; or leave it out.',
  document: (context) => {
    const subject = subjectBefore(context.corpus);
    return statements(context).flatMap((sentence): RuleDiagnostic[] => {
      const { text, block, start, citations } = sentence;
      if (citations.length > 0) return [];
      return verbMatches(text, benefitVerb).flatMap((match): RuleDiagnostic[] => {
        const at = match.index ?? 0;
        if (!subject.test(text.slice(0, at))) return [];
        if (isDenied(text, at) || isQuoted(text, at)) return [];
        return [{ ...locate(block, start + at), message: `"${match[0]}" has no citation.` }];
      });
    });
  },
};

const subjectBefore = pattern('what helps', ({ entries }) => {
  const names = [...entries.nutrients.values()].flatMap(({ data }) => [
    data.name.replace(/ \(.*/, ''),
    ...data.also,
  ]);
  const words = [
    ...names,
    'supplements?',
    'vitamins?',
    'minerals?',
    'antioxidants?',
    'electrolytes?',
    'salt',
    'multivitamins?',
    'B-complex',
  ];
  return String.raw`\b(?:${words.join('|')})\b(?:\s+[\w’'-]+){0,4}\s*$`;
});
