/** Nobody is shown iron before being told to test. */
import type { Entry, Evidence } from '../../corpus/corpus.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

const testing =
  /\b(?:tests?|testing|untested|ferritin|(?:get|gets|getting|be|being|been|have|having|are|if) tested)\b/iu;
// "You need no blood test", and not "take none without a test".
const dismissed =
  /\bno\s+(?:[\w-]+\s+){0,2}?tests?\b|\bwithout\s+(?:[\w-]+\s+){0,3}?tests?\b|\b(?:need|have|bother)(?:s|ed)?\s+not\s+(?:to\s+)?(?:be\s+)?test|\b(?:do|does)(?:\s+not|n['’]t)\s+(?:need|have)\s+(?:to\s+be\s+tested|to\s+test|a\s+(?:[\w-]+\s+)?test)/iu;
const refusal =
  /\b(?:never|not|nobody|no one|don['’]t|no (?:iron|supplement|tablet|capsule|dose))\b/iu;

export const testFirst: Rule = {
  id: 'test-first',
  demands:
    'Before a product with a test-first nutrient stands a cited sentence about testing for it.',
  why: 'Iron does no good with full stores and may harm; a reader cannot feel which of the two holds.',
  fix: 'Say above it, with a citation, that a blood test comes first.',
  document: (context) =>
    context.placements.flatMap(({ component, products, before }): RuleDiagnostic[] => {
      const nutrients = products.flatMap((product) => needingTest(product, context.corpus));
      if (nutrients.length === 0) return [];
      const blocks = new Set(before);
      const cited = context.sentences.filter(
        ({ block, citations }) => citations.length > 0 && blocks.has(block),
      );
      const isSaid = (nutrient: Entry<'nutrients'>): boolean => {
        const named = new RegExp(String.raw`\b(?:blood|ferritin|${nutrient.data.name})\b`, 'iu');
        return cited.some(
          ({ text }) => testing.test(text) && named.test(text) && !isDismissed(text),
        );
      };
      return nutrients
        .filter((nutrient) => !isSaid(nutrient))
        .slice(0, 1)
        .map(({ data }) => ({
          ...component.position,
          message: `a product with ${data.name.toLowerCase()}, and no cited sentence before it says to test first.`,
        }));
    }),
};

function isDismissed(text: string): boolean {
  const found = dismissed.exec(text);
  if (found === null) return false;
  return !found[0].toLowerCase().startsWith('without') || !refusal.test(text);
}

function needingTest({ data }: Entry<'products'>, corpus: Evidence): Entry<'nutrients'>[] {
  return data.nutrients.flatMap(({ nutrient }) => {
    const entry = corpus.entries.nutrients.get(nutrient);
    return entry?.data.testFirst === undefined ? [] : [entry];
  });
}
