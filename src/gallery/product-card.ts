/** Examples of ProductCard. */
import type { AuthorsExample } from './example.ts';

export const productCard: AuthorsExample<'ProductCard'>[] = [
  { state: 'typical', props: { id: 'typical' } },
  { state: 'at the limit, test first', props: { id: 'at-the-limit' } },
  { state: 'long', props: { id: 'long' } },
  { state: 'empty: no amount known', props: { id: 'empty' } },
  { state: 'refused, over the limit', props: { id: 'refused' } },
  { state: 'discontinued', props: { id: 'discontinued' } },
];
