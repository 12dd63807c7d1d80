/** The title of a figure says no more than its claims. */
import { figureClaims } from '../../domain/figure.ts';
import type { Entry } from '../../corpus/corpus.ts';
import { sourcesBehind } from '../evidence.ts';
import { dataPassages } from '../passages.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';
import { causeOnObservation } from './causal-wording.ts';
import { overstatements } from './overstated.ts';

export const figureTitle: Rule = {
  id: 'figure-title',
  demands:
    'The title and the note of a figure promise no more than its claims found, as prose does, and call no cause what was only observed.',
  why: 'The title is what is remembered, quoted and shared, often without the rest.',
  fix: 'Say what one sees.',
  corpus: ({ corpus }) =>
    dataPassages(corpus).flatMap(({ file, entry, fields }) => {
      if (entry.collection !== 'figures') return [];
      const ids = figureClaims((entry as Entry<'figures'>).data);
      const claims = ids.flatMap((id) => corpus.entries.claims.get(id)?.data ?? []);
      const sources = ids.map((id) => sourcesBehind(id, corpus));
      return fields
        .filter(({ path: [field] }) => said.has(String(field)))
        .flatMap(({ text, position }): CorpusDiagnostic[] => {
          const cause = causeOnObservation(text, sources);
          return [
            ...overstatements(text, () => claims),
            ...(cause === undefined
              ? []
              : [{ ...cause, fix: 'Write "went with" or "was linked to".' }]),
          ].map(({ at, ...diagnostic }) => ({ file, ...position(at), ...diagnostic }));
        });
    }),
};

const said: ReadonlySet<string> = new Set(['title', 'subtitle', 'note']);
