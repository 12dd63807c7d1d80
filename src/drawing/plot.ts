/**
 * The drawn part of a figure: a strip for each row, the lines of marks above them, an axis below.
 * Pages and files are drawn from the same strips; a page gives places in per cent, so that it may be
 * as wide as it likes, and colors by class, so that they follow the reader's.
 */
import { crowdOf, peopleOf } from '../domain/figure.ts';
import { formatSigned } from '../domain/format.ts';
import type { Plot, PlotMark, PlotRow, PlotValue } from '../views/figure.ts';
import { linearScale, logScale, ratioScale, type Scale } from './scale.ts';
import { percent, type Shape } from './shape.ts';

/** A strip of a drawing. */
export interface Strip {
  height: number;
  shapes: Shape[];
}

/** The name of a mark, beside its line. */
export interface Flag {
  text: string;
  /** Where its line stands, a share of the width. */
  at: number;
  /** Whether the name stands before its line, and not behind it. */
  isBefore: boolean;
  /** Its line and those of the flags above it, from the top to the bottom of where it stands. */
  lines: Shape[];
}

export interface PlotDrawing {
  /** In the order in which they stand below each other. */
  flags: Flag[];
  rows: Strip[];
  /** Undefined where people are counted. */
  axis: Strip | undefined;
}

/** What a shape is, from which its color follows. */
export type Role =
  /** What is known: a bar, a range, an estimate, a person. */
  | 'solid'
  /** The same of people who are no runners. */
  | 'hollow'
  /** The line of a range or an interval. */
  | 'line'
  | 'dashed'
  /** Nought, or no effect. */
  | 'zero'
  | 'mark'
  | 'band'
  | 'tick'
  /** A person who is counted. */
  | 'person'
  /** What makes a ring of the dot of a person who is no runner. */
  | 'hole'
  /** A person of whom the row says that she has it not. */
  | 'other'
  | 'words'
  /** Words that give way where type is large and the page narrow. */
  | 'spare';

/** How a drawing is set: where a share of its width lies, and what paints a role. */
export interface Setting {
  x: (share: number) => string | number;
  paint: (role: Role) => Shape['attributes'];
  /** Height of a line of words. */
  line: number;
  /** Height of a row, which on a page is that of its words, and the middle of it. */
  row: { height: number | string; middle: number | string };
}

/** On a page, as wide as it is. */
export const onPage: Setting = {
  x: percent,
  paint: (role) => ({ class: role }),
  line: 18,
  row: { height: '100%', middle: '50%' },
};

/** The least height of a row. */
export const rowHeight = 22;
/** Height of a strip that holds a bar and nothing else. */
export const barHeight = 14;

/** Draws a plot. */
export function drawPlot(plot: Plot, setting: Setting = onPage): PlotDrawing {
  if (plot.kind === 'people')
    return {
      flags: [],
      rows: plot.rows.map((row) => people(row, crowdOf(plot.rows), setting)),
      axis: undefined,
    };
  const scale = scaleOf(plot);
  return {
    flags: flagsOf(plot.marks, scale, setting),
    rows: plot.rows.map((row) => ({
      height: rowHeight,
      shapes: [
        ...plot.marks.flatMap((mark) => markShapes(mark, scale, setting)),
        ...zeroLine(plot, scale, setting),
        // What is drawn of it lies around its middle.
        placed(0, setting.row.middle, rowShapes(row, plot, scale, setting)),
      ],
    })),
    axis: axis(plot, scale, setting),
  };
}

function numbersOf({ value, low, high }: PlotValue): number[] {
  return [low, value, high].filter((number) => number !== undefined);
}

function scaleOf({ kind, scale, rows, marks }: Plot): Scale {
  const values = [...rows, ...marks].flatMap(numbersOf);
  // Of what nobody knows an empty scale from nought is drawn.
  const isEmpty = values.length === 0;
  if (scale === 'ratio') return ratioScale(isEmpty ? [1] : values);
  if (scale === 'log') return logScale(isEmpty ? [1, 10] : values);
  return linearScale(isEmpty ? [0, 1] : values, { from0: kind !== 'ranges' });
}

function zeroLine({ kind, scale }: Plot, at: Scale, { x, paint, row }: Setting): Shape[] {
  if (kind === 'cutoffs' || kind === 'ranges') return [];
  const zero = x(at.at(scale === 'ratio' ? 1 : 0));
  return [line([zero, 0, zero, row.height], paint('zero'))];
}

function markShapes(mark: PlotMark, scale: Scale, { x, paint, row }: Setting): Shape[] {
  const { value, low, high } = mark;
  return [
    ...(low === undefined || high === undefined
      ? []
      : [rect(x(scale.at(low)), 0, x(scale.at(high) - scale.at(low)), row.height, paint('band'))]),
    ...(value === undefined
      ? []
      : [line([x(scale.at(value)), 0, x(scale.at(value)), row.height], paint('mark'))]),
  ];
}

