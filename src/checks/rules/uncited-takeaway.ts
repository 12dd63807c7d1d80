/** A takeaway rests on something. */
import { locate } from '../../document/prose.ts';
import type { Rule } from '../rule.ts';

export const uncitedTakeaway: Rule = {
  id: 'uncited-takeaway',
  demands: 'Every takeaway cites a claim or source.',
  why: 'Takeaways are what most readers read, and what is quoted.',
  fix: 'End it with the claim that it rests on: [@id].',
  document: ({ compiled }) => {
    const takeaways = compiled.prose.filter(({ where }) => where === 'takeaway');
    const cited = new Set(
      takeaways.filter(({ citations }) => citations.length > 0).map(({ index }) => index),
    );
    return takeaways
      .filter(({ index }, place) => !cited.has(index) && takeaways[place - 1]?.index !== index)
      .map((block) => ({ ...locate(block, 0), message: 'this takeaway cites nothing.' }));
  },
};
