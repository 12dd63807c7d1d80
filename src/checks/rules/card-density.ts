/** An article is not a shelf. */
import type { Rule } from '../rule.ts';

const wordsBetween = 300;

export const cardDensity: Rule = {
  id: 'card-density',
  demands: `Between two cards stand at least ${wordsBetween} words; several products belong into a <ProductTable>.`,
  why: 'Search engines and readers take a page of cards for a thin advertisement, and they are right.',
  fix: 'Use a <ProductTable>, or drop one of them.',
  document: ({ placements }) => {
    const cards = placements.filter(({ component }) => component.name === 'ProductCard');
    return cards.flatMap(({ component, words }, index) => {
      const previous = cards[index - 1];
      if (previous === undefined || words - previous.words >= wordsBetween) return [];
      return {
        ...component.position,
        message: `only ${words - previous.words} words after the card before it.`,
      };
    });
  },
};
