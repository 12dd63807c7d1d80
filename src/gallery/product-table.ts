/** Examples of ProductTable. */
import type { AuthorsExample } from './example.ts';

export const productTable: AuthorsExample<'ProductTable'>[] = [
  { state: 'two products', props: { ids: ['typical', 'at-the-limit'] } },
  { state: 'long, refused and without amounts', props: { ids: ['long', 'refused', 'empty'] } },
];
