/** Food is named before a product. */
import type { Rule } from '../rule.ts';

const food =
  /\b(?:foods?|eat|eating|eaten|meals?|diet|plate|meat|beef|poultry|chicken|turkey|liver|fish|salmon|sardines|seafood|shellfish|oysters?|eggs?|milk|dairy|yog(?:h)?urt|cheese|beans?|lentils?|chickpeas|soy|tofu|nuts?|almonds|seeds?|grains?|cereals?|bread|oats|oatmeal|pasta|rice|potato(?:es)?|vegetables?|fruit|berries|spinach|kale|broccoli|mushrooms?|bananas?|oranges?|raisins|broth|soup|pickles)\b/iu;

export const foodFirst: Rule = {
  id: 'food-first',
  demands: 'A food is named before the first product.',
  why: 'The position of sports-nutrition bodies is food first; a page that starts with a product says otherwise.',
  fix: 'Name foods that hold the nutrient above it.',
  document: ({ placements }) => {
    const [first] = placements;
    if (first === undefined || first.before.some(({ text }) => food.test(text))) return [];
    return [{ ...first.component.position, message: 'a product before any food is named.' }];
  },
};
