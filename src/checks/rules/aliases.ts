/** Old paths lead to one page each, and never to themselves. */
import type { Entry } from '../../corpus/read.ts';
import type { CorpusFinding, Rule } from '../rule.ts';
import { knownPaths, pathOf } from './links.ts';

export const aliasCollision: Rule = {
  id: 'alias-collision',
  demands: 'An alias is no path of a page and stands in one file only.',
  why: 'A redirect that collides or loops leaves a reader without a page.',
  fix: 'Delete the alias.',
  corpus: ({ corpus }) => {
    const paths = knownPaths(corpus);
    const seen = new Map<string, string>();
    const entries: (Entry<'articles'> | Entry<'pages'>)[] = [
      ...corpus.entries.articles.values(),
      ...corpus.entries.pages.values(),
    ];
    return entries.flatMap((entry) =>
      entry.data.aliases.flatMap((alias, index): CorpusFinding[] => {
        const place = { file: entry.file, ...entry.locate(['aliases', index]) };
        const earlier = seen.get(alias);
        seen.set(alias, entry.file);
        if (alias === pathOf(entry.collection, entry.id))
          return [{ ...place, message: `the alias ${alias} leads to itself.`, fix: 'Delete it.' }];
        if (paths.has(alias))
          return [
            { ...place, message: `the alias ${alias} is the path of a page.`, fix: 'Delete it.' },
          ];
        if (earlier !== undefined)
          return [
            {
              ...place,
              message: `the alias ${alias} stands in ${earlier} too.`,
              fix: 'Delete one of them.',
            },
          ];
        return [];
      }),
    );
  },
};
