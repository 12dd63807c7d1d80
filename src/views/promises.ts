/**
 * What the site says of itself: sentences made from counts, so that they are true of the content
 * that is there. No page promises anything about its figures, doses or sources in other words.
 */
import { formatCount, formatList, formatNumber } from '../domain/format.ts';
import type { Library } from '../library/records.ts';
import { readingsOf } from './product.ts';

/** Holds whatever the content is: the rule `uncited-amount` stops a build otherwise. */
export const figuresCited = 'Each figure of an article names its source.';

/** What holds today, and what does not yet: a sentence each. */
export function promisesView(library: Library): string[] {
  return [claimsText(library), sourcesText(library), factsText(library), labelsText(library)];
}

function claimsText({ claims }: Library): string {
  const sourced = [...claims.values()].filter(({ data }) => data.sources.length > 0).length;
  return sourced === claims.size
    ? `All ${formatCount(claims.size, 'claim names its sources', 'claims name their sources')}.`
    : `${formatNumber(sourced)} of ${formatNumber(claims.size)} claims name their sources.`;
}

function sourcesText({ sources }: Library): string {
  const seen = [...sources.values()].map(({ data }) => data.custom.seen);
  const read = shares(seen, [
    ['full-text', 'in full'],
    ['passage', 'by the passage with the figure'],
    ['abstract', 'as an abstract'],
    ['secondary', 'second hand'],
    ['citation-only', 'by the citation alone'],
  ]);
  return `Of ${formatCount(seen.length, 'source', 'sources')} we know ${read}.`;
}

function factsText({ nutrients }: Library): string {
  const count = unverifiedIn([...nutrients.values()].map(({ data }) => data));
  return count === 0
    ? 'All facts on the pages of nutrients name their sources.'
    : `${formatCount(count, 'fact about nutrients has', 'facts about nutrients have')} no source that we could retrieve: where they stand, they are marked as unverified.`;
}

function labelsText({ products }: Library): string {
  const all = [...products.values()].map(({ data }) => data);
  const best = all.map((data) => readingsOf(data)[0]?.kind);
  const read = shares(best, [
    ['label', 'on the label'],
    ['maker', 'on a page of the maker'],
    ['seller', 'on one of a seller'],
    ['other', 'elsewhere'],
    [undefined, 'nowhere'],
  ]);
  return `Of ${formatCount(all.length, 'product', 'products')} the amounts were read: ${read}.`;
}

// "none on the label, 3 on a page of the maker, and 2 nowhere"
function shares<Kind>(kinds: readonly Kind[], words: readonly (readonly [Kind, string])[]): string {
  return formatList(
    words.map(([kind, where]) => {
      const count = kinds.filter((one) => one === kind).length;
      return `${count === 0 ? 'none' : formatNumber(count)} ${where}`;
    }),
  );
}

// How often the mark stands in a record, however deep.
function unverifiedIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce(
    (count, [key, inner]) =>
      count + (key === 'unverified' && inner === true ? 1 : unverifiedIn(inner)),
    0,
  );
}
