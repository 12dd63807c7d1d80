/** Examples of Term. */
import type { AuthorsExample } from './example.ts';

export const term: AuthorsExample<'Term'>[] = [
  { state: 'in a sentence', props: { id: 'sample-term' }, children: ['a sample'] },
];