function rowShapes(row: PlotRow, { kind, rows }: Plot, scale: Scale, setting: Setting): Shape[] {
  const { x, paint } = setting;
  const { value, low, high, isHollow } = row;
  const least = low ?? value;
  const most = high ?? value;
  if (least === undefined || most === undefined) return [unknown(setting)];
  const role = isHollow ? 'hollow' : 'solid';
  const [from, to] = [scale.at(least), scale.at(most)];
  switch (kind) {
    case 'bars':
      return barTo(scale.at(0), from, to, role, setting);
    case 'changes': {
      // A bar to the nearer end of a range, which is sure, and a line for the rest; a line alone where
      // it goes both ways.
      const near = scale.at(Math.min(most, Math.max(least, 0)));
      return [
        bar(scale.at(0), near, role, setting),
        ...(from === to ? [] : [line([x(from), 0, x(to), 0], paint('line'))]),
      ];
    }
    case 'ranges':
    case 'cutoffs':
      return [
        line([0, 0, x(1), 0], paint('tick')),
        ...(to > from ? [bar(from, to, role, setting, kind === 'cutoffs' ? 10 : 8)] : []),
        ...(value === undefined ? [] : center(scale.at(value), kind, role, to > from, setting)),
      ];
    case 'estimates':
      return [
        line([x(from), 0, x(to), 0], paint('line')),
        ...beyond(least, most, scale, setting),
        // At the end of the scale it would be read as the number there.
        ...(value === undefined || scale.isBeyond(value) !== undefined
          ? []
          : [square(scale.at(value), sideOf(row, rows), role, setting)]),
      ];
    case 'people':
      return [];
  }
}

/** A bar to the lowest value, and a line with an end to the highest. */
function barTo(zero: number, from: number, to: number, role: Role, setting: Setting): Shape[] {
  const { x, paint } = setting;
  return [
    bar(zero, from, role, setting),
    ...(to > from
      ? [line([x(from), 0, x(to), 0], paint('line')), line([x(to), -5, x(to), 5], paint('line'))]
      : []),
  ];
}

/** A bar by itself, in a strip that has no scale of its own: shares of its width, 0 to 1. */
export function barStrip(least: number, most: number): Shape[] {
  return [placed(0, onPage.row.middle, barTo(0, least, most, 'solid', onPage))];
}

function bar(from: number, to: number, role: Role, { x, paint }: Setting, height = 12): Shape {
  const [left, right] = from < to ? [from, to] : [to, from];
  return rect(x(left), -height / 2, x(right - left), height, paint(role));
}

// A mean in its range, or the line that somebody draws.
function center(
  at: number,
  kind: Plot['kind'],
  role: Role,
  isInRange: boolean,
  { x, paint }: Setting,
): Shape[] {
  if (kind === 'cutoffs' || isInRange)
    return [rect(x(at), 2 - rowHeight / 2, 4, rowHeight - 4, paint(isInRange ? 'solid' : role))];
  return [placed(x(at), 0, [{ tag: 'circle', attributes: { r: 5.5, ...paint(role) } }])];
}

// Its area grows with the number of people, within bounds.
function sideOf({ n }: PlotRow, rows: readonly PlotRow[]): number {
  const most = Math.max(...rows.map((row) => row.n ?? Infinity));
  return n === undefined || !Number.isFinite(most)
    ? 10
    : Math.max(6, Math.round(14 * Math.sqrt(n / most)));
}

function square(at: number, side: number, role: Role, { x, paint }: Setting): Shape {
  return placed(x(at), 0, [
    {
      tag: 'rect',
      attributes: { x: -side / 2, y: -side / 2, width: side, height: side, ...paint(role) },
    },
  ]);
}

// The interval goes on beyond the scale: an arrow says so, the true number stands in the text.
function beyond(low: number, high: number, scale: Scale, { x, paint }: Setting): Shape[] {
  const arrow = (at: number, path: string): Shape =>
    placed(x(at), 0, [{ tag: 'path', attributes: { d: path, ...paint('solid') } }]);
  return [
    ...(scale.isBeyond(low) === 'low' ? [arrow(0, 'M0 0 9-5v10z')] : []),
    ...(scale.isBeyond(high) === 'high' ? [arrow(1, 'M0 0-9-5v10z')] : []),
  ];
}

function unknown({ x, paint }: Setting): Shape {
  return line([0, 0, x(1), 0], paint('dashed'));
}

const columns = 20;
const pitch = 13;
/** Width of a strip of people, whose dots are not farther apart where there is room. */
export const peopleWidth = columns * pitch;
const widths = { person: 10, hole: 6, other: 3 };

