/** What one reader needs of everything in a day: the rows of the daily needs tool. */
import { formatList, formatNumber, formatShare, uncapitalize } from '../domain/format.ts';
import {
  findLimit,
  findNeed,
  closeness,
  plansFor,
  statedLimit,
  type Reader,
} from '../domain/intake.ts';
import type { Food } from '../schemas/food.ts';
import type { Limited, Nutrient } from '../schemas/nutrient.ts';
import type { Diet } from '../schemas/fields.ts';
import { whoText } from './reader.ts';
import {
  limitAmount,
  eatLessText,
  needAmount,
  needBeyondLimit,
  notEstablished,
  noLimitText,
  whatFormCounts,
} from './reference-value.ts';
import { sourceMarks, type Numbering, type SourceMark } from './source-marks.ts';

/** A nutrient as the tools know it. */
export type ToolNutrient = Pick<
  Nutrient,
  | 'name'
  | 'unit'
  | 'unitQualifier'
  | 'labelsOmitQualifier'
  | 'intakes'
  | 'intakeSources'
  | 'adjustments'
  | 'riskReduction'
  | 'labelUnit'
> &
  Limited & {
    id: string;
    /** Its page; undefined as long as there is none. */
    href: string | undefined;
  };

/** A nutrient as the daily needs tool knows it. */
export type NeedsNutrient = ToolNutrient & Pick<Nutrient, 'planning'>;

/** A food as the tools know it. */
export interface ToolFood extends Pick<Food, 'food' | 'amount' | 'vegan' | 'vegetarian'> {
  /** "1/2 cup". */
  serving: string;
}

/** Everything that the daily needs tool computes with; it lies in the page as JSON. */
export interface NeedsData {
  nutrients: NeedsNutrient[];
  /** By nutrient id, richest first. */
  foods: Record<string, ToolFood[]>;
  numbering: Numbering;
}

/** One nutrient for one reader. */
export interface NeedRow {
  id: string;
  name: string;
  href: string | undefined;
  /** "32.4 mg". */
  needText: string;
  /** "RDA" or "AI". */
  basis: string;
  /** What was done with the table's figure, and what else bears on it. */
  notes: string[];
  /** "45 mg" or "not established". */
  limitText: string;
  /** Set where the limit does not count food: "supplements only". */
  limitScope: string | undefined;
  /** What counts towards the limit, or what its absence means, in a sentence. */
  limitNote: string;
  foods: { text: string; shareText: string }[];
  /** Said where foods are missing. */
  foodNote: string | undefined;
  marks: SourceMark[];
}

/** A nutrient that such a reader usually has to plan for. */
export interface PlannedNeed {
  row: NeedRow;
  /** What to do, a sentence or two for each reason. */
  actions: string[];
  marks: SourceMark[];
}

export interface NeedsView {
  /** "a woman of 34, vegetarian". */
  who: string;
  /** What to plan for; what is closest to who the reader is first. */
  planned: PlannedNeed[];
  /** Every nutrient, by name. */
  rows: NeedRow[];
  /** Foods that were not suggested because a serving alone is above a limit. */
  leftOut: string[];
  /** One sentence for those who cannot see the table change. */
  announcement: string;
}

/** Foods suggested for each nutrient. */
const foodsShown = 3;

/** Set for a reader for whom there are figures, from 14 years on. */
export function needsView(data: NeedsData, reader: Reader): NeedsView {
  const tooMuch = tooRich(data, reader);
  const rows = data.nutrients.flatMap((nutrient) => needRow(nutrient, data, reader, tooMuch) ?? []);
  const planned = plannedNeeds(data, reader, rows);
  const names = planned.map(({ row }) => uncapitalize(row.name));
  return {
    who: whoText(reader),
    planned,
    rows,
    leftOut: [...tooMuch].sort((a, b) => a.localeCompare(b, 'en')),
    announcement: `Your figures: ${formatNumber(rows.length)} nutrients.${names.length === 0 ? '' : ` Plan for ${formatList(names)}.`}`,
  };
}

function plannedNeeds(
  { nutrients, numbering }: NeedsData,
  reader: Reader,
  rows: readonly NeedRow[],
): PlannedNeed[] {
  return nutrients
    .flatMap((nutrient) => {
      const row = rows.find(({ id }) => id === nutrient.id);
      const plans = plansFor(nutrient, reader);
      const [first] = plans;
      if (row === undefined || first === undefined) return [];
      return {
        row,
        actions: plans.map(({ action }) => action),
        marks: sourceMarks(
          plans.flatMap(({ sources }) => sources),
          numbering,
        ),
        closeness: closeness(first),
      };
    })
    .sort((a, b) => b.closeness - a.closeness)
    .map(({ row, actions, marks }) => ({ row, actions, marks }));
}

