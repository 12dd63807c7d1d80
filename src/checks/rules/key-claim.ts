/** The key findings of a nutrient are about it, and its prose does not say them again. */
import type { Rule } from '../rule.ts';

export const keyClaim: Rule = {
  id: 'key-claim',
  demands: 'A key claim of a nutrient is about that nutrient, and its prose does not cite it.',
  why: 'The key claims stand under the prose: what both say is read twice, and what is about something else answers nobody.',
  fix: 'Take the sentence out of the prose, or name another claim.',
  document: ({ entry, compiled, corpus }) => {
    if (entry.collection !== 'nutrients') return [];
    const cited = new Set(compiled.document.citations.flatMap(({ ids }) => ids));
    return entry.data.keyClaims.flatMap((id, index) => {
      const claim = corpus.entries.claims.get(id);
      const reason = cited.has(id)
        ? 'stands in the prose as well'
        : claim !== undefined && !claim.data.nutrients.includes(entry.id)
          ? `is not about ${entry.id}`
          : undefined;
      return reason === undefined
        ? []
        : [{ ...entry.locate(['keyClaims', index]), message: `the key claim "${id}" ${reason}.` }];
    });
  },
};
