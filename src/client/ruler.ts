/** The dose ruler in the browser. */
import { rulerShapes, type RulerView, type Shape } from '#views/ruler.ts';

/** The dose ruler, the same that the build draws. */
export function ruler(view: RulerView): SVGElement {
  const { height, shapes } = rulerShapes(view);
  return drawn({
    tag: 'svg',
    attributes: { class: 'ruler', height, role: 'img', 'aria-label': view.sentence },
    children: shapes,
  });
}

function drawn({ tag, attributes, text, children = [] }: Shape): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.append(text);
  made.append(...children.map(drawn));
  return made;
}
