/** The tools as they stand in the page: their data, the full tables for readers without a script, the sources. */
import { doseForms, labelForm } from '../domain/forms.ts';
import { uncapitalize } from '../domain/format.ts';
import { findLimit, findNeed, closeness, statedLimit, type Reader } from '../domain/intake.ts';
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Adjustment, Intake } from '../schemas/nutrient.ts';
import type { Preset } from '../schemas/preset.ts';
import type { LifeStage, Sex } from '../schemas/fields.ts';
import { productTitle } from '../schemas/product.ts';
import { bibliography, dataCitation, type ReferenceView } from './citation.ts';
import {
  needsView,
  suggestions,
  type NeedsData,
  type ToolFood,
  type ToolNutrient,
} from './needs.ts';
import {
  eatLessText,
  limitAmount,
  needAmount,
  notEstablished,
  notEstablishedIsNotSafe,
  stageText,
  whatFormCounts,
} from './reference-value.ts';
import { plannerText } from './reader.ts';
import { sourceMarks, type Numbering, type SourceMark } from './source-marks.ts';
import {
  clashView,
  stackView,
  type ClashView,
  type StackData,
  type StackInput,
  type StackPreset,
  type StackProduct,
  type StackRow,
} from './stack.ts';

/** A table of reference values. */
export interface ValueTable {
  id: string;
  caption: string;
  /** What to know before reading it. */
  note: string | undefined;
  columns: string[];
  rows: { name: string; href: string | undefined; cells: string[]; marks: SourceMark[] }[];
}

/** What one kind of people usually has to plan for. */
export interface PlanGroup {
  /** "Vegans", "Women who have periods", "Everybody". */
  who: string;
  items: { name: string; href: string | undefined; action: string; marks: SourceMark[] }[];
}

export interface NeedsPage {
  data: NeedsData;
  /** What to plan for, by whom it concerns; the groups closest to who a reader is first. */
  plans: PlanGroup[];
  tables: ValueTable[];
  /** Whose foods the cells of a row hold. */
  foodColumns: string[];
  foods: { name: string; cells: string[] }[];
  /** Foods left out of the food table. */
  leftOut: string[];
  foodMarks: SourceMark[];
  references: ReferenceView[];
}

const diets = [
  { diet: 'omnivore', name: 'Of all foods' },
  { diet: 'vegetarian', name: 'Vegetarian' },
  { diet: 'vegan', name: 'Vegan' },
] as const;

/** Needs, limits and foods of everybody, and what the script needs to show one reader's own. */
export function needsPage(library: Library): NeedsPage {
  const nutrients = toolNutrients(library).map((nutrient) => ({
    ...nutrient,
    planning: need(library.nutrients, nutrient.id, 'nutrient').data.planning,
  }));
  const foods = Object.fromEntries(
    [...library.foods].map(
      ([
        id,
        {
          data: { foods: list },
        },
      ]): [string, ToolFood[]] => [
        id,
        list.map(({ food, amount, vegan, vegetarian, serving }) => ({
          food,
          amount,
          vegan,
          vegetarian,
          serving: serving.household,
        })),
      ],
    ),
  );
  const foodSources = [...library.foods.values()].flatMap(({ data: { foods: list } }) =>
    list.map((food) => food.source),
  );
  const { numbering, references } = numbered(
    [
      ...nutrients.flatMap(nutrientSources),
      ...nutrients.flatMap(({ planning }) => planning.flatMap(({ sources }) => sources)),
      ...foodSources,
    ],
    library,
  );
  const data = { nutrients, foods, numbering };
  // The table cannot ask who reads it, so it leaves out what a pregnant woman should not eat.
  const { leftOut } = needsView(data, { ...anyone, sex: 'female', lifeStage: 'pregnancy' });
  const tooMuch = new Set(leftOut);
  return {
    data,
    plans: planGroups(data),
    tables: [...groups.map((group) => needTable(group, data)), limitTable(data)],
    foodColumns: diets.map(({ name }) => name),
    foods: nutrients
      .filter(({ id, riskReduction }) => foods[id] !== undefined && riskReduction === undefined)
      .map((nutrient) => ({
        name: nutrient.name,
        cells: diets.map(({ diet }) => {
          const found = suggestions(foods[nutrient.id] ?? [], diet, tooMuch);
          return found.length === 0
            ? 'none in our list'
            : found
                .map(
                  ({ food, serving, amount }) =>
                    `${food}, ${serving}: ${needAmount(amount, nutrient)}`,
                )
                .join('; ');
        }),
      })),
    leftOut,
    foodMarks: sourceMarks(foodSources, numbering),
    references,
  };
}

