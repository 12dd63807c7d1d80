/** No claim rests on copies, content farms, shops or blogs alone. */
import { isWeakHost } from '../../domain/weak-hosts.ts';
import type { Source } from '../../schemas/source.ts';
import type { CorpusFinding, Rule } from '../rule.ts';

export const weakHost: Rule = {
  id: 'weak-host',
  demands:
    'A claim rests on at least one source that was read somewhere else than at a document mirror, a content farm, a shop or a blog.',
  why: 'Anybody can put up a copy, nobody answers for it, and a reader who follows it finds no record.',
  fix: 'Read it at its record and set its address, cite another source, or take the claim out.',
  corpus: ({ corpus: { entries } }) =>
    [...entries.claims.values()].flatMap(({ id: claim, file, data, locate }): CorpusFinding[] => {
      const sources = data.sources.flatMap((id) => entries.sources.get(id)?.data ?? []);
      // An id that leads nowhere is told by another rule.
      if (sources.length < data.sources.length) return [];
      const hosts = sources.map(readingHost);
      if (!hosts.every((host) => host !== undefined && isWeakHost(host))) return [];
      return [
        {
          file,
          ...locate(['sources']),
          message: `"${claim}" rests on what was read at ${[...new Set(hosts)].join(' and ')} alone.`,
        },
      ];
    }),
};

// Where it was read; a work without any address stands for itself.
function readingHost({ URL: address, custom: { readAt = address } }: Source): string | undefined {
  return readAt === undefined ? undefined : new URL(readAt).host;
}
