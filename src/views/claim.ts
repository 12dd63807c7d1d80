/** Claims as tables show them: what was found, how sure it is, in whom, and where to check. */
import { anchors } from '../anchors.ts';
import { effectOf, weightOf, type Effect } from '../domain/effect.ts';
import { capitalize } from '../domain/format.ts';
import { need, type DataRecord, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Claim, Outcome } from '../schemas/claim.ts';
import type { Certainty } from '../schemas/fields.ts';
import { appliesText } from './citation.ts';

/** A claim in a list. */
export interface ClaimRowView {
  id: string;
  href: string;
  statement: string;
  certainty: Certainty;
  /** "Helps", "A weak hint that it helps", "No effect found" */
  findingText: string;
  outcomeText: string;
  population: string;
  runnersText: string;
}

/** A claim in a list that can be narrowed: the words that it is found by. */
export interface NarrowableRow extends ClaimRowView {
  holds: string;
}

/** A table of claims, in groups that have a name and an anchor where there are several. */
export interface ClaimTableView {
  caption: string;
  groups: {
    id: string | undefined;
    name: string | undefined;
    claims: (ClaimRowView & Partial<NarrowableRow>)[];
  }[];
}

/** What was found, in words. */
export const effectText: Record<Effect, string> = {
  helps: 'Helps',
  'no-effect': 'No effect found',
  mixed: 'Mixed results',
  hinders: 'Hinders uptake',
  harms: 'Can harm you',
  clash: 'Clashes with a medicine',
  'not-studied': 'Not studied',
  descriptive: 'Describes, tests no effect',
};

/** What was found with how sure it is: help that is hardly shown is a hint. */
export function foundText(effect: Effect, certainty: Certainty): string {
  return effect === 'helps' && weightOf(certainty) === 'hollow'
    ? 'A weak hint that it helps'
    : effectText[effect];
}

/** What a claim is about, in words. */
export const outcomeText: Record<Outcome, string> = {
  deficiency: 'Deficiency',
  fatigue: 'Fatigue',
  performance: 'Performance',
  cramps: 'Cramps',
  soreness: 'Soreness',
  bone: 'Bone',
  immunity: 'Colds and immunity',
  sleep: 'Sleep',
  recovery: 'Recovery',
  absorption: 'Absorption',
  losses: 'Losses',
  safety: 'Safety',
  intake: 'Intake',
  testing: 'Testing',
  hydration: 'Drinking',
  adaptation: 'Adapting to training',
  other: 'Other',
};

/** Where a nutrient's page shows its claims about an outcome. */
export function claimAnchor(outcome: Outcome): string {
  return anchors.claims(outcome);
}

/** One claim for a list. */
export function claimRowView({ id, data }: DataRecord<Claim>): ClaimRowView {
  return {
    id,
    href: routes.claim(id),
    statement: data.statement,
    certainty: data.certainty,
    findingText: foundText(effectOf(data), data.certainty),
    outcomeText: outcomeText[data.outcome],
    population: capitalize(data.population),
    runnersText: appliesText[data.appliesToRunners],
  };
}

/**
 * The claims of a topic, in the order of their file.
 * @throws {Error} when no claim has the topic
 */
export function evidenceTableView(topic: string, library: Library): ClaimTableView {
  const ids = library.claimsUnder.get(topic);
  if (ids === undefined) throw new Error(`No claim has the topic "${topic}".`);
  const claims = ids.map((id) => need(library.claims, id, 'claim'));
  return {
    caption: `What the evidence says: ${capitalize(claimTopicName(topic, library))}`,
    groups: [{ id: undefined, name: undefined, claims: claims.map(claimRowView) }],
  };
}

/** The claims about a nutrient, in the order of their files. */
export function claimsAbout(nutrient: string, library: Library): DataRecord<Claim>[] {
  return (library.claimsAbout.get(nutrient) ?? []).map((id) => need(library.claims, id, 'claim'));
}

/** The claims about a nutrient by what they are about, in the order of the evidence matrix. */
export function claimsByOutcome(
  nutrient: string,
  library: Library,
): { outcome: Outcome; claims: DataRecord<Claim>[] }[] {
  const claims = claimsAbout(nutrient, library);
  return (Object.keys(outcomeText) as Outcome[])
    .map((outcome) => ({
      outcome,
      claims: claims.filter(({ data }) => data.outcome === outcome),
    }))
    .filter((group) => group.claims.length > 0);
}

/** Name of a topic of claims: the nutrient's own, else its id in words. */
export function claimTopicName(topic: string, library: Library): string {
  return library.nutrientNames.get(topic) ?? topic.replaceAll('-', ' ');
}

/** The word that stands for claims about no nutrient when a list is narrowed. */
export const noNutrient = 'no-nutrient';

/** The words by which a claim is found when a list is narrowed. */
export function holdsOf(claim: Claim): string[] {
  const nutrients = claim.nutrients.length === 0 ? [noNutrient] : claim.nutrients;
  return [...nutrients, claim.outcome, claim.certainty];
}

/** A claim in a list that can be narrowed. */
export function narrowableRow(claim: DataRecord<Claim>): NarrowableRow {
  return { ...claimRowView(claim), holds: holdsOf(claim.data).join(' ') };
}