function planGroups({ nutrients, numbering }: NeedsData): PlanGroup[] {
  const plans = nutrients
    .flatMap((nutrient) => nutrient.planning.map((plan) => ({ nutrient, plan })))
    .map(({ nutrient, plan }) => ({
      who: plannerText(plan.for),
      closeness: closeness(plan),
      item: {
        name: nutrient.name,
        href: nutrient.href,
        action: plan.action,
        marks: sourceMarks(plan.sources, numbering),
      },
    }))
    .sort((a, b) => b.closeness - a.closeness);
  return [...Map.groupBy(plans, ({ who }) => who)].map(([who, group]) => ({
    who,
    items: group.map(({ item }) => item),
  }));
}

/** What listed products hold of one nutrient, one serving each. */
export interface HeldRow {
  id: string;
  name: string;
  href: string | undefined;
  /** "45 mg" or "not established". */
  limitText: string;
  /** Those that hold most of it: "Iron Bisglycinate: 25 mg, 56%". */
  most: string[];
  /** How many more products hold it, and less. */
  others: number;
  /** The two that hold most, together; undefined where a single product holds it. */
  together: { text: string; isOver: boolean } | undefined;
}

export interface StackPage {
  data: StackData;
  presets: StackPreset[];
  /** By nutrient, so that it grows with the products and not with their pairs. */
  held: HeldRow[];
  /** Products of which no amount of a serving is known. */
  unknown: string[];
  /** Everything that disturbs something. */
  interactions: ClashView[];
  references: ReferenceView[];
}

/** What listed products hold, and what the script needs to count a reader's own stack. */
export function stackPage(library: Library): StackPage {
  const nutrients = toolNutrients(library).map((nutrient) => {
    const { data } = need(library.nutrients, nutrient.id, 'nutrient');
    return { ...nutrient, forms: data.forms, doseForms: data.doseForms, testFirst: data.testFirst };
  });
  const interactions = [...library.interactions.values()].map(({ data }) => ({
    nutrient: data.nutrient,
    with: data.with,
    what: data.what,
    spacing: data.spacing,
    advice: data.advice,
    sources: data.sources,
  }));
  const { numbering, references } = numbered(
    [
      ...nutrients.flatMap(nutrientSources),
      ...nutrients.flatMap((nutrient) => [
        ...doseForms(nutrient).flatMap(({ sources }) => sources),
        ...(nutrient.testFirst?.sources ?? []),
      ]),
      ...interactions.flatMap(({ sources }) => sources),
    ],
    library,
  );
  const products = [...library.products.values()]
    .filter(({ data }) => data.status === 'listed' || data.status === 'unread')
    .map(({ id }) => stackProduct(id, library));
  const data = { nutrients, products, interactions, numbering };
  return {
    data,
    presets: [...library.presets.values()].map(({ data: preset }) => presetView(preset, data)),
    held: heldRows(data),
    unknown: products.filter(({ isUnknown }) => isUnknown).map(({ title }) => title),
    interactions: interactions.map((item) => clashView(item, data)),
    references,
  };
}

