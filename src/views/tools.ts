/** The tools as they stand in the page: their data, the full tables for readers without a script, the sources. */
import { doseForms, labelForm } from '../domain/forms.ts';
import { findLimit, findNeed, type Reader } from '../domain/intake.ts';
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Intake } from '../schemas/nutrient.ts';
import type { LifeStage, Sex } from '../schemas/parts.ts';
import { bibliography, dataCitation, type ReferenceView } from './citation.ts';
import {
  needsView,
  suggestions,
  type NeedsData,
  type ToolFood,
  type ToolNutrient,
} from './needs.ts';
import { productTitle } from './product.ts';
import { limitAmount, needAmount, notEstablished, whatFormCounts } from './reference-value.ts';
import { sourceMarks, type Numbering, type SourceMark } from './source-marks.ts';
import {
  clashView,
  stackView,
  type ClashView,
  type StackData,
  type StackProduct,
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

export interface NeedsPage {
  data: NeedsData;
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
  const nutrients = toolNutrients(library);
  const foods = Object.fromEntries(
    [...library.foods].map(([id, list]): [string, ToolFood[]] => [
      id,
      list.map(({ food, amount, vegan, vegetarian, serving }) => ({
        food,
        amount,
        vegan,
        vegetarian,
        serving: serving.household,
      })),
    ]),
  );
  const foodSources = [...library.foods.values()].flatMap((list) =>
    list.map((food) => food.source),
  );
  const { numbering, references } = numbered(
    [...nutrients.flatMap(nutrientSources), ...foodSources],
    library,
  );
  const data = { nutrients, foods, numbering };
  // The table cannot ask who reads it, so it leaves out what a pregnant woman should not eat.
  const { leftOut } = needsView(data, { ...anyone, sex: 'female', lifeStage: 'pregnancy' });
  const tooMuch = new Set(leftOut);
  return {
    data,
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
                    `${food}, ${serving}: ${needAmount(amount, nutrient, '')}`,
                )
                .join('; ');
        }),
      })),
    leftOut,
    foodMarks: sourceMarks(foodSources, numbering),
    references,
  };
}

export interface StackPage {
  data: StackData;
  /** Every pair of products of which amounts are known, nearest to a limit first. */
  pairs: { names: string; isOver: boolean; holds: string[]; clashes: string[] }[];
  /** Products that stand in no pair, because no amount of a serving is known. */
  unpaired: string[];
  /** Everything that disturbs something. */
  interactions: ClashView[];
  references: ReferenceView[];
}

