/** Nothing lies around. */
import { byCollection, collectionNames, collections } from '../../corpus/collections.ts';
import type { Entry } from '../../corpus/corpus.ts';
import type { Reference } from '../../corpus/references.ts';
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
    // Ten thousand articles name a million ids, and a thousand of them are different.
    const cited = new Set<string>();
    const named = byCollection(() => new Set<string>());
    const note = ({ collections: names, id }: Pick<Reference, 'id' | 'collections'>): void => {
      for (const name of names) named[name].add(id);
    };
    references.forEach(note);
    for (const document of documents) {
      for (const id of document.cited) cited.add(id);
      document.named.forEach(note);
    }
    return collectionNames.flatMap((name): CorpusDiagnostic[] => {
      const { noun, list, unused: fix, standsAlone } = collections[name];
      if (fix === undefined) return [];
      // Prose cites claims and sources, and no other entry has the id of one.
      return [...(corpus.entries[name] as Map<string, Entry>).values()]
        .filter(
          ({ id, data }) => !named[name].has(id) && !cited.has(id) && !standsAlone?.(data as never),
        )
        .map(({ id, file, locate }) => ({
          file,
          ...locate(list ? ['id'] : []),
          message: `nothing uses the ${noun} "${id}".`,
          fix,
        }));
    });
  },
};
