/** A grade is no higher than what it rests on. */
import { wasRead } from '../../domain/certainty.ts';
import type { Claim } from '../../schemas/claim.ts';
import type { Certainty } from '../../schemas/fields.ts';
import type { Source } from '../../schemas/source.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

const mostStrong = 2;

export const certaintyCap: Rule = {
  id: 'certainty-cap',
  demands: `A claim graded "strong" rests on ${mostStrong} independent sources or more that were read themselves, or says what a table of an authority says and the table was read; one graded "moderate" rests on one that was read and is more than a single study: a review, a guideline or an authority’s own page, or studies of two groups; "conflicting" takes two sources or more, or one that looked at both sides.`,
  why: 'One study, one group of authors or an account at second hand can be wrong, whatever it says of itself.',
  fix: 'Read another source, or lower the grade.',
  corpus: ({ corpus: { entries } }) =>
    [...entries.claims.values()].flatMap(({ file, data, locate }): CorpusDiagnostic[] => {
      const sources = data.sources.flatMap((id) => entries.sources.get(id)?.data ?? []);
      // An id that leads nowhere is told by another rule.
      // So is a work of which nobody saw more than the citation.
      if (sources.length < data.sources.length || sources.every(isUnseen)) return [];
      const read = sources.filter(({ custom }) => wasRead(custom.seen));
      const reason = isOneSided(data, sources)
        ? 'one source, which looked at one side'
        : tooHigh(data.certainty, data.finding === 'descriptive', read);
      return reason === undefined
        ? []
        : [{ file, ...locate(['certainty']), message: `"${data.certainty}" rests on ${reason}.` }];
    }),
};

const isUnseen = ({ custom }: Source): boolean => custom.seen === 'citation-only';

const looksAtBothSides = new Set([
  'systematic review',
  'meta-analysis',
  'narrative review',
  'guideline',
  'position stand',
]);

// A range is no dispute.
function isOneSided({ certainty, contradicts }: Claim, sources: readonly Source[]): boolean {
  return (
    certainty === 'conflicting' &&
    contradicts === undefined &&
    sources.length === 1 &&
    !sources.some(({ custom }) => looksAtBothSides.has(custom.design))
  );
}

function tooHigh(
  certainty: Certainty,
  isDescriptive: boolean,
  read: readonly Source[],
): string | undefined {
  if (certainty === 'moderate') {
    if (read.length === 0) return 'no source that was read';
    return read.every(isStudy) && new Set(read.map(groupOf)).size === 1
      ? 'the study of one group'
      : undefined;
  }
  if (certainty !== 'strong') return undefined;
  // What an authority has set is what its table says.
  if (isDescriptive && read.some(({ custom }) => custom.design === 'data table')) return undefined;
  const groups = new Set(read.map(groupOf)).size;
  if (groups >= mostStrong) return undefined;
  if (groups === 0) return 'no source that was read';
  return read.length === 1
    ? 'one source that was read'
    : `${read.length} sources of the same authors`;
}

const studies = new Set(['RCT', 'cohort', 'cross-sectional', 'study']);

// What somebody found; a review or a guideline has weighed what many did.
const isStudy = ({ custom }: Source): boolean => studies.has(custom.design);

// Works whose first author is the same are not independent; a body stands for its authors.
function groupOf({
  id,
  author,
  publisher,
  'container-title': container,
  URL: url,
}: Source): string {
  const [first] = author ?? [];
  const name =
    first === undefined
      ? (publisher ?? container)
      : 'family' in first
        ? first.family
        : first.literal;
  return (name ?? (url === undefined ? id : new URL(url).host)).toLowerCase();
}
