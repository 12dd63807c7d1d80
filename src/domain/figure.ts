/** What a figure shows: each of its values as claims, products and nutrients have it, and whether its form fits them. */
import type { Claim } from '../schemas/claim.ts';
import type { Figure, FigureOrigin } from '../schemas/figure.ts';
import type { Measure, MeasureUnit } from '../schemas/measure.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Product } from '../schemas/product.ts';
import { uncapitalize } from './format.ts';
import { adultIntakes, findIntake, findLimit } from './intake.ts';
import { strengthOf } from './purpose.ts';
import { convert, weightUnits } from './units.ts';

/** A ratio of more, or of less than one of it, is beyond the scale. */
export const farthestRatio = 16;

/** Where values are looked up. */
export interface FigureEvidence {
  claims: ReadonlyMap<string, { data: Claim }>;
  products: ReadonlyMap<string, { data: Product }>;
  nutrients: ReadonlyMap<string, { data: Nutrient }>;
}

/** A value to draw. `value` is its center or alone; a range has both ends; without any it is not known. */
export interface Point {
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
  unit: MeasureUnit;
  /** Of how many, where people are counted. */
  of?: number | undefined;
  /** How many were studied. */
  n?: number | undefined;
  /** Whether it was computed from an amount of a serving, and is no more exact than that. */
  isComputed?: boolean | undefined;
  /** Whose value it is. */
  group?: string | undefined;
  /** The claim that it is of. */
  claim?: Claim | undefined;
}

/** What is wrong with a figure, and where in it. */
export interface FigureFault {
  path: (string | number)[];
  message: string;
  fix?: string;
}

/** Ids of the claims that a figure draws, each once, in the order of its rows and marks. */
export function figureClaims({ rows, marks }: Pick<Figure, 'rows' | 'marks'>): string[] {
  return [
    ...new Set([...rows, ...marks].flatMap(({ from }) => ('claim' in from ? [from.claim] : []))),
  ];
}

/**
 * The figures that are not on the site yet, because whatever shows them is not: each with the first
 * day on which something will.
 * @param shown ids of figures, and the first day of what shows them, see `firstDay()`
 */
export function waitingFigures(
  shown: Iterable<{ figures: readonly string[]; from: string }>,
  today: string,
): Map<string, string> {
  const first = new Map<string, string>();
  for (const { figures, from } of shown)
    for (const id of figures) {
      const known = first.get(id);
      if (known === undefined || from < known) first.set(id, from);
    }
  return new Map([...first].filter(([, day]) => day > today));
}

/** Whether a point has a number at all. */
export function isKnown({ value, low }: Point): boolean {
  return value !== undefined || low !== undefined;
}

/** The ends of a point: those of its range, else its value twice. */
export function endsOf({ value, low, high }: Point): { least: number; most: number } | undefined {
  const least = low ?? value;
  const most = high ?? value;
  return least === undefined || most === undefined ? undefined : { least, most };
}

/**
 * The value that a row or a mark names.
 * @returns what is wrong with the name where there is none; undefined where its entry does not
 * exist, which other checks tell
 */
export function pointOf(
  from: FigureOrigin,
  evidence: FigureEvidence,
): { point: Point } | { fault: FigureFault } | undefined {
  if ('claim' in from) return claimPoint(from, evidence);
  if ('product' in from) return productPoint(from, evidence);
  const nutrient = evidence.nutrients.get(from.nutrient)?.data;
  return nutrient && referencePoint(from, nutrient);
}

function claimPoint(
  from: Extract<FigureOrigin, { claim: string }>,
  { claims, nutrients }: FigureEvidence,
): ReturnType<typeof pointOf> {
  const claim = claims.get(from.claim)?.data;
  if (claim === undefined) return undefined;
  const known = claim.values ?? [];
  const measure = known.find(({ name }) => name === from.value);
  if (measure === undefined)
    return {
      fault: {
        path: ['value'],
        message: `the claim "${from.claim}" has no value "${from.value}".`,
        fix:
          known.length === 0
            ? 'Add it to the "values" of the claim.'
            : `Its values are ${known.map(({ name }) => name).join(', ')}.`,
      },
    };
  const { value, low, high, unit, of, n, group } = measure;
  const point: Point = { value, low, high, unit, of, n, group, claim };
  if (from.need === undefined) return { point };
  const nutrient = nutrients.get(from.need)?.data;
  if (nutrient !== undefined && !claim.nutrients.includes(from.need))
    return {
      fault: {
        path: ['need'],
        message: `the claim "${from.claim}" is not about ${uncapitalize(nutrient.name)}.`,
        fix: `Its nutrients are ${claim.nutrients.join(', ') || 'not said'}.`,
      },
    };
  return nutrient && needPoint(point, measure, nutrient);
}

