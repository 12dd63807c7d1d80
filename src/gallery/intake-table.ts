/** Examples of IntakeTable. */
import type { AuthorsExample } from './example.ts';

export const intakeTable: AuthorsExample<'IntakeTable'>[] = [
  { state: 'with an upper limit', props: { nutrient: 'limited' } },
  { state: 'none established', props: { nutrient: 'free' } },
];
