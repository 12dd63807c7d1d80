/** Nobody is shown iron before being told to test. */
import { sentencesOf } from '../language/sentences.ts';
import type { Rule } from '../rule.ts';
import { placements } from './products-in-articles.ts';

export const testFirst: Rule = {
  id: 'test-first',
  demands: 'Before a product with a test-first nutrient stands a cited sentence about testing.',
  why: 'Iron does no good with full stores and may harm; a reader cannot feel which of the two holds.',
  fix: 'Say above the card, with a citation, that a blood test comes first.',
  document: (context) =>
    placements(context).flatMap(({ component, products, before }) => {
      const needsTest = products.some(({ data }) =>
        data.nutrients.some(
          ({ nutrient }) =>
            context.corpus.entries.nutrients.get(nutrient)?.data.testFirst !== undefined,
        ),
      );
      const isSaid = before
        .flatMap(sentencesOf)
        .some(
          ({ text, citations }) =>
            citations.length > 0 && /\b(?:test(?:s|ed|ing)?|untested|ferritin)\b/iu.test(text),
        );
      if (!needsTest || isSaid) return [];
      return {
        ...component.position,
        message:
          'a product that needs a blood test first, and nothing before it says so with a citation.',
        fix: 'Add a cited sentence about testing above it.',
      };
    }),
};
