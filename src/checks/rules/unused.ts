/** Nothing lies around. */
import type { CorpusFinding, Rule } from '../rule.ts';

export const unused: Rule = {
  id: 'unused',
  demands: 'Every source and every claim is used by something that readers see.',
  why: 'What nobody uses is not kept right.',
  fix: 'Cite it, or delete it.',
  corpus: ({ corpus, documents }) => {
    // What cannot be read may be what uses it.
    if (corpus.problems.length > 0) return [];
    const { claims, sources, nutrients, products, foods, interactions, glossary, sheets } =
      corpus.entries;
    const cited = new Set(documents.flatMap((document) => [...document.cited]));
    const used = new Set([
      ...cited,
      ...[...products.values()].flatMap(({ data }) => data.claims),
      ...[...claims.values()].flatMap(({ data }) => data.sources),
      ...[...nutrients.values()].flatMap(({ data }) => [
        ...data.sources,
        ...data.intakeSources,
        ...data.adjustments.flatMap((adjustment) => adjustment.sources),
        ...(data.testFirst?.sources ?? []),
        ...data.elsewhere.flatMap((value) => value.sources),
      ]),
      ...[...foods.values()].flatMap(({ data }) => data.foods.map((food) => food.source)),
      ...[...interactions.values()].flatMap(({ data }) => data.sources),
      ...[...glossary.values()].flatMap(({ data }) => data.sources),
      ...[...sheets.values()].flatMap(({ data }) =>
        [data.ask, data.cutoffs, data.timing, data.disturbs, data.after].flatMap((points) =>
          (points ?? []).flatMap((point) => point.sources),
        ),
      ),
    ]);
    const report = (
      file: string,
      position: { line: number; column: number },
      what: string,
      id: string,
    ): CorpusFinding => ({
      file,
      ...position,
      message: `nothing uses the ${what} "${id}".`,
      fix: 'Cite it, or delete it.',
    });
    return [
      // A claim about a nutrient stands on that nutrient's page.
      ...[...claims.values()]
        .filter(({ id, data }) => !used.has(id) && data.nutrients.length === 0)
        .map((entry) => report(entry.file, entry.locate(['id']), 'claim', entry.id)),
      ...[...sources.values()]
        .filter(({ id }) => !used.has(id))
        .map((entry) => report(entry.file, entry.locate(['id']), 'source', entry.id)),
    ];
  },
};