/** What pairs of products hold together, and what the script needs to count a reader's own stack. */
export function stackPage(library: Library): StackPage {
  const nutrients = toolNutrients(library).map((nutrient) => {
    const { data } = need(library.nutrients, nutrient.id, 'nutrient');
    return { ...nutrient, forms: data.forms, testFirst: data.testFirst };
  });
  const interactions = library.interactions.map(({ data }) => ({
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
        ...doseForms(nutrient.id, nutrient).flatMap(({ sources }) => sources),
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
  const known = products.filter(({ doses }) => doses.length > 0);
  return {
    data,
    pairs: known
      .flatMap((first, index) =>
        known.slice(index + 1).map((second) => pairOf(first, second, data)),
      )
      .sort((a, b) => b.nearest - a.nearest),
    unpaired: products.filter(({ doses }) => doses.length === 0).map(({ title }) => title),
    interactions: interactions.map((item) => clashView(item, data)),
    references,
  };
}

// Upper limits of adults differ only above 50, for calcium, and above 70, for phosphorus.
const anyone: Reader = {
  sex: 'male',
  ageYears: 31,
  lifeStage: 'none',
  diet: 'omnivore',
  periods: 'unknown',
};

function pairOf(first: StackProduct, second: StackProduct, data: StackData) {
  const { rows, clashes } = stackView(data, {
    reader: anyone,
    products: [first, second].map(({ id }) => ({ id, times: 1 })),
    byHand: [],
    coffee: false,
  });
  return {
    names: `${first.title} and ${second.title}`,
    isOver: rows.some(({ level }) => level === 'over' || level === 'perhaps'),
    holds: rows.map((row) => `${row.name} ${row.totalText}: ${row.limitShareText}`),
    clashes: clashes.map(({ names }) => names),
    nearest: rows[0]?.nearest ?? 0,
  };
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
      form: labelForm(row.nutrient, need(library.nutrients, row.nutrient, 'nutrient').data, row).id,
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
      intakes: data.intakes,
      intakeSources: data.intakeSources,
      adjustments: data.adjustments,
      upperLimit: data.upperLimit,
      noUpperLimit: data.noUpperLimit,
      riskReduction: data.riskReduction,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function nutrientSources(nutrient: ToolNutrient): string[] {
  return [
    ...nutrient.intakeSources,
    ...(nutrient.upperLimit?.sources ?? []),
    ...(nutrient.noUpperLimit?.sources ?? []),
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
  { id: 'pregnancy', caption: 'Pregnancy', sex: 'female', lifeStage: 'pregnancy' },
  { id: 'lactation', caption: 'Breastfeeding', sex: 'female', lifeStage: 'lactation' },
];

function needTable({ id, caption, sex, lifeStage }: Group, data: NeedsData): ValueTable {
  const own = ({ intakes }: ToolNutrient): Intake[] =>
    intakes.filter((row) => row.sex === sex && row.lifeStage === lifeStage);
  const ages = agesOf(data.nutrients.flatMap(own));
  const cells = (nutrient: ToolNutrient, factor: number): string[] => [
    ...ages.map(({ ageFrom }) => {
      const row = own(nutrient).find((item) => item.ageFrom === ageFrom);
      return row === undefined ? '–' : needAmount(row.amount * factor, nutrient, '');
    }),
    own(nutrient)[0]?.basis ?? '–',
  ];
  return {
    id,
    caption,
    note: needNote(sex, lifeStage, data),
    columns: [...ages.map(({ text }) => text), 'Basis'],
    rows: data.nutrients.flatMap((nutrient) => {
      const row = {
        name: nutrient.name,
        href: nutrient.href,
        cells: cells(nutrient, 1),
        marks: sourceMarks(nutrient.intakeSources, data.numbering),
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

function needNote(sex: Sex, lifeStage: LifeStage, { nutrients }: NeedsData): string | undefined {
  if (sex === 'male') return undefined;
  if (lifeStage === 'none')
    return 'RDA: enough for nearly everybody. AI: adequate intake, set where the evidence is too thin for an RDA. Women’s iron falls at 51 because periods end about then: if yours ended earlier or go on, read the column that fits.';
  const reader: Reader = { ...anyone, sex, lifeStage, diet: 'vegetarian' };
  const beyond = nutrients.flatMap((nutrient) => {
    const amount = findNeed(nutrient, reader)?.amount ?? 0;
    const limit = findLimit(nutrient, reader);
    return limit !== undefined &&
      nutrient.upperLimit?.scope === 'total' &&
      nutrient.upperLimit.countsOnly === undefined &&
      amount > limit.amount
      ? [
          `${nutrient.name} of vegetarians comes to more than the upper limit of ${limitAmount(limit.amount, nutrient, '')}: ask a doctor or midwife how much to take.`,
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

const limitColumns = [
  { text: '14–18', ageYears: 14, lifeStage: 'none' },
  { text: '19–50', ageYears: 19, lifeStage: 'none' },
  { text: '51–70', ageYears: 51, lifeStage: 'none' },
  { text: '71 and over', ageYears: 71, lifeStage: 'none' },
  { text: 'Pregnancy, 14–18', ageYears: 14, lifeStage: 'pregnancy' },
  { text: 'Pregnancy, 19–50', ageYears: 19, lifeStage: 'pregnancy' },
  { text: 'Breastfeeding, 14–18', ageYears: 14, lifeStage: 'lactation' },
  { text: 'Breastfeeding, 19–50', ageYears: 19, lifeStage: 'lactation' },
] as const;

function limitTable({ nutrients, numbering }: NeedsData): ValueTable {
  return {
    id: 'limits',
    caption: 'Upper limits',
    note: 'Upper limits are for usual days over a long time, from all products together. Not established does not mean that any amount is safe. Folate is limited as folic acid: 680 mcg DFE on a label are 400 mcg. For sodium none is established; above 2,300 mg a day the advice is to eat less.',
    columns: ['What counts', ...limitColumns.map(({ text }) => text)],
    rows: nutrients.map((nutrient) => ({
      name: nutrient.name,
      href: nutrient.href,
      cells: [
        nutrient.upperLimit === undefined ? '–' : whatFormCounts(nutrient.upperLimit),
        ...limitColumns.map((column) => {
          const limit = findLimit(nutrient, column);
          if (limit === undefined) return notEstablished;
          return `${limitAmount(limit.amount, nutrient, '')}${limit.unverified === true ? ' (not verified)' : ''}`;
        }),
      ],
      marks: sourceMarks(
        nutrient.upperLimit?.sources ?? nutrient.noUpperLimit?.sources ?? [],
        numbering,
      ),
    })),
  };
}
