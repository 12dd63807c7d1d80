/** A takeaway rests on something. */
import { locate } from '../../document/prose.ts';
import type { Rule } from '../rule.ts';

export const uncitedTakeaway: Rule = {
  id: 'uncited-takeaway',
  demands: 'Every takeaway cites a claim or source.',
  why: 'Takeaways are what most readers read, and what is quoted.',
  fix: 'Cite what it rests on.',
  document: ({ compiled }) =>
    compiled.prose
      .filter(({ where, citations }) => where === 'takeaway' && citations.length === 0)
      .map((block) => ({
        ...locate(block, 0),
        message: 'this takeaway cites nothing.',
        fix: 'End it with the claim that it rests on: [@id].',
      })),
};
