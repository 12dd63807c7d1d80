/** What was published stays where it is, leads on, or says why it is gone. */
import { addressesIn, ledgerName } from '../../corpus/ledger.ts';
import { formatCount } from '../../domain/format.ts';
import { isOwnAddress } from '../../schemas/fields.ts';
import { fatesOf } from '../ledger.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const lostAddress: Rule = {
  id: 'lost-address',
  demands:
    'Every address in `addresses.txt` is one of the site, an alias of something, or stands in `gone.yaml` with a reason: pages, questions, terms, figures, data and feeds.',
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
              : `Write aliases: [${shortened(fragment)}] at the question or term of today, or name ${shortened(address)} in gone.yaml with a reason.`;
          return {
            ...at(line),
            message: `${shortened(address)} was published and would be lost${more}.`,
            fix,
          };
        }),
    ];
  },
};

// A line of the list may be anything.
function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
