/** What a claim found, told apart by whom it concerns, and how much weight it bears. */
import type { Claim } from '../schemas/claim.ts';
import type { Certainty } from '../schemas/fields.ts';

/** From what a reader may want, over what to beware of, to what nobody knows. */
export const effectOrder = [
  'helps',
  'no-effect',
  'mixed',
  'hinders',
  'harms',
  'clash',
  'not-studied',
  'descriptive',
] as const;
/**
 * `hinders`: less of a nutrient is taken up; `harms`: you; `clash`: a medicine does not work as it
 * should. The data calls all three harm.
 */
export type Effect = (typeof effectOrder)[number];

/** What a claim found. */
export function effectOf({
  finding,
  outcome,
  clash,
}: Pick<Claim, 'finding' | 'outcome' | 'clash'>): Effect {
  if (finding !== 'harms') return finding;
  if (clash !== undefined) return 'clash';
  return outcome === 'absorption' ? 'hinders' : 'harms';
}

/** How much weight a mark shows. */
export type Weight = 'filled' | 'striped' | 'hollow';

/** Strong evidence fills a mark, moderate stripes it, and all that is less leaves it hollow. */
export function weightOf(certainty: Certainty): Weight {
  return certainty === 'strong' ? 'filled' : certainty === 'moderate' ? 'striped' : 'hollow';
}