/** What somebody takes in an example day. */
export function presetInput(preset: Preset, { nutrients }: StackData): StackInput {
  const { sex, age, diet } = preset.person;
  return {
    reader: { sex, ageYears: age, diet, lifeStage: 'none', periods: 'unknown' },
    products: preset.products.map(({ product, servings }) => ({ id: product, times: servings })),
    byHand: preset.doses.flatMap(({ nutrient: id, amount, unit }) => {
      const nutrient = nutrients.find((item) => item.id === id);
      // The first form is that of a label that says no more.
      const form = nutrient && doseForms(nutrient)[0];
      return form === undefined ? [] : [{ nutrient: id, amount, unit, form: form.id }];
    }),
    coffee: preset.coffee,
  };
}

function presetView(preset: Preset, data: StackData): StackPreset {
  const { reader, products, byHand, coffee } = presetInput(preset, data);
  const { sex, ageYears, diet } = reader;
  const hash = new URLSearchParams({ sex, age: String(ageYears), diet });
  for (const { id, times } of products) hash.append('take', `${id}*${times}`);
  for (const { nutrient, amount, unit, form } of byHand)
    hash.append('dose', [nutrient, amount, unit, form].join('*'));
  if (coffee) hash.set('coffee', 'yes');
  return { name: preset.name, hash: hash.toString() };
}

// Upper limits of adults differ only above 50, for calcium, and above 70, for phosphorus.
const anyone: Reader = {
  sex: 'male',
  ageYears: 31,
  lifeStage: 'none',
  diet: 'omnivore',
  periods: 'unknown',
};

/** Products named for each nutrient; the others hold less. */
const mostNamed = 5;

function heldRows(data: StackData): HeldRow[] {
  const rowOf = (products: readonly StackProduct[], nutrient: string): StackRow | undefined =>
    stackView(data, {
      reader: anyone,
      products: products.map(({ id }) => ({ id, times: 1 })),
      byHand: [],
      coffee: false,
    }).rows.find(({ id }) => id === nutrient);
  return data.nutrients.flatMap((nutrient) => {
    const holders = data.products
      .filter(({ doses }) => doses.some((dose) => dose.nutrient === nutrient.id))
      .flatMap((product) => {
        const row = rowOf([product], nutrient.id);
        return row === undefined ? [] : [{ product, row }];
      })
      .sort((a, b) => b.row.nearest - a.row.nearest || b.row.highest - a.row.highest);
    const [first, second] = holders;
    if (first === undefined) return [];
    const limit = findLimit(nutrient, anyone);
    const both = second && rowOf([first.product, second.product], nutrient.id);
    return {
      id: nutrient.id,
      name: nutrient.name,
      href: nutrient.href,
      limitText:
        limit === undefined
          ? notEstablished
          : limitAmount(limit.amount, nutrient, nutrient.labelUnit),
      most: holders
        .slice(0, mostNamed)
        .map(({ product, row }) => `${product.title}: ${row.totalText}${shareOfLimit(row)}`),
      others: Math.max(0, holders.length - mostNamed),
      together:
        second && both && limit
          ? {
              text: `${first.product.title} and ${second.product.title}: ${both.totalText}, ${both.limitText}`,
              isOver: both.level === 'over' || both.level === 'perhaps',
            }
          : undefined,
    };
  });
}

function shareOfLimit({ level, limitShareText }: StackRow): string {
  return level === 'none' || level === 'unknown' ? '' : `, ${limitShareText}`;
}

function stackProduct(id: string, library: Library): StackProduct {
  const record = need(library.products, id, 'product');
  const { serving, nutrients } = record.data;
  const perServing = nutrients.filter(({ per }) => per === undefined);
  return {
    id,
    title: productTitle(record.data),
    href: routes.product(id),
    serving: serving && [serving.unit, serving.note].filter((part) => part !== undefined).join(' '),
    doses: perServing.map((row) => ({
      nutrient: row.nutrient,
      min: row.amount,
      max: row.amountMax ?? row.amount,
      unit: row.unit,
      form: labelForm(need(library.nutrients, row.nutrient, 'nutrient').data, row).id,
      ...(row.elemental === 'unknown' ? { isUnsure: true as const } : {}),
    })),
    isUnknown: perServing.length === 0,
  };
}

