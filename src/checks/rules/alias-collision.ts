/** Old paths lead to one page each, and a text page takes no address of the site's own. */
import type { Entry } from '../../corpus/read.ts';
import { knownPaths, ownPaths, pathOf } from '../paths.ts';
import type { CorpusFinding, Rule } from '../rule.ts';

export const aliasCollision: Rule = {
  id: 'alias-collision',
  demands:
    'An alias is no path of a page and stands in one file only; a page takes no path that the site makes itself.',
  why: 'A redirect that collides or loops leaves a reader without a page.',
  fix: 'Delete the alias.',
  corpus: ({ corpus }) => {
    const paths = knownPaths(corpus);
    const seen = new Map<string, string>();
    const entries: (Entry<'articles'> | Entry<'pages'>)[] = [
      ...corpus.entries.articles.values(),
      ...corpus.entries.pages.values(),
    ];
    return entries.flatMap((entry): CorpusFinding[] => {
      const own = pathOf(entry.collection, entry.id);
      const taken = ownPaths.has(own)
        ? [
            {
              file: entry.file,
              line: 1,
              column: 1,
              message: `${own} is a page that the site makes itself.`,
              fix: 'Rename the file.',
            },
          ]
        : [];
      const aliases = entry.data.aliases.flatMap((alias, index): CorpusFinding[] => {
        const earlier = seen.get(alias);
        seen.set(alias, entry.file);
        const reason =
          alias === own
            ? 'leads to itself'
            : paths.has(alias)
              ? 'is the path of a page'
              : earlier === undefined
                ? undefined
                : `stands in ${earlier} too`;
        if (reason === undefined) return [];
        return [
          {
            file: entry.file,
            ...entry.locate(['aliases', index]),
            message: `the alias ${alias} ${reason}.`,
          },
        ];
      });
      return [...taken, ...aliases];
    });
  },
};