// A share of what adults need in a day; from the smallest share of any to the largest.
function needPoint(point: Point, measure: Measure, nutrient: Nutrient): ReturnType<typeof pointOf> {
  const unit = weightUnits.find((weight) =>
    [weight, `${weight}/L`, `${weight}/h`].includes(measure.unit),
  );
  const needs = adultIntakes(nutrient).map(({ amount }) => amount);
  const ends = endsOf(point);
  if (unit === undefined || needs.length === 0 || !ends || ends.least < 0)
    return {
      fault: {
        path: ['need'],
        message: `${ends && ends.least < 0 ? 'less than nought' : measure.unit} is no amount that can be held against a day’s need of ${nutrient.name.toLowerCase()}.`,
        fix: 'Leave "need" out, or name a value that is an amount.',
      },
    };
  const percent = (amount: number, need: number): number =>
    (convert(amount, unit, nutrient.unit) / need) * 100;
  const least = percent(ends.least, Math.max(...needs));
  const most = percent(ends.most, Math.min(...needs));
  const { claim, n, group } = point;
  return {
    point: {
      ...(least === most ? { value: least } : { low: least, high: most }),
      unit: '%',
      claim,
      n,
      group,
    },
  };
}

function productPoint(
  from: Extract<FigureOrigin, { product: string }>,
  { products }: FigureEvidence,
): ReturnType<typeof pointOf> {
  const product = products.get(from.product)?.data;
  if (product === undefined) return undefined;
  if (!product.nutrients.some(({ nutrient }) => nutrient === from.nutrient))
    return {
      fault: {
        path: ['nutrient'],
        message: `"${from.product}" has no amount of "${from.nutrient}".`,
        fix: `Its nutrients are ${product.nutrients.map(({ nutrient }) => nutrient).join(', ') || 'not known'}.`,
      },
    };
  const { perLiter, isComputed } = strengthOf(product, from.nutrient, 'mg');
  return { point: { value: perLiter, unit: 'mg/L', isComputed } };
}

function referencePoint(
  { group, is }: Extract<FigureOrigin, { group: string }>,
  nutrient: Nutrient,
): { point: Point } | { fault: FigureFault } {
  const person = {
    sex: group === 'men' ? 'male' : 'female',
    ageYears: 31,
    lifeStage: group === 'women' || group === 'men' ? 'none' : group,
  } as const;
  const amount =
    is === 'limit' ? findLimit(nutrient, person)?.amount : findIntake(nutrient, person)?.amount;
  return amount === undefined
    ? {
        fault: {
          path: ['group'],
          message: `there is no ${is === 'limit' ? 'upper limit' : 'reference intake'} of ${nutrient.name.toLowerCase()} for ${group}.`,
          fix: 'Name a group that has one, or leave the row out.',
        },
      }
    : { point: { value: amount, unit: nutrient.unit } };
}

/**
 * Everything that keeps a figure from being drawn or read right, in the order of the file. Entries
 * that do not exist are told by others.
 */
export function figureFaults(figure: Figure, evidence: FigureEvidence): FigureFault[] {
  const at = (list: 'rows' | 'marks') =>
    figure[list].map(({ from }, index) => ({
      path: [list, index, 'from'],
      found: pointOf(from, evidence),
    }));
  const rows = at('rows');
  const named = [...rows, ...at('marks')].flatMap(({ path, found }) =>
    found === undefined ? [] : [{ path, ...found }],
  );
  return [
    ...formFaults(figure),
    ...rowFaults(figure, evidence),
    ...named.flatMap((item) =>
      'fault' in item
        ? [{ ...item.fault, path: [...item.path, ...item.fault.path] }]
        : pointFaults(item.point, item.path, figure),
    ),
    ...populationFaults(figure, evidence),
  ];
}

