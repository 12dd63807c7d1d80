/** The evidence page: nutrients by outcomes, and every claim with the words that narrow the list. */
import { certaintyOrder, certaintyText } from '../domain/certainty.ts';
import { effectOf, effectOrder, weightOf, type Effect, type Weight } from '../domain/effect.ts';
import { capitalize, uncapitalize } from '../domain/format.ts';
import { need, type DataRecord, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Claim, Outcome } from '../schemas/claim.ts';
import {
  claimAnchor,
  claimTopicName,
  effectText,
  foundText,
  holdsOf,
  narrowableRow,
  noNutrient,
  outcomeText,
  type ClaimTableView,
  type NarrowableRow,
} from './claim.ts';
import { longLists, type MoreView } from './long-list.ts';

/** A word to narrow by, with how many claims it leaves. */
export interface ChoiceView {
  value: string;
  text: string;
}

/** One mark: what was found, and how much weight that bears. */
export interface EffectView {
  effect: Effect;
  weight: Weight;
  /** "Helps, strong" */
  text: string;
}

export interface EvidenceView {
  count: number;
  /** Whether all of them stand on this page: with more, each topic has its own. */
  isWhole: boolean;
  /** Nutrients by outcomes; a cell without marks has no claim that tested an effect. */
  matrix: {
    outcomes: { id: Outcome; text: string }[];
    rows: {
      name: string;
      href: string;
      cells: { href: string; outcomeText: string; marks: EffectView[] }[];
    }[];
    /** Nutrients of which no claim tested an effect. */
    left: { name: string; href: string }[];
    effects: { effect: Effect; text: string }[];
    weights: { weight: Weight; text: string }[];
  };
  choices: { name: string; label: string; options: ChoiceView[] }[];
  /** Claims by topic, each with the words that its claims are narrowed by. */
  topics: {
    id: string;
    name: string;
    count: number;
    holds: string;
    /** Undefined where not all of them stand on this page. */
    table: ClaimTableView | undefined;
    href: string;
  }[];
}

const shownEffects = effectOrder.filter((effect) => effect !== 'descriptive');
const outcomeOrder = Object.keys(outcomeText) as Outcome[];

/** Everything that the evidence page shows. */
export function evidenceView(library: Library): EvidenceView {
  const claims = [...library.claims.values()];
  const topics = [...new Set(claims.map(({ data }) => data.topic))];
  return {
    count: claims.length,
    isWhole: library.hasWholeEvidence,
    matrix: matrixOf(claims, library),
    choices: choicesOf(claims, library),
    topics: topics
      .map((id) => topicOf(id, claims, library))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}

function topicOf(
  id: string,
  all: readonly DataRecord<Claim>[],
  library: Library,
): EvidenceView['topics'][number] {
  const claims = all.filter(({ data }) => data.topic === id);
  const name = topicName(id, library);
  return {
    id,
    name,
    count: claims.length,
    holds: [...new Set(claims.flatMap(({ data }) => holdsOf(data)))].join(' '),
    table: library.hasWholeEvidence ? tableOf(name, claims.map(narrowableRow)) : undefined,
    href: routes.topic(id),
  };
}

function topicName(id: string, library: Library): string {
  return capitalize(claimTopicName(id, library));
}

function tableOf(name: string, claims: NarrowableRow[]): ClaimTableView {
  return { caption: `Claims: ${name}`, groups: [{ id: undefined, name: undefined, claims }] };
}

/** The claims under a topic as a page of their own. */
export interface TopicClaimsView {
  title: string;
  description: string;
  count: number;
  /** None where not all of them stand here. */
  choices: EvidenceView['choices'];
  table: ClaimTableView;
  more: MoreView | undefined;
}

/** The page of a topic, where all claims are too many for one page. */
export function topicView(id: string, library: Library): TopicClaimsView {
  const name = topicName(id, library);
  const { count, items, more } = longLists['evidence/claims'].beginning(id, library);
  const claims = items.map((row) => need(library.claims, row.id, 'claim'));
  return {
    title: `Claims: ${name}`,
    description: `Every claim on ${uncapitalize(name)} that this site rests on: what was found, how sure it is, and who was studied.`,
    count,
    choices: more === undefined ? choicesOf(claims, library) : [],
    table: tableOf(name, claims.map(narrowableRow)),
    more,
  };
}

function matrixOf(claims: readonly DataRecord<Claim>[], library: Library): EvidenceView['matrix'] {
  const tested = claims.filter(
    ({ data }) => data.nutrients.length > 0 && data.finding !== 'descriptive',
  );
  const outcomes = outcomeOrder.filter((id) => tested.some(({ data }) => data.outcome === id));
  const nutrients = [...library.nutrientNames]
    .map(([id, name]) => ({ id, name, href: routes.nutrient(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  const about = (id: string): Claim[] =>
    tested.map(({ data }) => data).filter((claim) => claim.nutrients.includes(id));
  return {
    outcomes: outcomes.map((id) => ({ id, text: outcomeText[id] })),
    rows: nutrients
      .filter(({ id }) => about(id).length > 0)
      .map(({ id, name, href }) => ({
        name,
        href,
        cells: outcomes.map((outcome) => ({
          href: `${href}#${claimAnchor(outcome)}`,
          outcomeText: outcomeText[outcome],
          marks: marksOf(about(id).filter((claim) => claim.outcome === outcome)),
        })),
      })),
    left: nutrients
      .filter(({ id }) => about(id).length === 0)
      .map(({ name, href }) => ({ name, href })),
    effects: shownEffects.map((effect) => ({ effect, text: effectText[effect] })),
    weights: [
      { weight: 'filled', text: 'strong evidence' },
      { weight: 'striped', text: 'moderate' },
      { weight: 'hollow', text: 'limited or conflicting: a hint' },
    ],
  };
}

// Of each effect one mark, with the most certain of its claims.
function marksOf(claims: readonly Claim[]): EffectView[] {
  return shownEffects.flatMap((effect) => {
    const certainties = new Set(
      claims.filter((claim) => effectOf(claim) === effect).map(({ certainty }) => certainty),
    );
    const certainty = certaintyOrder.find((candidate) => certainties.has(candidate));
    if (certainty === undefined) return [];
    const text = `${foundText(effect, certainty)}, ${certaintyText[certainty].toLowerCase()}`;
    return { effect, weight: weightOf(certainty), text };
  });
}

/** The sheet that hides the claims which lack a chosen word: one rule for each that the page offers. */
export function narrowingStyles(library: Library): string {
  const words = choicesOf([...library.claims.values()], library).flatMap(({ options }) =>
    options.map(({ value }) => value),
  );
  const selectors = words.map(
    (word) =>
      `.narrow-scope:has([value='${word}']:checked) [data-holds]:not([data-holds~='${word}'])`,
  );
  return selectors.length === 0 ? '' : `${selectors.join(',\n')} {\n  display: none;\n}\n`;
}

function choicesOf(
  claims: readonly DataRecord<Claim>[],
  library: Library,
): EvidenceView['choices'] {
  const counted = (values: readonly string[], text: (value: string) => string): ChoiceView[] =>
    values.flatMap((value) => {
      const count = claims.filter(({ data }) => holdsOf(data).includes(value)).length;
      return count === 0 ? [] : [{ value, text: `${text(value)} (${count})` }];
    });
  const nutrients = [...library.nutrientNames.keys()].toSorted((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return [
    {
      name: 'nutrient',
      label: 'Nutrient',
      options: counted([...nutrients, noNutrient], (id) =>
        id === noNutrient ? 'no one nutrient' : need(library.nutrientNames, id, 'nutrient'),
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
