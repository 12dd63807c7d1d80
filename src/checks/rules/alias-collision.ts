/** Old addresses lead to one page each or are gone, and a text page takes no address of the site's own. */
import { isFrameId, listPageIds } from '../../anchors.ts';
import { collectionNames, collections, pageOf } from '../../corpus/collections.ts';
import { corpusValuesOf } from '../../corpus/fields.ts';
import type { Corpus, Entry } from '../../corpus/corpus.ts';
import type { Position } from '../../problem.ts';
import { didYouMean } from '../../document/suggest.ts';
import { addressOf, isListPart, isTopic } from '../../routes.ts';
import { siteAddresses, type Checked } from '../ledger.ts';
import { knownPaths, madePaths, reservedAddresses } from '../paths.ts';
import type { CorpusDiagnostic, DocumentSummary, Rule } from '../rule.ts';

// After every day that an article may wait for.
const lastDay = '9999-12-31';

export const aliasCollision: Rule = {
  id: 'alias-collision',
  demands:
    "An alias is no path of a page (and an old id no id of its page), also of one that waits for its day, and stands once, as an alias or in `gone.yaml`; what is gone is no address of the site; neither an alias nor a file takes an address of the site's own: its pages and files, the error pages, an index.",
  why: 'A redirect that collides or loops leaves a reader without a page.',
  fix: 'Delete the alias.',
  corpus: ({ corpus, documents }) => {
    const paths = knownPaths(corpus);
    const isReserved = reservedAddresses();
    const seen = new Map<string, string>();
    const taken = collectionNames.flatMap((name): CorpusDiagnostic[] =>
      [...(corpus.entries[name] as Map<string, Entry>).values()].flatMap(({ id, file, locate }) => {
        const own = pageOf(name, id);
        if (own === undefined || !isReserved(own)) return [];
        return {
          file,
          ...(collections[name].list ? locate(['id']) : { line: 1, column: 1 }),
          message: `${own} is an address of the site's own.`,
          fix: collections[name].list ? 'Give it another id.' : 'Rename the file.',
        };
      }),
    );
    const pageAliases = corpusValuesOf(corpus, 'path').flatMap(
      ({ value, path, entry }): CorpusDiagnostic[] => {
        const isGone = entry.collection === 'gone';
        const alias = addressOf(value);
        const earlier = seen.get(alias);
        seen.set(alias, entry.file);
        const reason =
          alias === pageOf(entry.collection, entry.id)
            ? 'leads to itself'
            : paths.has(alias)
              ? 'is the path of a page'
              : (isGone ? isPart(alias) : isReserved(alias))
                ? "is an address of the site's own"
                : earlier === undefined
                  ? undefined
                  : `stands in ${earlier} too`;
        if (reason === undefined) return [];
        return [
          {
            file: entry.file,
            ...entry.locate(path),
            ...(isGone
              ? { message: `${value}, which is gone, ${reason}.`, fix: 'Take one of the two away.' }
              : { message: `the alias ${value} ${reason}.` }),
          },
        ];
      },
    );
    return [
      ...taken,
      ...pageAliases,
      ...takenAgain({ corpus, documents }),
      ...anchorAliases(corpus, documents),
      ...fragmentAliases(documents),
    ];
  },
};

// What comes and goes with the length of a list is never gone for good.
function isPart(address: string): boolean {
  return isListPart(address) || isTopic(address);
}

// A file or a place on a page that is gone is none that the site has.
function takenAgain({ corpus, documents }: Checked): CorpusDiagnostic[] {
  if (corpus.entries.gone.size === 0) return [];
  // Also those of articles that wait for their day.
  const { has } = siteAddresses(corpus, documents, lastDay);
  const isMade = madePaths(corpus);
  const isPage = (address: string): boolean => address.endsWith('/') && !address.includes('#');
  return [...corpus.entries.gone.values()].flatMap(({ data, file, locate }) =>
    data.addresses.flatMap(({ address }, index): CorpusDiagnostic[] =>
      !isMade(address) && (isPage(address) || !has(address))
        ? []
        : [
            {
              file,
              ...locate(['addresses', index, 'address']),
              message: `${address}, which is gone, is an address of the site.`,
              fix: 'Take one of the two away.',
            },
          ],
    ),
  );
}

// Old ids of headings stand beside the new ones: on the page each is there once.
function fragmentAliases(documents: readonly DocumentSummary[]): CorpusDiagnostic[] {
  return documents.flatMap(({ entry, anchors }): CorpusDiagnostic[] => {
    if (entry.collection !== 'articles' || anchors === undefined) return [];
    const { data, file, locate } = entry as Entry<'articles'>;
    if (data.fragmentAliases.length === 0) return [];
    const others = new Set(data.faq.flatMap(({ aliases }) => aliases));
    return data.fragmentAliases.flatMap(({ old, now }, index): CorpusDiagnostic[] => {
      const at = (key: string) => ({ file, ...locate(['fragmentAliases', index, key]) });
      const isTwice =
        others.has(old) || data.fragmentAliases.slice(0, index).some((other) => other.old === old);
      return [
        ...(isFrameId(old) || anchors.has(old)
          ? [{ ...at('old'), message: `the alias "${old}" is an id that the page has already.` }]
          : isTwice
            ? [{ ...at('old'), message: `the alias "${old}" stands twice.` }]
            : []),
        ...(anchors.has(now)
          ? []
          : [
              {
                ...at('now'),
                message: `no heading has the id "${now}".`,
                fix: didYouMean(now, [...anchors], 'Name the id of a heading of today.'),
              },
            ]),
      ];
    });
  });
}

/** An old id with where it stands, and the page that it is an anchor of. */
interface AnchorAlias {
  id: string;
  file: string;
  locate: () => Position;
  /** Whether the page has an element with this id already. */
  isTaken: boolean;
}

// Each page on which they are listed has an id once: all questions stand on one page, all terms too.
function anchorAliases(
  { entries }: Corpus,
  documents: readonly DocumentSummary[],
): CorpusDiagnostic[] {
  const questions = documents.flatMap(({ entry, anchors }): AnchorAlias[] => {
    if (entry.collection !== 'articles') return [];
    const { data, file, locate } = entry as Entry<'articles'>;
    return data.faq.flatMap((question, index) =>
      question.aliases.map((id, place) => ({
        id,
        file,
        locate: () => locate(['faq', index, 'aliases', place]),
        isTaken: isFrameId(id) || listPageIds.has(id) || anchors?.has(id) === true,
      })),
    );
  });
  const terms = [...entries.glossary.values()].flatMap(({ data, file, locate }) =>
    data.aliases.map((id, place): AnchorAlias => ({
      id,
      file,
      locate: () => locate(['aliases', place]),
      isTaken: entries.glossary.has(id) || listPageIds.has(id),
    })),
  );
  return [questions, terms].flatMap((list) => {
    const first = new Map<string, AnchorAlias>();
    return list.flatMap((alias): CorpusDiagnostic[] => {
      const { id, file, locate, isTaken } = alias;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, alias);
      if (!isTaken && earlier === undefined) return [];
      return [
        {
          file,
          ...locate(),
          message:
            earlier === undefined
              ? `the alias "${id}" is an id that the page has already.`
              : `the alias "${id}" stands in ${earlier.file} too.`,
        },
      ];
    });
  });
}
