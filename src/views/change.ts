/** Kinds of changes, in words. */
import type { Change } from '../schemas/article.ts';

export const changeTexts: Record<Change['kind'], string> = {
  correction: 'Correction',
  update: 'Update',
  review: 'Review',
};
