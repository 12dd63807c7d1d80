/** A figure as articles, its own page and its files show it. */
import {
  crowdOf,
  endsOf,
  figureClaims,
  isKnown,
  peopleOf,
  pointOf,
  type Point,
} from '../domain/figure.ts';
import { isWeak } from '../domain/certainty.ts';
import {
  capitalize,
  formatExact,
  formatNumber,
  formatShares,
  formatSigned,
  noBreakSpace,
  withStop,
} from '../domain/format.ts';
import { need, type DataRecord, type Library } from '../library/records.ts';
import { shared } from '../library/shared.ts';
import { routes } from '../routes.ts';
import type { Figure, FigureKind, FigureOrigin } from '../schemas/figure.ts';
import type { Certainty } from '../schemas/fields.ts';
import type { MeasureUnit } from '../schemas/measure.ts';
import { productTitle } from '../schemas/product.ts';
import { dataCitation, type Bibliography, type CitationView } from './citation.ts';

/** A value to draw, in the unit of the figure; without numbers it is not known. */
export interface PlotValue {
  value?: number | undefined;
  low?: number | undefined;
  high?: number | undefined;
}

export interface PlotRow extends PlotValue {
  /** Of how many, where people are counted. */
  of?: number | undefined;
  /** How many were studied. */
  n?: number | undefined;
  /** Whether it looks as if it were of other people: of no runners. */
  isHollow: boolean;
}

export interface PlotMark extends PlotValue {
  /** "eat less above 2,300 mg" */
  text: string;
}

/** What is drawn. */
export interface Plot {
  kind: FigureKind;
  scale: 'linear' | 'log' | 'ratio';
  rows: readonly PlotRow[];
  marks: readonly PlotMark[];
  /** What stands behind the numbers at the axis. */
  suffix: '' | '%';
}

/** A row of a figure. */
export interface FigureRowView {
  label: string;
  /** "420–1,630 mg/L", "54% less", "not known" */
  valueText: string;
  /** Who was studied, where the row says it itself. */
  whoText: string | undefined;
  /** Marks of the claim; none where all rows have the same one. */
  citations: CitationView[];
}

/** A picture with its rows, as a table. */
export type PlotTableView = Pick<FigureView, 'kind' | 'sentence' | 'rows' | 'plot'>;

/** What stands under "The numbers". */
export interface FigureNumberView {
  label: string;
  valueText: string;
  /** Who was studied, with how many: "34 women (n = 34)"; undefined where nobody was. */
  whoText: string | undefined;
  certainty: Certainty | undefined;
  /** Page of the claim, the product or the nutrient, and what it is called. */
  from: { href: string; text: string };
}

export interface FigureView {
  id: string;
  href: string;
  kind: FigureKind;
  title: string;
  subtitle: string;
  note: string | undefined;
  /** What one sees, in a sentence for those who do not. */
  sentence: string;
  rows: FigureRowView[];
  plot: Plot;
  /** Marks of the one claim that all rows are of, and of claims that lines and bands alone are of. */
  citations: CitationView[];
  numbers: FigureNumberView[];
  /** The same of lines and bands. */
  marks: FigureNumberView[];
}

const unknown = 'not known';

/**
 * A figure.
 * @param citations the bibliography of the page, whose marks it gets; without one it has none
 * @throws {Error} when there is no such figure, or a value that it names is not there, which the
 * checks rule out before a build
 */
export function figureView(id: string, library: Library, citations?: Bibliography): FigureView {
  const { view, cited } = unmarkedFigure(need(library.figures, id, 'figure'), library);
  if (citations === undefined) return view;
  const cite = (ids: readonly string[]): CitationView[] => citations.cite(dataCitation(ids));
  return {
    ...view,
    rows: view.rows.map((row, index) => ({ ...row, citations: cite(cited.rows[index] ?? []) })),
    citations: cite(cited.ofAll),
  };
}

/** A figure without marks of claims, and the claims that they are of: of each row, and of all. */
interface UnmarkedFigure {
  view: FigureView;
  cited: { rows: string[][]; ofAll: string[] };
}

const unmarkedFigure = shared(makeUnmarkedFigure);

