/** A grade is no higher than what it rests on. */
import { wasRead } from '../../domain/certainty.ts';
import type { Claim } from '../../schemas/claim.ts';
import type { Certainty } from '../../schemas/fields.ts';
import type { Source } from '../../schemas/source.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

const mostStrong = 2;

export const certaintyCap: Rule = {
  id: 'certainty-cap',
  demands: `A claim graded "strong" rests on ${mostStrong} independent sources or more that were read themselves, or says what a table of an authority says and the table was read; one graded "moderate" rests on one that was read and is more than a single study: a review, a guideline or an authority’s own page, or studies of two groups, with no author in common; "conflicting" takes two sources or more, or one that looked at both sides.`,
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
    return read.every(isStudy) && countGroups(read) === 1 ? 'the study of one group' : undefined;
  }
  if (certainty !== 'strong') return undefined;
  // What an authority has set is what its table says.
  if (isDescriptive && read.some(({ custom }) => custom.design === 'data table')) return undefined;
  const groups = countGroups(read);
  if (groups >= mostStrong) return undefined;
  if (groups === 0) return 'no source that was read';
  return read.length === 1
    ? 'one source that was read'
    : `${read.length} sources with authors in common`;
}

const studies = new Set(['RCT', 'cohort', 'cross-sectional', 'study']);

// What somebody found; a review or a guideline has weighed what many did.
const isStudy = ({ custom }: Source): boolean => studies.has(custom.design);

/**
 * How many groups made these works: works with an author in common are of one group, and so are
 * those that a third work joins; a body stands for its authors.
 */
function countGroups(sources: readonly Source[]): number {
  let groups: Source[][] = [];
  for (const source of sources) {
    const isJoined = (group: Source[]): boolean =>
      group.some((other) => shareAuthor(source, other));
    const joined = groups.filter(isJoined).flat();
    groups = [...groups.filter((group) => !isJoined(group)), [source, ...joined]];
  }
  return groups.length;
}

function shareAuthor(one: Source, other: Source): boolean {
  const others = authorsOf(other);
  return authorsOf(one).some((author) => others.some((name) => isSame(author, name)));
}

interface Author {
  readonly name: string;
  /** First letter of the given names; absent where none was seen, and for a body. */
  readonly initial?: string | undefined;
}

function authorsOf({
  id,
  author = [],
  publisher,
  'container-title': container,
  URL: url,
}: Source): Author[] {
  const authors = author.map((name): Author =>
    'family' in name
      ? { name: fold(name.family), initial: name.given && fold(name.given).charAt(0) }
      : { name: fold(name.literal) },
  );
  const named = authors.filter(({ name }) => name !== 'et al');
  if (named.length > 0) return named;
  return [{ name: fold(publisher ?? container ?? (url === undefined ? id : new URL(url).host)) }];
}

// Wang X and Wang Y are two; a name without given names may be either.
const isSame = (one: Author, other: Author): boolean =>
  one.name === other.name &&
  (one.initial === undefined || other.initial === undefined || one.initial === other.initial);

// Records spell one person with and without accents.
const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
