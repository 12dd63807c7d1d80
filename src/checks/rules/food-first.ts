/** Food is named before a product. */
import type { Rule } from '../rule.ts';
import { placements } from './products-in-articles.ts';

const food =
  /\b(?:food|foods|eat|eating|meal|meals|meat|fish|salmon|sardines|seafood|oysters?|egg|eggs|milk|dairy|yog(?:h)?urt|cheese|beans?|lentils?|chickpeas|tofu|nuts?|seeds?|grains?|cereals?|bread|oats|rice|potato(?:es)?|vegetables?|fruit|spinach|kale|banana|bananas|orange|broth|soup|salt|pickles)\b/iu;

export const foodFirst: Rule = {
  id: 'food-first',
  demands: 'A food is named before the first product.',
  why: 'The position of sports-nutrition bodies is food first; a page that starts with a product says otherwise.',
  fix: 'Name foods that hold the nutrient above the card.',
  document: (context) => {
    const [first] = placements(context);
    if (first === undefined || first.before.some(({ text }) => food.test(text))) return [];
    return [
      {
        ...first.component.position,
        message: 'a product before any food is named.',
        fix: 'Name foods above it.',
      },
    ];
  },
};
