/** Drawings as pages have them, SVG as text: what many pages show, such as a product's dose, is drawn once. */
import type { Plot } from '../views/figure.ts';
import type { RulerView } from '../views/ruler.ts';
import { pageMarkup } from './markup.ts';
import { barHeight, barStrip, drawPlot, type Flag, type Strip } from './plot.ts';
import { hatchSample, rulerShapes } from './ruler.ts';

/** A strip of a drawing; what is in it is SVG. */
export interface PageStrip {
  height: number;
  inner: string;
}

/** A figure, in the order in which its parts stand below each other. */
export interface PagePlot {
  flags: (Omit<Flag, 'lines'> & { inner: string })[];
  rows: PageStrip[];
  /** Undefined where people are counted. */
  axis: PageStrip | undefined;
}

/** The drawing of a figure. */
export const plotOnPage = drawnOnce((plot: Plot): PagePlot => {
  const { flags, rows, axis } = drawPlot(plot);
  return {
    flags: flags.map(({ lines, ...flag }) => ({ ...flag, inner: pageMarkup(lines) })),
    rows: rows.map(onPage),
    axis: axis && onPage(axis),
  };
});

/** A dose ruler. */
export const rulerOnPage = drawnOnce((ruler: RulerView): PageStrip => onPage(rulerShapes(ruler)));

/** A bar by itself: shares of the width of its strip, 0 to 1. */
export function barOnPage(least: number, most: number): PageStrip {
  return onPage({ height: barHeight, shapes: barStrip(least, most) });
}

/** The sample of the hatching that stands in a legend. */
export const hatchOnPage = pageMarkup([hatchSample]);

function onPage({ height, shapes }: Strip): PageStrip {
  return { height, inner: pageMarkup(shapes) };
}

function drawnOnce<View extends object, Drawn>(draw: (view: View) => Drawn): (view: View) => Drawn {
  const known = new WeakMap<View, Drawn>();
  return (view) => {
    let drawn = known.get(view);
    if (drawn === undefined) known.set(view, (drawn = draw(view)));
    return drawn;
  };
}
