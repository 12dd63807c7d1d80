/** Nothing rests on a work that nobody read, or that was retracted. */
import type { Corpus } from '../../corpus/read.ts';
import { sourcesBehind } from '../evidence.ts';
import type { CorpusFinding, Rule, RuleFinding } from '../rule.ts';

export const weakSupport: Rule = {
  id: 'weak-support',
  demands:
    'A claim, and whatever is cited, rests on at least one source that was read, and on none that was retracted.',
  why: 'A citation that nobody opened is decoration, and a retracted work is known to be wrong.',
  fix: 'Read the work and set "seen", cite another one, or take it out.',
  document: ({ compiled, corpus }) =>
    compiled.document.citations.flatMap(({ ids, position }) =>
      // A claim that cannot carry anything is told once, in its own file.
      ids
        .filter((id) => !corpus.entries.claims.has(id))
        .flatMap((id): RuleFinding[] => {
          const message = weakness(id, corpus);
          return message === undefined ? [] : [{ ...position, message }];
        }),
    ),
  corpus: ({ corpus }) =>
    [...corpus.entries.claims.values()].flatMap((entry): CorpusFinding[] => {
      const message = weakness(entry.id, corpus);
      return message === undefined
        ? []
        : [{ file: entry.file, ...entry.locate(['sources']), message }];
    }),
};

function weakness(id: string, corpus: Corpus): string | undefined {
  const sources = sourcesBehind(id, corpus);
  const retracted = sources.find(({ custom }) => custom.retracted === true);
  if (retracted !== undefined) return `"${id}" rests on "${retracted.id}", which was retracted.`;
  if (sources.length === 0 || sources.some(({ custom }) => custom.seen !== 'citation-only'))
    return undefined;
  return `of "${id}" only the citation was seen.`;
}
