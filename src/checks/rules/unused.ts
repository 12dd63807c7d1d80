/** Nothing lies around. */
import type { CollectionName } from '../../corpus/collections.ts';
import type { CorpusFinding, Rule } from '../rule.ts';

export const unused: Rule = {
  id: 'unused',
  demands:
    'Every source and every claim is used by something that readers see, every theme by an article or a question, and every exception silences something.',
  why: 'What nobody uses is not kept right.',
  fix: 'Cite it, or delete it.',
  corpus: ({ corpus, documents, references }) => {
    // What cannot be read may be what uses it.
    if (corpus.problems.length > 0) return [];
    const { claims, sources, themes } = corpus.entries;
    const named = (...names: CollectionName[]): string[] =>
      references
        .filter(({ collections }) => collections.some((name) => names.includes(name)))
        .map(({ id }) => id);
    const used = new Set([
      ...documents.flatMap((document) => [...document.cited]),
      ...named('claims', 'sources'),
    ]);
    const usedThemes = new Set(named('themes'));
    const report = (
      file: string,
      position: { line: number; column: number },
      what: string,
      id: string,
      fix = 'Cite it, or delete it.',
    ): CorpusFinding => ({
      file,
      ...position,
      message: `nothing uses the ${what} "${id}".`,
      fix,
    });
    return [
      // A claim about a nutrient stands on that nutrient's page.
      ...[...claims.values()]
        .filter(({ id, data }) => !used.has(id) && data.nutrients.length === 0)
        .map((entry) => report(entry.file, entry.locate(['id']), 'claim', entry.id)),
      ...[...sources.values()]
        .filter(({ id }) => !used.has(id))
        .map((entry) => report(entry.file, entry.locate(['id']), 'source', entry.id)),
      ...[...themes.values()]
        .filter(({ id }) => !usedThemes.has(id))
        .map((entry) =>
          report(
            entry.file,
            entry.locate([]),
            'theme',
            entry.id,
            'Give it an article, or delete it.',
          ),
        ),
    ];
  },
};
