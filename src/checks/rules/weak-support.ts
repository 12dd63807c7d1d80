/** Nothing rests on a work that nobody read, or that was retracted. */
import type { Rule, RuleFinding } from '../rule.ts';
import { sourcesBehind } from './cited-claims.ts';

export const weakSupport: Rule = {
  id: 'weak-support',
  demands:
    'What is cited rests on at least one source that was read, and on none that was retracted.',
  why: 'A citation that nobody opened is decoration, and a retracted work is known to be wrong.',
  fix: 'Read the source and say so in its file, cite another one, or take the sentence out.',
  document: ({ compiled, corpus }) =>
    compiled.document.citations.flatMap(({ ids, position }) =>
      ids.flatMap((id): RuleFinding[] => {
        const sources = sourcesBehind(id, corpus);
        const retracted = sources.find(({ custom }) => custom.retracted === true);
        if (retracted !== undefined) {
          return [
            {
              ...position,
              message: `"${id}" rests on "${retracted.id}", which was retracted.`,
              fix: 'Take it out, or cite other evidence.',
            },
          ];
        }
        if (sources.length === 0 || sources.some(({ custom }) => custom.seen !== 'citation-only'))
          return [];
        return [
          {
            ...position,
            message: `of "${id}" only the citation was seen.`,
            fix: 'Read the work and set "seen", or cite another one.',
          },
        ];
      }),
    ),
};