function makeUnmarkedFigure({ id, data }: DataRecord<Figure>, library: Library): UnmarkedFigure {
  const points = data.rows.map(({ from }) => knownPoint(from, library));
  const rows = data.rows
    .map((row, index) => ({ ...row, point: points[index]! }))
    .toSorted((a, b) => placeOf(a.point, data.order) - placeOf(b.point, data.order));
  const crowd = crowdOf(points);
  const numberOf = (
    { label, from, population }: Pick<Figure['rows'][number], 'label' | 'from' | 'population'>,
    point: Point,
  ): FigureNumberView => ({
    label,
    valueText: valueText(point, data, crowd),
    whoText: whoText(population, point),
    certainty: point.claim?.certainty,
    from: originLink(from, library),
  });
  const marks = data.marks.map((mark) => {
    const point = knownPoint(mark.from, library);
    const number = numberOf(mark, point);
    return { point, number, text: `${number.label} ${number.valueText}` };
  });
  const claims = figureClaims(data);
  const rowClaims = figureClaims({ ...data, marks: [] });
  // Where all is of one claim, its mark stands once.
  const isOne = claims.length === 1 && rows.every(({ from }) => 'claim' in from);
  const shownRows = rows.map(({ label, population, point }) => ({
    label,
    valueText: valueText(point, data, crowd),
    whoText: rowWho(label, population, point),
    citations: [],
  }));
  const cited = {
    rows: rows.map(({ from }) => (isOne || !('claim' in from) ? [] : [from.claim])),
    ofAll: isOne ? claims : claims.filter((claim) => !rowClaims.includes(claim)),
  };
  const view: FigureView = {
    id,
    href: routes.figure(id),
    kind: data.kind,
    title: data.title,
    subtitle: data.subtitle,
    note: data.note && withStop(data.note),
    sentence: [
      sentenceOf(shownRows, data.kind),
      ...marks.map(({ text }) => `Marked: ${text}.`),
    ].join(' '),
    rows: shownRows,
    plot: {
      kind: data.kind,
      scale: data.unit === 'ratio' && data.scale === 'log' ? 'ratio' : data.scale,
      rows: rows.map(({ point: { value, low, high, of, n, claim } }) => ({
        value,
        low,
        high,
        of,
        n,
        isHollow: claim?.appliesToRunners === 'no',
      })),
      marks: marks.map(({ point: { value, low, high }, text }) => ({ value, low, high, text })),
      suffix: data.unit === '%' ? '%' : '',
    },
    citations: [],
    numbers: rows.map((row) => numberOf(row, row.point)),
    marks: marks.map(({ number }) => number),
  };
  return { view, cited };
}

/**
 * The figure as it is shown where nothing else of the site is: it says in words how sure its evidence
 * is, where that is limited, conflicting or missing.
 */
export function standingAlone(figure: FigureView): FigureView {
  const evidence = figure.numbers.map(({ certainty }) =>
    certainty === undefined || !isWeak(certainty)
      ? undefined
      : `${certainty === 'none' ? 'no' : certainty} evidence`,
  );
  const [first] = evidence;
  const joined = (parts: readonly (string | undefined)[], between: string): string | undefined =>
    parts.filter((part) => part !== undefined).join(between) || undefined;
  if (evidence.every((words) => words === first))
    return { ...figure, note: joined([figure.note, first && `${capitalize(first)}.`], ' ') };
  const rows = figure.rows.map((row, index) => ({
    ...row,
    whoText: joined([row.whoText, evidence[index]], '; '),
  }));
  return { ...figure, rows };
}

function knownPoint(from: FigureOrigin, library: Library): Point {
  const found = pointOf(from, library);
  if (found === undefined || 'fault' in found)
    throw new Error(
      `${found?.fault.message ?? 'What a figure names is not there.'} npm run check says where.`,
    );
  return found.point;
}

// What is not known stands last.
function placeOf(point: Point, order: Figure['order']): number {
  const ends = endsOf(point);
  if (order === 'given') return 0;
  if (ends === undefined) return Infinity;
  const size = (point.value ?? (ends.least + ends.most) / 2) / (point.of ?? 1);
  return order === 'most' ? -size : size;
}

const unitWords: Partial<Record<MeasureUnit, string>> = { 'per 1,000': ' per 1,000', '%': '%' };

function withUnit(text: string, unit: MeasureUnit): string {
  if (unit === 'ratio') return text;
  return text + (unitWords[unit] ?? noBreakSpace + unit);
}

