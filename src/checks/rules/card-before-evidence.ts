/** A product comes after the evidence that it rests on. */
import type { Rule } from '../rule.ts';

export const cardBeforeEvidence: Rule = {
  id: 'card-before-evidence',
  demands:
    'A card stands behind a cited claim about one of its nutrients, or one of its own claims.',
  why: 'A product that nothing leads up to is an advertisement and no more.',
  fix: 'Move it below the evidence that it rests on, or write the evidence.',
  document: (context) =>
    context.placements.flatMap(({ component, products, before }) => {
      const cited = new Set(before.flatMap(({ citations }) => citations.flatMap(({ ids }) => ids)));
      const dealtWith = new Set(
        [...cited].flatMap((id) => context.corpus.entries.claims.get(id)?.data.nutrients ?? []),
      );
      return products
        .filter(
          ({ data }) =>
            !data.nutrients.some(({ nutrient }) => dealtWith.has(nutrient)) &&
            !data.claims.some((id) => cited.has(id)),
        )
        .map(({ id }) => ({
          ...component.position,
          message: `no cited claim before it deals with what "${id}" holds.`,
        }));
    }),
};
