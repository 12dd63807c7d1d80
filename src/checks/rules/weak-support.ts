/** Nothing rests on a work that nobody read, or that was retracted. */
import type { Evidence } from '../../corpus/corpus.ts';
import type { CorpusReference } from '../../corpus/references.ts';
import type { Source } from '../../schemas/source.ts';
import { proseReferences, supportsOf } from '../evidence.ts';
import type { CorpusDiagnostic, Rule, RuleDiagnostic } from '../rule.ts';

// As journals and indexes mark a retracted work; the notice of a retraction is a work of its own.
const retractedTitle =
  /^[\s[("]*(?:retracted|withdrawn)(?:\s+(?:article|paper|study|chapter|publication))?\s*[:\])–—-]|[[(]\s*retracted\b[^\])]*[\])]\W*$/iu;

export const weakSupport: Rule = {
  id: 'weak-support',
  demands:
    'A claim, and whatever else names its sources, rests on at least one that was read, and on none that was retracted.',
  why: 'A citation that nobody opened is decoration, and a retracted work is known to be wrong.',
  fix: 'Read the work and set "seen", cite another one, or take it out.',
  document: ({ compiled, corpus }) =>
    proseReferences(compiled.document).flatMap(
      ({ id, collections, position }): RuleDiagnostic[] => {
        const source = collections.includes('sources') ? sourceOf(id, corpus) : undefined;
        if (source === undefined) return [];
        if (source.custom.retracted === true)
          return [{ ...position, message: `the source "${id}" was retracted.` }];
        return isUnread(source) ? [{ ...position, message: unread(id) }] : [];
      },
    ),
  corpus: ({ corpus, references }) => [
    ...[...corpus.entries.sources.values()]
      .filter(({ data }) => data.custom.retracted !== true && retractedTitle.test(data.title))
      .map((entry) => ({
        file: entry.file,
        ...entry.locate(['title']),
        message: 'the title says that the work was retracted.',
        fix: 'Set "retracted": true in its custom fields.',
      })),
    ...supportsOf(references).flatMap((support) => weakIn(support, corpus)),
  ],
};

// A claim that cannot carry anything is told once, in its own file.
function sourceOf(id: string, { entries }: Evidence): Source | undefined {
  return entries.claims.has(id) ? undefined : entries.sources.get(id)?.data;
}

function isUnread({ custom }: Source): boolean {
  return custom.seen === 'citation-only';
}

function unread(what: string): string {
  return `of "${what}" only the citation was seen.`;
}

function weakIn(support: readonly CorpusReference[], corpus: Evidence): CorpusDiagnostic[] {
  const sources = support.map(({ id }) => sourceOf(id, corpus));
  const retracted = support.filter((_, index) => sources[index]?.custom.retracted === true);
  if (retracted.length > 0)
    return retracted.map(({ entry, path, id }) => ({
      file: entry.file,
      ...entry.locate(path),
      message:
        entry.collection === 'claims'
          ? `"${entry.id}" rests on "${id}", which was retracted.`
          : `the source "${id}" was retracted.`,
    }));
  const [first] = support;
  if (first === undefined || !sources.every((source) => source !== undefined && isUnread(source)))
    return [];
  const { entry, path } = first;
  return [
    {
      file: entry.file,
      ...entry.locate(path),
      message: unread(
        entry.collection === 'claims' ? entry.id : support.map(({ id }) => id).join('", "'),
      ),
    },
  ];
}
