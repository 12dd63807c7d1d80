/** Nobody is shown iron before being told to test. */
import type { Corpus, Entry } from '../../corpus/read.ts';
import type { Rule, RuleFinding } from '../rule.ts';

const testing = /\b(?:tests?|tested|testing|untested|ferritin)\b/iu;

export const testFirst: Rule = {
  id: 'test-first',
  demands:
    'Before a product with a test-first nutrient stands a cited sentence about testing for it.',
  why: 'Iron does no good with full stores and may harm; a reader cannot feel which of the two holds.',
  fix: 'Say above it, with a citation, that a blood test comes first.',
  document: (context) =>
    context.placements.flatMap(({ component, products, before }): RuleFinding[] => {
      const nutrients = products.flatMap((product) => needingTest(product, context.corpus));
      if (nutrients.length === 0) return [];
      const blocks = new Set(before);
      const cited = context.sentences.filter(
        ({ block, citations }) => citations.length > 0 && blocks.has(block),
      );
      const isSaid = (nutrient: Entry<'nutrients'>): boolean => {
        const named = new RegExp(String.raw`\b(?:blood|ferritin|${nutrient.data.name})\b`, 'iu');
        return cited.some(({ text }) => testing.test(text) && named.test(text));
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

function needingTest({ data }: Entry<'products'>, corpus: Corpus): Entry<'nutrients'>[] {
  return data.nutrients.flatMap(({ nutrient }) => {
    const entry = corpus.entries.nutrients.get(nutrient);
    return entry?.data.testFirst === undefined ? [] : [entry];
  });
}
