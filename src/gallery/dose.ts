/** Examples of Dose. */
import type { AuthorsExample } from './example.ts';

export const dose: AuthorsExample<'Dose'>[] = [
  { state: 'typical', props: { product: 'typical', nutrient: 'limited' } },
  {
    state: 'long: a range, not known whether elemental',
    props: { product: 'long', nutrient: 'free' },
  },
];