function people(row: PlotRow, whole: 100 | 1000, { paint }: Setting): Strip {
  const shown = peopleOf(row, whole);
  const perLine = whole === 100 ? columns : columns * 2;
  const step = whole === 100 ? pitch : pitch / 2;
  // A person is a dot: the round end of a dash that is not long.
  const run = (from: number, to: number, y: number, role: keyof typeof widths): Shape[] =>
    to > from
      ? [
          line([(from + 0.5) * step, y, (to - 0.5) * step + 0.01, y], {
            ...paint(role),
            'stroke-dasharray': `0 ${step}`,
            'stroke-width': widths[role] * (step / pitch),
          }),
        ]
      : [];
  const lines = Array.from({ length: whole / perLine }, (_, index) => {
    const filled = Math.min(perLine, Math.max(0, shown - index * perLine));
    const y = (index + 0.5) * step;
    return [
      ...run(0, filled, y, 'person'),
      ...(row.isHollow ? run(0, filled, y, 'hole') : []),
      ...run(filled, perLine, y, 'other'),
    ];
  });
  return {
    height: (whole / perLine) * step,
    shapes: lines.flat(),
  };
}

function flagsOf(marks: readonly PlotMark[], scale: Scale, { x, paint, row }: Setting): Flag[] {
  const full = row.height;
  return (
    marks
      .map(({ text, value, low }) => ({ text, at: scale.at(value ?? low ?? 0) }))
      // So ordered that no line meets words of the same side.
      .toSorted((a, b) => sideKey(a.at) - sideKey(b.at))
      .map(({ text, at }, index, all) => ({
        text,
        at,
        isBefore: at > 0.5,
        lines: all
          .slice(0, index + 1)
          .map((above) => line([x(above.at), 0, x(above.at), full], paint('mark'))),
      }))
  );
}

/** The words of a flag in a file, where nothing gives way. */
export function flagWords({ text, at, isBefore }: Flag, setting: Setting): Shape {
  const [anchor, beside] = isBefore ? (['end', -5] as const) : (['start', 5] as const);
  return words(setting.x(at), setting.line - 3, text, anchor, beside, setting);
}

// Words of the right half end at their line and those of the left begin there: the outermost first.
function sideKey(at: number): number {
  return Math.min(at, 1 - at);
}

// The narrowest strip, beside words on a desk; a digit of it, and the room between two numbers.
const narrowest = 236;
const digit = 7.5;
const room = 10;

function axis({ suffix, scale: kind }: Plot, scale: Scale, setting: Setting): Strip {
  const { x, paint, line: height } = setting;
  const ticks = scale.ticks.map((value) => ({
    value,
    at: scale.at(value),
    text: formatSigned(value) + suffix,
  }));
  const widest = Math.max(...ticks.map(({ text }) => text.length)) * digit + room;
  // Outer numbers stand inside of the scale, and take the room of half a number more.
  const every = Math.ceil((widest * (ticks.length + 0.5)) / narrowest);
  const fromOrigin = (all: typeof ticks, index: number): number =>
    index -
    Math.max(
      0,
      all.findIndex(({ value }) => value === (kind === 'ratio' ? 1 : 0)),
    );
  const said = ticks.filter((_, index) => fromOrigin(ticks, index) % every === 0);
  return {
    height: height + 6,
    shapes: [
      line([0, 0.5, x(1), 0.5], paint('tick')),
      ...ticks.map(({ at }) => line([x(at), 0, x(at), 5], paint('tick'))),
      // The outermost numbers stay inside.
      ...said.map(({ at, text }, index) => {
        const anchor = at < 0.05 ? 'start' : at > 0.95 ? 'end' : 'middle';
        // Two numbers there have to be, or a scale says nothing.
        const isSpare = said.length > 2 && fromOrigin(said, index) % 2 !== 0;
        const role = isSpare ? 'spare' : 'words';
        return words(x(at), height + 1, text, anchor, 0, setting, role);
      }),
    ],
  };
}

function words(
  at: string | number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  dx: number,
  { paint }: Setting,
  role: 'words' | 'spare' = 'words',
): Shape {
  return {
    tag: 'text',
    attributes: {
      x: at,
      y,
      ...(dx === 0 ? {} : { dx }),
      ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
      ...paint(role),
    },
    text,
  };
}

function placed(at: string | number, y: string | number, children: Shape[]): Shape {
  const place = { ...(at === 0 ? {} : { x: at }), ...(y === 0 ? {} : { y }) };
  return { tag: 'svg', attributes: { ...place, overflow: 'visible' }, children };
}

function line(
  [x1, y1, x2, y2]: [string | number, number, string | number, number | string],
  paint: Shape['attributes'],
): Shape {
  // What is nought need not be said.
  const ends = Object.entries({ x1, y1, x2, y2 }).filter(([, at]) => at !== 0 && at !== '0%');
  return { tag: 'line', attributes: { ...Object.fromEntries(ends), ...paint } };
}

function rect(
  left: string | number,
  y: number,
  width: string | number,
  height: string | number,
  paint: Shape['attributes'],
): Shape {
  return { tag: 'rect', attributes: { x: left, y, width, height, ...paint } };
}
