/** A host is one merchant's own. */
import type { Entry } from '../../corpus/corpus.ts';
import { isRedirector } from '../../domain/referral.ts';
import { isOnHost } from '../../schemas/address.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const merchantHost: Rule = {
  id: 'merchant-host',
  demands:
    'A host and the variable of a tag belong to one merchant, and offers lead to no short address or redirector.',
  why: 'Whose host it is decides whether a link is labelled as an ad.',
  fix: 'Name the host in the file of its merchant alone.',
  corpus: ({ corpus }) => {
    const merchants = [...corpus.entries.merchants.values()];
    return merchants.flatMap((entry, index) => [
      ...entry.data.hosts.flatMap((host, at): CorpusDiagnostic[] =>
        isRedirector(host)
          ? [
              {
                file: entry.file,
                ...entry.locate(['hosts', at]),
                message: `${host} only sends readers on.`,
                fix: 'Name it under otherHosts: no offer leads there.',
              },
            ]
          : [],
      ),
      ...merchants.slice(0, index).flatMap((earlier) => shared(entry, earlier)),
      ...merchants
        .slice(0, index)
        .filter(
          ({ data }) =>
            data.tagVariable !== undefined && data.tagVariable === entry.data.tagVariable,
        )
        .map((earlier) => ({
          file: entry.file,
          ...entry.locate(['tagVariable']),
          message: `${entry.data.tagVariable ?? ''} holds the tag of ${earlier.data.name}, see ${earlier.file}.`,
          fix: 'Name a variable of its own.',
        })),
    ]);
  },
};

function shared(entry: Entry<'merchants'>, earlier: Entry<'merchants'>): CorpusDiagnostic[] {
  const others = [...earlier.data.hosts, ...earlier.data.otherHosts];
  return (['hosts', 'otherHosts'] as const).flatMap((field) =>
    entry.data[field].flatMap((host, at): CorpusDiagnostic[] =>
      isOnHost(host, others) || others.some((other) => isOnHost(other, [host]))
        ? [
            {
              file: entry.file,
              ...entry.locate([field, at]),
              message: `${host} belongs to ${earlier.data.name}, see ${earlier.file}.`,
            },
          ]
        : [],
    ),
  );
}
