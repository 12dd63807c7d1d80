/** Examples of FoodSources. */
import type { AuthorsExample } from './example.ts';

export const foodSources: AuthorsExample<'FoodSources'>[] = [
  { state: 'typical', props: { nutrient: 'tested', limit: 10 } },
  { state: 'at the least: a link to the rest', props: { nutrient: 'tested', limit: 3 } },
];
