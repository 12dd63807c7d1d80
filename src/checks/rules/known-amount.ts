/** A dose that is printed or added up is a dose that is known. */
import type { CorpusDiagnostic, Rule, RuleDiagnostic } from '../rule.ts';

export const knownAmount: Rule = {
  id: 'known-amount',
  demands:
    'A <Dose> names a nutrient that the product’s file has an amount of, and a preset products of which amounts are known.',
  why: 'There is nothing to print or to add up otherwise.',
  fix: 'Name a nutrient of the product, or leave the amount out.',
  corpus: ({ corpus }) =>
    [...corpus.entries.presets.values()].flatMap(({ file, data, locate }) =>
      data.products.flatMap(({ product: id }, index): CorpusDiagnostic[] => {
        const product = corpus.entries.products.get(id)?.data;
        if (product === undefined) return [];
        const isKnown =
          product.status === 'listed' && product.nutrients.some(({ per }) => per === undefined);
        if (isKnown) return [];
        return [
          {
            file,
            ...locate(['products', index, 'product']),
            message:
              product.status === 'listed'
                ? `nobody knows what a serving of "${id}" holds.`
                : `"${id}" is not listed (it is ${product.status}).`,
            fix: 'Name a listed product with amounts of a serving.',
          },
        ];
      }),
    ),
  document: ({ compiled, corpus }) =>
    compiled.document.components.flatMap(({ name, props, position }): RuleDiagnostic[] => {
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
