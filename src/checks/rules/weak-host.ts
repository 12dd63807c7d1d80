/** Nothing rests on copies, content farms, shops or blogs alone. */
import { isWeakHost } from '../../domain/weak-hosts.ts';
import type { Source } from '../../schemas/source.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';
import { supportsOf } from '../evidence.ts';

export const weakHost: Rule = {
  id: 'weak-host',
  demands:
    'A claim, and whatever else names its sources, rests on at least one that was read somewhere else than at a document mirror, a content farm, a shop or a blog. Tables of reference values may be copies: their figures are checked against each other.',
  why: 'Anybody can put up a copy, nobody answers for it, and a reader who follows it finds no record.',
  fix: 'Read it at its record and set its address, cite another source, or take the sentence out.',
  corpus: ({ corpus: { entries }, references }) =>
    supportsOf(references).flatMap((support): CorpusDiagnostic[] => {
      const [first] = support;
      const sources = support.map(({ id }) => entries.sources.get(id)?.data);
      // Claims among them stand for themselves; an id that leads nowhere is told by another rule.
      if (first === undefined || !sources.every((source) => source !== undefined)) return [];
      const hosts = sources.map(readingHost);
      if (!hosts.every((host) => host !== undefined && isWeakHost(host))) return [];
      if (sources.some(({ custom }) => custom.design === 'data table')) return [];
      const { entry, path } = first;
      const what = entry.collection === 'claims' ? `"${entry.id}"` : 'this';
      return [
        {
          file: entry.file,
          ...entry.locate(path),
          message: `${what} rests on what was read at ${[...new Set(hosts)].join(' and ')} alone.`,
        },
      ];
    }),
};

// Where it was read; a work without any address stands for itself.
function readingHost({ URL: address, custom: { readAt = address } }: Source): string | undefined {
  return readAt === undefined ? undefined : new URL(readAt).host;
}
