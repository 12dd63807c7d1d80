/** The dose ruler in the browser. */
import type { Shape } from '#drawing/shape.ts';
import { hatchSample, rulerShapes } from '#drawing/ruler.ts';
import { rulerLegend, type RulerView } from '#views/ruler.ts';
import { element } from './dom.ts';

/** The dose ruler, the same that the build draws. */
export function ruler(view: RulerView): SVGElement {
  const { height, shapes } = rulerShapes(view);
  return drawn({
    tag: 'svg',
    attributes: { class: 'ruler', height, role: 'img', 'aria-label': view.sentence },
    children: shapes,
  });
}

/** What the marks of some rulers mean that do not say it themselves. */
export function legend(rulers: readonly RulerView[]): HTMLElement | undefined {
  const says = rulerLegend(rulers);
  if (says === undefined) return undefined;
  const hatched = says.hatched === undefined ? [] : [drawn(hatchSample), ` ${says.hatched} `];
  return element('p', { class: 'small pt-1' }, ...hatched, says.eatLess);
}

function drawn({ tag, attributes, text, children = [] }: Shape): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.append(text);
  made.append(...children.map(drawn));
  return made;
}
