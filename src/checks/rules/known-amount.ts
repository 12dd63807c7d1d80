/** A dose that is printed is a dose that is known. */
import type { Rule, RuleFinding } from '../rule.ts';

export const knownAmount: Rule = {
  id: 'known-amount',
  demands: 'A <Dose> names a nutrient that the product’s file has an amount of.',
  why: 'There is nothing to print otherwise.',
  fix: 'Name a nutrient of the product, or leave the amount out.',
  document: ({ compiled, corpus }) =>
    compiled.document.components.flatMap(({ name, props, position }): RuleFinding[] => {
      if (name !== 'Dose') return [];
      const product = corpus.entries.products.get(props.product)?.data;
      if (
        product === undefined ||
        product.nutrients.some(({ nutrient }) => nutrient === props.nutrient)
      )
        return [];
      return [
        {
          ...position,
          message: `"${props.product}" has no amount of "${props.nutrient}".`,
          fix: `Its nutrients are ${product.nutrients.map(({ nutrient }) => nutrient).join(', ') || 'not known'}.`,
        },
      ];
    }),
};
