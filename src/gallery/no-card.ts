/** Examples of NoCard. */
import type { AuthorsExample } from './example.ts';

export const noCard: AuthorsExample<'NoCard'>[] = [
  { state: 'typical', props: { nutrient: 'limited', reason: 'food covers it.' } },
];
