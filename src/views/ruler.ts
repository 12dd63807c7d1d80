/** The dose ruler: what stands where on the scale. */
import type { Range } from '../domain/forms.ts';
import { formatAmount } from '../domain/format.ts';

/** A dose ruler: positions are shares of the scale, 0 to 1. */
export interface RulerView {
  ticks: { at: number; amountText: string; label: string }[];
  limit: { at: number; amountText: string; label: string } | undefined;
  /** What stands at the mark: "25 mg here". */
  dose: { from: number; to: number; text: string };
  /** The same in words, for everybody. */
  sentence: string;
}

/** What a ruler is made from: amounts of one unit. The marks have the same words everywhere. */
export interface RulerAmounts {
  unit: string;
  dose: Range & { text: string };
  needs: { amount: number; label: string }[];
  /** Above it the advice is to eat less; drawn wherever there is one. */
  riskReduction: number | undefined;
  /** What it counts, the sentence says: the words of a mark are short, to have room on a phone. */
  limit: number | undefined;
  sentence: string;
}

// The scale ends behind whatever lies farthest right, so that nothing is drawn at its edge.
const scaleMargin = 1.15;
const eatLess = 'eat less above';

/** Places amounts on a scale from nothing past the largest of them. */
export function rulerView({
  unit,
  dose,
  needs,
  riskReduction,
  limit,
  sentence,
}: RulerAmounts): RulerView {
  const ticks = [
    ...needs,
    ...(riskReduction === undefined ? [] : [{ amount: riskReduction, label: eatLess }]),
  ];
  const end = scaleMargin * Math.max(dose.max, limit ?? 0, ...ticks.map(({ amount }) => amount));
  const place = ({ amount, label }: { amount: number; label: string }) => ({
    at: amount / end,
    amountText: formatAmount(amount, unit),
    label,
  });
  return {
    ticks: ticks.map(place),
    limit: limit === undefined ? undefined : place({ amount: limit, label: 'upper limit' }),
    dose: { from: dose.min / end, to: dose.max / end, text: dose.text },
    sentence,
  };
}

/** What the marks of some rulers mean that do not say it themselves. */
export interface RulerLegend {
  /** What the hatching is; undefined where none is drawn. */
  hatched: string | undefined;
  /** What "eat less above" is; undefined where it stands on none. */
  eatLess: string | undefined;
}

/** The legend of some rulers; undefined where they need none. */
export function rulerLegend(rulers: readonly RulerView[]): RulerLegend | undefined {
  const hatched = rulers.some(({ limit }) => limit !== undefined)
    ? 'Hatched: above the upper limit.'
    : undefined;
  const less = rulers.some(({ ticks }) => ticks.some(({ label }) => label === eatLess))
    ? '“Eat less above” is advice for usual days (chronic disease risk reduction): no limit of toxicity, and no rule for long hot runs.'
    : undefined;
  return hatched === undefined && less === undefined ? undefined : { hatched, eatLess: less };
}
