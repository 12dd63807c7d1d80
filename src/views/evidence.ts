/** The evidence page: nutrients by outcomes, and every claim with the words that narrow the list. */
import { certaintyOrder, certaintyText } from '../domain/certainty.ts';
import { capitalize } from '../domain/format.ts';
import { need, type DataRecord, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Claim, Finding, Outcome } from '../schemas/claim.ts';
import {
  claimAnchor,
  claimRowView,
  claimTopicName,
  findingText,
  outcomeText,
  type ClaimTableView,
} from './claim.ts';

/** A word to narrow by, with how many claims it leaves. */
export interface ChoiceView {
  value: string;
  text: string;
}

export interface EvidenceView {
  count: number;
  /** Nutrients by outcomes; a cell without findings has no claim here. */
  matrix: {
    outcomes: { id: Outcome; text: string }[];
    rows: {
      name: string;
      href: string;
      cells: { href: string; outcomeText: string; findings: Finding[] }[];
    }[];
    /** "Choline, chromium and iodine": nutrients that no claim is about. */
    withoutClaims: { name: string; href: string }[];
    legend: { finding: Finding; text: string }[];
  };
  choices: { name: string; label: string; options: ChoiceView[] }[];
  /** Claims by topic. */
  table: ClaimTableView;
}

/** The word that stands for claims about no nutrient when the list is narrowed. */
export const noNutrient = 'no-nutrient';

const findingOrder = Object.keys(findingText) as Finding[];
const outcomeOrder = Object.keys(outcomeText) as Outcome[];

/** Everything that the evidence page shows. */
export function evidenceView(library: Library): EvidenceView {
  const claims = [...library.claims.values()];
  const topics = [...new Set(claims.map(({ data }) => data.topic))];
  return {
    count: claims.length,
    matrix: matrixOf(claims, library),
    choices: choicesOf(claims, library),
    table: {
      caption:
        'An empty list means that no claim here has all three; it says nothing about what is known elsewhere.',
      groups: topics
        .map((id) => ({
          id,
          name: capitalize(claimTopicName(id, library)),
          claims: claims
            .filter(({ data }) => data.topic === id)
            .map((claim) => ({ ...claimRowView(claim), holds: holdsOf(claim.data) })),
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    },
  };
}

function holdsOf(claim: Claim): string {
  const nutrients = claim.nutrients.length === 0 ? [noNutrient] : claim.nutrients;
  return [...nutrients, claim.outcome, claim.certainty].join(' ');
}

function matrixOf(claims: readonly DataRecord<Claim>[], library: Library): EvidenceView['matrix'] {
  const about = claims.filter(({ data }) => data.nutrients.length > 0);
  const outcomes = outcomeOrder.filter((id) => about.some(({ data }) => data.outcome === id));
  const nutrients = [...library.nutrients.values()]
    .map(({ id, data }) => ({ id, name: data.name, href: routes.nutrient(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const hasClaims = (id: string): boolean => about.some(({ data }) => data.nutrients.includes(id));
  return {
    outcomes: outcomes.map((id) => ({ id, text: outcomeText[id] })),
    rows: nutrients
      .filter(({ id }) => hasClaims(id))
      .map(({ id, name, href }) => ({
        name,
        href,
        cells: outcomes.map((outcome) => ({
          href: `${href}#${claimAnchor(outcome)}`,
          outcomeText: outcomeText[outcome],
          findings: findingOrder.filter((finding) =>
            about.some(
              ({ data }) =>
                data.outcome === outcome && data.finding === finding && data.nutrients.includes(id),
            ),
          ),
        })),
      })),
    withoutClaims: nutrients
      .filter(({ id }) => !hasClaims(id))
      .map(({ name, href }) => ({ name, href })),
    legend: findingOrder.map((finding) => ({ finding, text: findingText[finding] })),
  };
}

function choicesOf(
  claims: readonly DataRecord<Claim>[],
  library: Library,
): EvidenceView['choices'] {
  const counted = (values: readonly string[], text: (value: string) => string): ChoiceView[] =>
    values.flatMap((value) => {
      const count = claims.filter(({ data }) => holdsOf(data).split(' ').includes(value)).length;
      return count === 0 ? [] : [{ value, text: `${text(value)} (${count})` }];
    });
  const nutrients = [...library.nutrients.keys()].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return [
    {
      name: 'nutrient',
      label: 'Nutrient',
      options: counted([...nutrients, noNutrient], (id) =>
        id === noNutrient ? 'no one nutrient' : need(library.nutrients, id, 'nutrient').data.name,
      ),
    },
    {
      name: 'outcome',
      label: 'Outcome',
      options: counted(outcomeOrder, (id) => outcomeText[id as Outcome]),
    },
    {
      name: 'certainty',
      label: 'Certainty',
      options: counted(certaintyOrder, (id) => certaintyText[id as keyof typeof certaintyText]),
    },
  ];
}