// What keeps rows from standing side by side.
function rowFaults({ rows, marks }: Figure, evidence: FigureEvidence): FigureFault[] {
  const again = (
    list: readonly { label: string; from: FigureOrigin }[],
    of: (item: { label: string; from: FigureOrigin }) => string,
  ): number =>
    list.findIndex((item, index) => list.findIndex((other) => of(other) === of(item)) < index);
  const twice = again(rows, ({ label }) => label);
  const valueTwice = again(rows, ({ from }) => JSON.stringify(from));
  const markTwice = again(marks, ({ from }) => JSON.stringify(from));
  const points = rows.map(({ from }) => pointOf(from, evidence));
  const isEmpty = points.every((found) => found && 'point' in found && !isKnown(found.point));
  const shares = [
    ...rows.map(({ from }, index) => ({ from, path: ['rows', index, 'from'] })),
    ...marks.map(({ from }, index) => ({ from, path: ['marks', index, 'from'] })),
  ].map(({ from, path }) => ({ path, of: wholeOfNeed(from, evidence) }));
  const [first] = shares;
  const other = shares.find(({ of }) => of !== first?.of);
  return [
    ...(twice === -1
      ? []
      : [
          {
            path: ['rows', twice, 'label'],
            message: 'a row before it has the same label.',
            fix: 'Say what makes them two.',
          },
        ]),
    ...(valueTwice === -1
      ? []
      : [
          {
            path: ['rows', valueTwice, 'from'],
            message: 'a row before it shows the same value.',
            fix: 'Name the value that the row is to show, or take the row out.',
          },
        ]),
    ...(markTwice === -1
      ? []
      : [
          {
            path: ['marks', markTwice, 'from'],
            message: 'a mark before it stands at the same value.',
            fix: 'Take one of the two out.',
          },
        ]),
    ...(isEmpty
      ? [
          {
            path: ['rows'],
            message: 'none of its values is known: there is nothing to see.',
            fix: 'Name a value that is known, or delete the figure.',
          },
        ]
      : []),
    ...(first === undefined || other === undefined
      ? []
      : [
          {
            path: other.path,
            message: `it is ${told(other.of)}, and the row before ${told(first.of)}: no scale holds both.`,
            fix: 'Give all rows and marks a "need" and the same unit, or none.',
          },
        ]),
  ];
}

/** Of what a share of a need is one: "mg/L" and "mcg/L" alike of a liter. Undefined where it is none. */
function wholeOfNeed(from: FigureOrigin, { claims }: FigureEvidence): string | undefined {
  if (!('claim' in from) || from.need === undefined) return undefined;
  const unit = claims.get(from.claim)?.data.values?.find(({ name }) => name === from.value)?.unit;
  return unit?.split('/')[1] ?? 'amount';
}

function told(whole: string | undefined): string {
  if (whole === undefined) return 'no share of a need';
  return whole === 'amount'
    ? 'a share by amount'
    : `a share by ${whole === 'L' ? 'liter' : 'hour'}`;
}

function formFaults({ kind, unit, scale, marks }: Figure): FigureFault[] {
  const isRatio = unit === 'ratio';
  if (isRatio && (kind === 'bars' || kind === 'changes'))
    return [
      {
        path: ['kind'],
        message: `${kind} begin at nought, and a ratio of no difference is 1.`,
        fix: 'Draw estimates or ranges, with scale: log.',
      },
    ];
  if (kind === 'people' && marks.length > 0)
    return [
      {
        path: ['marks'],
        message: 'people are counted: there is no scale for a line.',
        fix: 'Take the marks out, or draw shares in % as bars.',
      },
    ];
  if (scale === 'log' && (kind === 'bars' || kind === 'changes'))
    return [
      {
        path: ['scale'],
        message: `${kind} begin at nought, which a log scale does not have.`,
        fix: 'Leave "scale" out, or draw ranges.',
      },
    ];
  if (scale === 'log' && kind === 'people')
    return [
      {
        path: ['scale'],
        message: 'people are counted: they have no scale.',
        fix: 'Leave "scale" out.',
      },
    ];
  if (kind === 'estimates' ? isRatio !== (scale === 'log') : isRatio && scale !== 'log')
    return [
      {
        // Where no scale is written, the unit asks for one.
        path: [isRatio ? 'unit' : 'scale'],
        message: isRatio
          ? 'ratios stand on a log scale, where half and double are as far from 1.'
          : 'differences stand on a linear scale.',
        fix: isRatio ? 'Write scale: log.' : 'Leave "scale" out.',
      },
    ];
  if ((kind === 'people') !== (unit === 'people'))
    return [
      {
        path: ['unit'],
        message:
          kind === 'people' ? 'a figure of people counts people.' : 'people are drawn as people.',
        fix: kind === 'people' ? 'Write unit: people.' : 'Write kind: people, or take shares in %.',
      },
    ];
  return [];
}

