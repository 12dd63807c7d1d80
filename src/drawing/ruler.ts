/** The dose ruler as shapes: the build and the browser draw the same ones. */
import type { RulerView } from '../views/ruler.ts';
import { percent, type Shape } from './shape.ts';

/** The sample of the hatching that stands in a legend. */
export const hatchSample: Shape = {
  tag: 'svg',
  attributes: { class: 'hatch', width: 24, height: 9, 'aria-hidden': 'true' },
  children: [hatching('0', '100%', 4.5)],
};

const rowHeight = 19;
// A label is at most this share of the scale on the narrowest phone.
const widest = 0.48;

/**
 * The shapes of a ruler, from back to front: the build and the browser place the same ones.
 * Positions are per cent, type keeps its size.
 */
export function rulerShapes({ dose, limit, ticks }: RulerView): {
  height: number;
  shapes: Shape[];
} {
  // Above the line: the dose and the limit. Whichever stands farther left takes the row nearest the
  // line, so that no leader runs through a word.
  const isOver = limit !== undefined && dose.to >= limit.at;
  const line = limit ? 2 * rowHeight + 12 : rowHeight + 12;
  const nearRow = line - 18;
  const farRow = nearRow - rowHeight;
  const doseRow = isOver ? farRow : nearRow;
  const limitRow = isOver ? nearRow : farRow;
  const reachesLimit = limit !== undefined && dose.to < limit.at && limit.at < dose.to + widest;
  const doseEndsAtMark = dose.to >= widest || (reachesLimit && dose.to >= 0.3);

  // Below it: the needs. Labels that run the same way never meet each other's leaders.
  const places = ticks.map(({ at }) => at);
  const allStart = Math.max(...places) <= 1 - widest;
  const allEnd = !allStart && Math.min(...places) >= widest;
  const endsAtMark = (at: number): boolean => allEnd || (!allStart && at >= 0.5);
  const needs = ticks
    .toSorted(
      (one, other) =>
        Number(endsAtMark(other.at)) - Number(endsAtMark(one.at)) ||
        (endsAtMark(one.at) ? one.at - other.at : other.at - one.at),
    )
    .map((tick, index) => ({ ...tick, y: line + (index + 1) * rowHeight }));

  return {
    height: line + needs.length * rowHeight + 6,
    shapes: [
      ...needs.map((need) => upright(need.at, line - 7, need.y + 2, 1.5)),
      ...(limit
        ? [
            upright(limit.at, limitRow - 8, line, 1.5),
            upright(limit.at, line - 12, line + 1, 5),
            hatching(percent(limit.at), '100%', line - 5),
          ]
        : []),
      along(0, 1, line, 2),
      along(0, dose.to, line - 4, 7, { class: 'dose' }),
      ...(isOver ? [upright(dose.to, doseRow - 8, line - 12, 1.5, { class: 'dose' })] : []),
      {
        tag: 'svg',
        attributes: { x: percent(dose.to), y: line - 17, overflow: 'visible' },
        children: [{ tag: 'path', attributes: { class: 'mark', d: 'M-6 0h12l-6 9z' } }],
      },
      // The dose's words stand over its bar, on the other side of the mark than a need's.
      words(dose.to, doseRow, dose.text, doseEndsAtMark, -1),
      ...(limit
        ? [words(limit.at, limitRow, `${limit.label} ${limit.amountText}`, limit.at >= 0.5)]
        : []),
      ...needs.map((need) =>
        words(need.at, need.y, `${need.label} ${need.amountText}`, endsAtMark(need.at)),
      ),
    ],
  };
}

function hatching(from: string, to: string, y: number): Shape {
  return stroke([from, y, to, y], 9, { class: 'limit', 'stroke-dasharray': '2 4' });
}

function stroke(
  [x1, y1, x2, y2]: [string, number, string, number],
  width: number,
  more: Shape['attributes'],
): Shape {
  return { tag: 'line', attributes: { x1, x2, y1, y2, 'stroke-width': width, ...more } };
}

function upright(
  at: number,
  y1: number,
  y2: number,
  width: number,
  more: Shape['attributes'] = {},
): Shape {
  return stroke([percent(at), y1, percent(at), y2], width, more);
}

function along(
  from: number,
  to: number,
  y: number,
  width: number,
  more: Shape['attributes'] = {},
): Shape {
  return stroke([percent(from), y, percent(to), y], width, more);
}

function words(at: number, y: number, text: string, endsAtMark: boolean, side = 1): Shape {
  return {
    tag: 'text',
    attributes: {
      x: percent(at),
      y,
      dx: (endsAtMark ? -6 : 6) * side,
      'text-anchor': endsAtMark ? 'end' : 'start',
    },
    text,
  };
}