function toolNutrients(library: Library): ToolNutrient[] {
  return [...library.nutrients.values()]
    .map(({ id, data }) => ({
      id,
      href: routes.nutrient(id),
      name: data.name,
      unit: data.unit,
      unitQualifier: data.unitQualifier,
      labelsOmitQualifier: data.labelsOmitQualifier,
      intakes: data.intakes,
      intakeSources: data.intakeSources,
      adjustments: data.adjustments,
      ...(data.upperLimit === undefined
        ? { noUpperLimit: data.noUpperLimit }
        : { upperLimit: data.upperLimit }),
      riskReduction: data.riskReduction,
      labelUnit: data.labelUnit,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function nutrientSources(nutrient: ToolNutrient): string[] {
  return [
    ...nutrient.intakeSources,
    ...statedLimit(nutrient).sources,
    ...(nutrient.riskReduction?.sources ?? []),
    ...nutrient.adjustments.flatMap(({ sources }) => sources),
  ];
}

// The list of sources is numbered as an article's is; a claim stands for its sources.
function numbered(
  ids: readonly string[],
  library: Library,
): { numbering: Numbering; references: ReferenceView[] } {
  const citation = dataCitation([...new Set(ids)]);
  const marks = bibliography([citation], library).cite(citation);
  return {
    numbering: Object.fromEntries(
      citation.ids.map((id, index) => [id, marks[index]?.numbers ?? []]),
    ),
    // A list of its own: the tools' numbers stand at figures that come and go, so nothing leads back.
    references: bibliography([citation], library).references(),
  };
}

interface Group {
  id: string;
  caption: string;
  sex: Sex;
  lifeStage: LifeStage;
}

const groups: readonly Group[] = [
  { id: 'women', caption: 'Women', sex: 'female', lifeStage: 'none' },
  { id: 'men', caption: 'Men', sex: 'male', lifeStage: 'none' },
  { id: 'pregnancy', caption: stageText.pregnancy.what, sex: 'female', lifeStage: 'pregnancy' },
  { id: 'lactation', caption: stageText.lactation.what, sex: 'female', lifeStage: 'lactation' },
];

function needTable(group: Group, data: NeedsData): ValueTable {
  const { id, caption, sex, lifeStage } = group;
  const own = ({ intakes }: ToolNutrient): Intake[] =>
    intakes.filter((row) => row.sex === sex && row.lifeStage === lifeStage);
  const ages = agesOf(data.nutrients.flatMap(own));
  const cells = (nutrient: ToolNutrient, factor: number): string[] => [
    ...ages.map(({ ageFrom }) => {
      const row = own(nutrient).find((item) => item.ageFrom === ageFrom);
      return row === undefined ? '–' : needAmount(row.amount * factor, nutrient);
    }),
    own(nutrient)[0]?.basis ?? '–',
  ];
  return {
    id,
    caption,
    note: needNote(group, data),
    columns: [...ages.map(({ text }) => text), 'Basis'],
    rows: data.nutrients.flatMap((nutrient) => {
      const row = {
        name: nutrient.name,
        href: nutrient.href,
        cells: cells(nutrient, 1),
        marks: sourceMarks(
          [
            ...nutrient.intakeSources,
            ...notedChanges(nutrient, group).flatMap((one) => one.sources),
          ],
          data.numbering,
        ),
      };
      const multiplied = nutrient.adjustments.flatMap(({ factor, sources }) =>
        factor === undefined
          ? []
          : [
              {
                name: `${nutrient.name}, vegetarian or vegan (times ${factor})`,
                href: undefined,
                cells: cells(nutrient, factor),
                marks: sourceMarks(sources, data.numbering),
              },
            ],
      );
      return [row, ...multiplied];
    }),
  };
}

// Of the table of women is told whose need falls with the end of periods.
function notedChanges({ adjustments }: ToolNutrient, { sex, lifeStage }: Group): Adjustment[] {
  return sex === 'female' && lifeStage === 'none'
    ? adjustments.filter((one) => one.for === 'menopause')
    : [];
}

function needNote(group: Group, { nutrients }: NeedsData): string | undefined {
  const { sex, lifeStage } = group;
  if (sex === 'male') return undefined;
  if (lifeStage === 'none') {
    const changes = nutrients.flatMap((nutrient) =>
      notedChanges(nutrient, group).map(({ text }) => `${nutrient.name}: ${uncapitalize(text)}`),
    );
    return [
      'RDA: enough for nearly everybody. AI: adequate intake, set where the evidence is too thin for an RDA.',
      ...changes,
      ...(changes.length === 0
        ? []
        : ['If your periods ended earlier or go on, read the column that fits.']),
    ].join(' ');
  }
  const reader: Reader = { ...anyone, sex, lifeStage, diet: 'vegetarian' };
  const beyond = nutrients.flatMap((nutrient) => {
    const amount = findNeed(nutrient, reader)?.amount ?? 0;
    const limit = findLimit(nutrient, reader);
    return limit !== undefined &&
      nutrient.upperLimit?.scope === 'total' &&
      nutrient.upperLimit.countsOnly === undefined &&
      amount > limit.amount
      ? [
          `${nutrient.name} of vegetarians comes to more than the upper limit of ${limitAmount(limit.amount, nutrient)}: ask a doctor or midwife how much to take.`,
        ]
      : [];
  });
  return beyond.length === 0 ? undefined : beyond.join(' ');
}

function agesOf(rows: readonly Intake[]): { ageFrom: number; text: string }[] {
  return [...new Map(rows.map((row) => [row.ageFrom, row.ageTo]))]
    .sort(([a], [b]) => a - b)
    .map(([ageFrom, ageTo]) => ({
      ageFrom,
      text: ageTo === null ? `${ageFrom} and over` : `${ageFrom}–${ageTo}`,
    }));
}

const stages = ['pregnancy', 'lactation'] as const;

const limitColumns: readonly { text: string; ageYears: number; lifeStage: LifeStage }[] = [
  { text: '14–18', ageYears: 14, lifeStage: 'none' },
  { text: '19–50', ageYears: 19, lifeStage: 'none' },
  { text: '51–70', ageYears: 51, lifeStage: 'none' },
  { text: '71 and over', ageYears: 71, lifeStage: 'none' },
  ...stages.flatMap((lifeStage) => [
    { text: `${stageText[lifeStage].what}, 14–18`, ageYears: 14, lifeStage },
    { text: `${stageText[lifeStage].what}, 19–50`, ageYears: 19, lifeStage },
  ]),
];

function limitTable({ nutrients, numbering }: NeedsData): ValueTable {
  return {
    id: 'limits',
    caption: 'Upper limits',
    note: [
      `Upper limits are for usual days over a long time, from all products together. ${notEstablishedIsNotSafe}`,
      ...nutrients.flatMap((nutrient) => {
        const { name, upperLimit } = nutrient;
        const otherUnit = upperLimit?.compareIn === undefined ? undefined : upperLimit.note;
        const text = otherUnit ?? eatLessText(nutrient);
        return text === undefined ? [] : [`${name}: ${uncapitalize(text)}`];
      }),
    ].join(' '),
    columns: ['What counts', ...limitColumns.map(({ text }) => text)],
    rows: nutrients.map((nutrient) => ({
      name: nutrient.name,
      href: nutrient.href,
      cells: [
        nutrient.upperLimit === undefined ? '–' : whatFormCounts(nutrient.upperLimit),
        ...limitColumns.map((column) => {
          const limit = findLimit(nutrient, column);
          if (limit === undefined) return notEstablished;
          return `${limitAmount(limit.amount, nutrient)}${limit.unverified === true ? ' (not verified)' : ''}`;
        }),
      ],
      marks: sourceMarks(
        [...statedLimit(nutrient).sources, ...(nutrient.riskReduction?.sources ?? [])],
        numbering,
      ),
    })),
  };
}
