/** Old paths lead to one page each, and a text page takes no address of the site's own. */
import type { Entry } from '../../corpus/read.ts';
import { knownPaths, pathOf, reservedAddresses } from '../paths.ts';
import type { CorpusFinding, Rule } from '../rule.ts';

export const aliasCollision: Rule = {
  id: 'alias-collision',
  demands:
    "An alias is no path of a page, also of one that waits for its day, and stands in one file only; neither an alias nor a file takes an address of the site's own: its pages and files, the error pages, an index.",
  why: 'A redirect that collides or loops leaves a reader without a page.',
  fix: 'Delete the alias.',
  corpus: ({ corpus }) => {
    const paths = knownPaths(corpus);
    const isReserved = reservedAddresses();
    const seen = new Map<string, string>();
    const entries: (Entry<'articles'> | Entry<'pages'>)[] = [
      ...corpus.entries.articles.values(),
      ...corpus.entries.pages.values(),
    ];
    return entries.flatMap((entry): CorpusFinding[] => {
      const own = pathOf(entry.collection, entry.id);
      const taken = isReserved(own)
        ? [
            {
              file: entry.file,
              line: 1,
              column: 1,
              message: `${own} is an address of the site's own.`,
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
              : isReserved(alias)
                ? "is an address of the site's own"
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