function needRow(
  nutrient: ToolNutrient,
  { foods, numbering }: NeedsData,
  reader: Reader,
  tooMuch: ReadonlySet<string>,
): NeedRow | undefined {
  const need = findNeed(nutrient, reader);
  if (need === undefined) return undefined;
  const limit = findLimit(nutrient, reader);
  const { upperLimit, riskReduction } = nutrient;
  const applied =
    need.factor === undefined
      ? []
      : [
          `${needAmount(need.tableAmount, nutrient, nutrient.labelUnit)} of the table times ${need.factor} for your diet.`,
        ];
  const beyond = needBeyondLimit(need.amount, limit?.amount, nutrient);
  const suggested = suggestions(foods[nutrient.id] ?? [], reader.diet, tooMuch);
  return {
    id: nutrient.id,
    name: nutrient.name,
    href: nutrient.href,
    needText: needAmount(need.amount, nutrient, nutrient.labelUnit),
    basis: need.basis,
    notes: [
      ...applied,
      ...(beyond === undefined ? [] : [`That ${beyond}`]),
      ...need.adjustments.map(({ text }) => text),
    ],
    limitText:
      limit === undefined
        ? notEstablished
        : limitAmount(limit.amount, nutrient, nutrient.labelUnit),
    limitScope:
      limit !== undefined && upperLimit?.scope === 'supplements' ? 'supplements only' : undefined,
    limitNote:
      upperLimit !== undefined && limit !== undefined
        ? `The upper limit counts ${whatFormCounts(upperLimit)}.${limit.unverified === true ? ' It was not seen in a source for your life stage and repeats that of other adults.' : ''}`
        : (eatLessText(nutrient) ?? noLimitText),
    // Nobody is told to eat more of what most should eat less of.
    foods:
      riskReduction === undefined
        ? suggested.map(({ food, serving, amount }) => ({
            text: `${food}, ${serving}`,
            shareText: formatShare(amount / need.amount),
          }))
        : [],
    foodNote: foodNote(nutrient, foods[nutrient.id], suggested.length),
    marks: sourceMarks(
      [
        ...nutrient.intakeSources,
        ...need.adjustments.flatMap(({ sources }) => sources),
        ...statedLimit(nutrient).sources,
        ...(riskReduction?.sources ?? []),
      ],
      numbering,
    ),
  };
}

function foodNote(
  { riskReduction }: ToolNutrient,
  foods: readonly ToolFood[] | undefined,
  suggested: number,
): string | undefined {
  if (riskReduction !== undefined)
    return 'No foods are suggested: the advice is about too much, not too little.';
  if (foods === undefined) return 'The food tables that this site uses hold no figures for it.';
  if (suggested === 0)
    return 'No food of your diet is in the list that this site has: ask a dietitian how to get it.';
  return undefined;
}

/** The richest foods that a diet allows. */
export function suggestions(
  foods: readonly ToolFood[],
  diet: Diet,
  tooMuch: ReadonlySet<string>,
): ToolFood[] {
  return foods
    .filter((food) => diet === 'omnivore' || food[diet])
    .filter(({ food }) => !tooMuch.has(food))
    .slice(0, foodsShown);
}

/**
 * Foods of which one serving alone is above an upper limit that counts food: liver, some oysters,
 * Brazil nuts. Vitamin A of plants is no retinol and does not count. In pregnancy the retinol of an
 * animal food may not even reach the need.
 */
function tooRich({ nutrients, foods }: NeedsData, reader: Reader): Set<string> {
  const names = nutrients.flatMap((nutrient) => {
    const { upperLimit } = nutrient;
    const limit = findLimit(nutrient, reader);
    if (upperLimit?.scope !== 'total' || limit === undefined) return [];
    const { onlyInAnimals = false, needIsMostInPregnancy = false } = upperLimit;
    const need = findNeed(nutrient, reader)?.amount ?? limit.amount;
    const most = needIsMostInPregnancy && reader.lifeStage === 'pregnancy' ? need : limit.amount;
    return (foods[nutrient.id] ?? [])
      .filter(({ vegan }) => !(onlyInAnimals && vegan))
      .filter(({ amount }) => amount > most)
      .map(({ food }) => food);
  });
  return new Set(names);
}
