/** What was published stays where it is, leads on, or says why it is gone. */
import { addressesIn, ledgerName } from '../../corpus/ledger.ts';
import { formatCount } from '../../domain/format.ts';
import { pathOf, routes } from '../../routes.ts';
import { isOwnAddress } from '../../schemas/fields.ts';
import { fatesOf } from '../ledger.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const lostAddress: Rule = {
  id: 'lost-address',
  demands:
    'Every address in `addresses.txt` is one of the site, an alias of something, or stands in `gone.yaml` with a reason: pages, questions, terms, figures, data and feeds, headings of articles.',
  why: 'Somebody has written it down: a reader, another site, a search engine.',
  fix: 'Name it under aliases of what stands there now, or in gone.yaml with a reason.',
  corpus: ({ corpus, documents, today }) => {
    const at = (line: number) => ({ file: ledgerName(corpus.directory), line, column: 1 });
    return [
      ...addressesIn(corpus.ledger)
        .filter(({ address }) => !isOwnAddress.test(address))
        .map(({ address, line }): CorpusDiagnostic => ({
          ...at(line),
          message: `"${shortened(address)}" is no address of this site.`,
          fix: 'Write the path behind the host, such as /articles/old-name/, a line each.',
        })),
      ...fatesOf({ corpus, documents }, today)
        .lost.filter(({ address }) => isOwnAddress.test(address))
        .map(({ address, line, others }): CorpusDiagnostic => {
          const more =
            others === 0 ? '' : `, and ${formatCount(others, 'address', 'addresses')} with it`;
          const [, fragment] = address.split('#');
          const fix =
            fragment === undefined
              ? lostAddress.fix
              : `${answerOf(address, shortened(fragment))}, or name ${shortened(address)} in gone.yaml with a reason.`;
          return {
            ...at(line),
            message: `${shortened(address)} was published and would be lost${more}.`,
            fix,
          };
        }),
    ];
  },
};

// Of a place on an article nobody knows any more whether it was a heading.
function answerOf(address: string, fragment: string): string {
  return address.startsWith(pathOf(routes.articles()))
    ? `Write fragmentAliases: [{ old: ${fragment}, now: … }] in the article where a heading was renamed, aliases: [${fragment}] at the question of today`
    : `Write aliases: [${fragment}] at the question or term of today`;
}

// A line of the list may be anything.
function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