function pointFaults(point: Point, path: (string | number)[], figure: Figure): FigureFault[] {
  const isRow = path[0] === 'rows';
  const { kind, unit, scale } = figure;
  const ends = endsOf(point);
  if (point.unit !== unit)
    return [
      {
        path,
        message: `its value is in ${point.unit}, and the figure in ${unit}.`,
        fix: 'Name a value of the same unit, or change the unit of the figure.',
      },
    ];
  if (ends === undefined)
    return isRow
      ? []
      : [
          {
            path,
            message: 'its value is not known, so that no line can be drawn.',
            fix: 'Leave the mark out until it is.',
          },
        ];
  if (scale === 'log' && ends.least <= 0)
    return [
      {
        path,
        message: 'a log scale has no place for nought and less.',
        fix: 'Leave "scale" out, or name a value above 0.',
      },
    ];
  if (!isRow)
    return unit === 'ratio' && Math.max(ends.most, 1 / ends.least) > farthestRatio
      ? [
          {
            path,
            message:
              'the scale of ratios ends at a sixteenth and sixteen, and its value lies beyond.',
            fix: 'Leave the mark out.',
          },
        ]
      : [];
  if (kind === 'bars' && ends.least < 0)
    return [
      {
        path,
        message: 'a bar begins at nought and its value is less.',
        fix: 'Draw changes instead.',
      },
    ];
  if (
    (kind === 'bars' || kind === 'changes') &&
    point.value !== undefined &&
    point.low !== undefined
  )
    return [
      {
        path,
        message: `${kind} show a value or a range, and it has a value with an interval.`,
        fix: 'Draw estimates or ranges, or name a value without an interval.',
      },
    ];
  const share = (point.value ?? 0) / (point.of ?? 1);
  if (kind === 'people' && Math.min(share, 1 - share) > 0 && Math.min(share, 1 - share) < 0.0005)
    return [
      {
        path,
        message: 'of a thousand dots not one would be of it.',
        fix: 'Draw bars, of a value per 1,000 or in %.',
      },
    ];
  if (kind === 'estimates' && (point.value === undefined || point.low === undefined))
    return [
      {
        path,
        message: 'an estimate has a value and the interval around it.',
        fix: 'Give the value of the claim its low and high, or draw another kind.',
      },
    ];
  return [];
}

// Whose values they are: where several claims stand side by side, each row says so.
function populationFaults({ rows }: Figure, { claims }: FigureEvidence): FigureFault[] {
  const studied = rows.map(({ from, population }) => {
    const claim = 'claim' in from ? claims.get(from.claim)?.data : undefined;
    const group = claim?.values?.find(({ name }) => 'value' in from && name === from.value)?.group;
    return claim && { claim, words: population ?? group };
  });
  const known = studied.filter((item) => item !== undefined);
  if (new Set(known.map(({ claim }) => claim.population)).size < 2) return [];
  return studied.flatMap((item, index) =>
    item !== undefined && item.words === undefined
      ? [
          {
            path: ['rows', index],
            message: 'its claims studied different people, and this row does not say whom.',
            fix: `Write population: in a few words; the claim says "${item.claim.population}".`,
          },
        ]
      : [],
  );
}

/** People that a row is drawn as: a hundred, or a thousand where some row has less than one in two hundred. */
export function crowdOf(rows: readonly Pick<Point, 'value' | 'of'>[]): 100 | 1000 {
  const least = rows.map(({ value = 0, of = 1 }) => Math.min(value, of - value) / of);
  return least.some((share) => share > 0 && share < 0.005) ? 1000 : 100;
}

/** How many of the crowd they are. */
export function peopleOf(
  { value = 0, of = 1 }: Pick<Point, 'value' | 'of'>,
  crowd: number,
): number {
  return Math.round((value / of) * crowd);
}
