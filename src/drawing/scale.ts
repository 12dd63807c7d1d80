/** Scales of figures: where a value stands, and which values are printed at the axis. */

import { farthestRatio } from '../domain/figure.ts';

/** A scale. Places are shares of its length, 0 to 1. */
export interface Scale {
  /** Where a value stands; one beyond an end stands at that end. */
  at: (value: number) => number;
  /** Whether a value lies beyond an end of the scale, which a drawing has to say. */
  isBeyond: (value: number) => 'low' | 'high' | undefined;
  ticks: number[];
}

// So many steps at most: five numbers fit beside each other at 320 px.
const mostSteps = 5;

/**
 * Equal steps for equal differences.
 * @param values what has to lie on it, one at least
 * @param from0 whether it begins (or ends) at nought, as bars do
 */
export function linearScale(values: readonly number[], { from0 }: { from0: boolean }): Scale {
  let low = Math.min(...values, ...(from0 ? [0] : []));
  let high = Math.max(...values, ...(from0 ? [0] : []));
  if (low === high) {
    // A single value stands in the middle of what is about as large.
    const room = Math.abs(low) / 2 || 1;
    low -= from0 && low === 0 ? 0 : room;
    high += room;
  }
  const margin = (high - low) * 0.04;
  const first = low === 0 ? 0 : low >= 0 && low - margin < 0 ? 0 : low - margin;
  const last = high === 0 ? 0 : high + margin;
  const step = stepOf((last - first) / mostSteps);
  const from = Math.ceil(first / step - 1e-9);
  const count = Math.floor(last / step + 1e-9) - from;
  return scaleOf({
    low: first,
    high: last,
    // Multiplied out, so that 3 tenths are no 0.30000000000000004.
    ticks: Array.from({ length: count + 1 }, (_, index) => rounded((from + index) * step, step)),
    place: (value) => value,
  });
}

/** The first of 1, 2, 5, 10, 20 … that is as large. */
function stepOf(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * (1 - 1e-9))!;
}

function rounded(value: number, step: number): number {
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Number(value.toFixed(digits)) + 0;
}

/**
 * Equal steps for equal ratios, from one power of two to another, half and double at least.
 * @param values more than 0; one beyond a sixteenth or sixteen does not stretch it
 */
export function ratioScale(values: readonly number[]): Scale {
  const inside = values.map((value) => Math.min(farthestRatio, Math.max(1 / farthestRatio, value)));
  const first = Math.min(-1, Math.floor(Math.log2(Math.min(...inside)) + 1e-9));
  const last = Math.max(1, Math.ceil(Math.log2(Math.max(...inside)) - 1e-9));
  const every = Math.ceil((last - first) / mostSteps);
  const exponents = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return scaleOf({
    low: 2 ** first,
    high: 2 ** last,
    ticks: exponents.filter((exponent) => exponent % every === 0).map((exponent) => 2 ** exponent),
    place: Math.log,
  });
}

/** Equal steps for equal ratios, for amounts: ticks at 1, 2 and 5 times a power of ten, or at the powers alone. */
export function logScale(values: readonly number[]): Scale {
  // At least a factor of four, or there may be no number to print on it.
  const spread = Math.max(...values) / Math.min(...values) < 3 ? 2 : 1.2;
  const low = Math.min(...values) / spread;
  const high = Math.max(...values) * spread;
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, index) => 10 ** (Math.floor(Math.log10(low)) + index),
  );
  const inside = (factors: readonly number[]): number[] =>
    powers
      .flatMap((power) => factors.map((factor) => Number((factor * power).toPrecision(1))))
      .filter((tick) => tick >= low && tick <= high);
  const [one, three, all] = [inside([1]), inside([1, 3]), inside([1, 2, 5])];
  const ticks = [all, three, one].find((some) => some.length <= mostSteps + 1) ?? one;
  const every = Math.ceil(ticks.length / (mostSteps + 1));
  return scaleOf({
    low,
    high,
    ticks: ticks.filter((_, index) => index % every === 0),
    place: Math.log,
  });
}

function scaleOf({
  low,
  high,
  ticks,
  place,
}: {
  low: number;
  high: number;
  ticks: number[];
  place: (value: number) => number;
}): Scale {
  const [start, end] = [place(low), place(high)];
  return {
    at: (value) => (value <= low ? 0 : value >= high ? 1 : (place(value) - start) / (end - start)),
    isBeyond: (value) =>
      value < low - Math.abs(low) * 1e-9
        ? 'low'
        : value > high + Math.abs(high) * 1e-9
          ? 'high'
          : undefined,
    ticks,
  };
}
