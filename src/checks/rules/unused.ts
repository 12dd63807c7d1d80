/** Nothing lies around. */
import { collectionNames, collections } from '../../corpus/collections.ts';
import type { Entry } from '../../corpus/corpus.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const unused: Rule = {
  id: 'unused',
  demands:
    'Every source, claim and picture is used by something that readers see, every theme by an article or a question, every figure by a page, and every exception silences something.',
  why: 'What nobody uses is not kept right.',
  fix: 'Cite it, or delete it.',
  corpus: ({ corpus, documents, references }) => {
    // What cannot be read may be what uses it.
    if (corpus.problems.length > 0 || documents.some(({ anchors }) => anchors === undefined))
      return [];
    const cited = new Set(documents.flatMap((document) => [...document.cited]));
    const named = Map.groupBy(
      [...references, ...documents.flatMap((document) => document.named)].flatMap(
        ({ collections: names, id }) => names.map((name) => ({ name, id })),
      ),
      ({ name }) => name,
    );
    return collectionNames.flatMap((name): CorpusDiagnostic[] => {
      const { noun, list, unused: fix, standsAlone } = collections[name];
      if (fix === undefined) return [];
      const used = new Set(named.get(name)?.map(({ id }) => id));
      // Prose cites claims and sources, and no other entry has the id of one.
      return [...(corpus.entries[name] as Map<string, Entry>).values()]
        .filter(({ id, data }) => !used.has(id) && !cited.has(id) && !standsAlone?.(data as never))
        .map(({ id, file, locate }) => ({
          file,
          ...locate(list ? ['id'] : []),
          message: `nothing uses the ${noun} "${id}".`,
          fix,
        }));
    });
  },
};
