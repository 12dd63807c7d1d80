/** How sure the evidence is, in words. */
import type { Certainty } from '../schemas/fields.ts';
import type { Source } from '../schemas/source.ts';

/** Whether a reader should be told at once: the evidence is thin, disputed or missing. */
export function isWeak(certainty: Certainty): boolean {
  return certainty !== 'strong' && certainty !== 'moderate';
}

/** The word that stands beside the mark, from most to least sure. */
export const certaintyText: Record<Certainty, string> = {
  strong: 'Strong',
  moderate: 'Moderate',
  limited: 'Limited',
  conflicting: 'Conflicting',
  none: 'No evidence',
};

/** From most to least sure: the order in which they are counted and shown. */
export const certaintyOrder = Object.keys(certaintyText) as readonly Certainty[];

/** The least sure of several; undefined of none. */
export function weakest(certainties: readonly Certainty[]): Certainty | undefined {
  return certaintyOrder.findLast((certainty) => certainties.includes(certainty));
}

/** Whether a work was read itself, in full, at the passage that holds the figure, or as an abstract. */
export function wasRead(seen: Source['custom']['seen']): boolean {
  return seen !== 'secondary' && seen !== 'citation-only';
}