function valueText(
  point: Point,
  { kind, unit, rows }: Pick<Figure, 'kind' | 'unit' | 'rows'>,
  crowd: 100 | 1000,
): string {
  if (!isKnown(point)) return unknown;
  const { value, low, high, of } = point;
  if (unit === 'people' && of !== undefined && value !== undefined) {
    const counted = whole(`${formatNumber(value)} of ${formatNumber(of)}`);
    const drawn = whole(`${formatNumber(peopleOf(point, crowd))} in ${formatNumber(crowd)}`);
    return of === crowd ? counted : `${counted}, ${drawn}`;
  }
  const isShare = rows.some(({ from }) => 'claim' in from && from.need !== undefined);
  if (isShare) {
    const { least, most } = endsOf(point)!;
    return formatShares({ min: least / 100, max: most / 100 });
  }
  const { least, most } = endsOf(point)!;
  // "54% less", unless it goes from less to more.
  const isSaid = kind === 'changes' && unit === '%' && (most <= 0 || least >= 0);
  const printed = (number: number): string =>
    formatWritten(point.isComputed === true ? roundedFor(number) : number, point);
  const text = (number: number): string =>
    isSaid ? printed(Math.abs(number)) : formatSigned(number, printed);
  const range =
    low === undefined || high === undefined
      ? undefined
      : isSaid && most <= 0
        ? [text(high), text(low)]
        : [text(low), text(high)];
  const main =
    value === undefined
      ? withUnit(range?.join(range.some((end) => end.startsWith('−')) ? ' to ' : '–') ?? '', unit)
      : withUnit(text(value), unit) +
        (range === undefined ? '' : ` ${whole(`(${range.join(' to ')})`)}`);
  return isSaid && least !== -most ? `${main} ${most <= 0 ? 'less' : 'more'}` : main;
}

// A claim writes "1.00" beside 0.94, and the typed 1 is as exact.
function formatWritten(size: number, { value, low, high, claim }: Point): string {
  const decimals = [value, low, high].map(
    (number) => String(number ?? 0).split('.')[1]?.length ?? 0,
  );
  const exact = formatExact(size, Math.max(...decimals));
  const written = `${claim?.statement ?? ''} ${claim?.figures ?? ''}`.match(/\d[\d,]*(?:\.\d+)?/g);
  return written?.includes(exact) === true ? exact : formatNumber(size);
}

// On one line.
function whole(text: string): string {
  return text.replaceAll(' ', noBreakSpace);
}

// What was computed is not more exact than what it was computed from.
function roundedFor(value: number): number {
  return value >= 100 ? Math.round(value / 10) * 10 : value;
}

// In a row, what its label does not say; that they were no runners is always said.
function rowWho(
  label: string,
  population: string | undefined,
  { claim, group }: Point,
): string | undefined {
  const who = population ?? group;
  const isSaid = who !== undefined && label.toLowerCase().includes(who.toLowerCase());
  const said = [
    isSaid ? undefined : who,
    claim?.appliesToRunners === 'no' ? 'not runners' : undefined,
  ];
  return said.filter((part) => part !== undefined).join('; ') || undefined;
}

/** Who was studied, with how many; undefined where nobody was. */
export function whoText(
  population: string | undefined,
  { claim, group, n }: Point,
): string | undefined {
  if (claim === undefined) return undefined;
  const who = population ?? group ?? claim.population;
  return n === undefined || who.includes(String(n))
    ? who
    : `${who} (n${noBreakSpace}=${noBreakSpace}${formatNumber(n)})`;
}

function originLink(from: FigureOrigin, library: Library): FigureNumberView['from'] {
  if ('claim' in from)
    return {
      href: routes.claim(from.claim),
      text: need(library.claims, from.claim, 'claim').data.statement,
    };
  if ('product' in from)
    return {
      href: routes.product(from.product),
      text: productTitle(need(library.products, from.product, 'product').data),
    };
  return {
    href: routes.nutrient(from.nutrient),
    text: need(library.nutrients, from.nutrient, 'nutrient').data.name,
  };
}

const nouns: Record<FigureKind, string> = {
  bars: 'Bars',
  changes: 'Changes',
  ranges: 'Ranges',
  estimates: 'Estimates with their intervals',
  people: 'People',
  cutoffs: 'Cut-offs',
};

function sentenceOf(rows: readonly FigureRowView[], kind: FigureKind): string {
  const [first] = rows;
  const last = rows.at(-1);
  const told = ({ label, valueText: value }: FigureRowView): string => `${label} (${value})`;
  if (first === undefined || last === undefined) return '';
  return rows.length === 1
    ? `${nouns[kind]}: ${told(first)}.`
    : `${nouns[kind]} of ${rows.length} rows, from ${told(first)} to ${told(last)}.`;
}
