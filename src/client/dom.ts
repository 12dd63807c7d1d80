/** Elements made and found, without a style attribute or markup from text. */
import type { SourceMark } from '#views/source-marks.ts';

type Child = Node | string | undefined;

/** A new element; undefined children are left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/**
 * An element that the page must have.
 * @throws {Error} when it has none
 */
export function find<Kind extends Element>(
  selector: string,
  kind: new () => Kind,
  root: ParentNode = document,
): Kind {
  const found = root.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** The data that the build placed in the page. */
export function pageData<Data>(): Data {
  return JSON.parse(find('#tool-data', HTMLScriptElement).text) as Data;
}

/** A name that leads to its page where there is one. */
export function nameLink(name: string, href: string | undefined): Node {
  return href === undefined ? document.createTextNode(name) : element('a', { href }, name);
}

/** "Sources: 1 4 7", each leading to its place in the list. */
export function sourceLine(marks: readonly SourceMark[]): HTMLElement | undefined {
  if (marks.length === 0) return undefined;
  return element(
    'p',
    { class: 'small sources' },
    'Sources: ',
    ...marks.flatMap(({ number, href }) => [element('a', { href }, String(number)), ' ']),
  );
}

/** Says a problem at its field, in the element that describes it, or takes it back. */
export function tellProblem(
  field: HTMLInputElement | HTMLSelectElement,
  problem: string | undefined,
): void {
  const told = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  if (told !== null) told.textContent = problem ?? '';
  if (problem === undefined) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
}

const shown = new WeakMap<Element, string>();

/**
 * Fills a place anew, unless it shows the same already: whoever has typed and then presses a link
 * there would else find it replaced under the pointer, and the press lost.
 * @param of everything that the children are made from
 */
export function fill(place: Element, of: unknown, children: () => readonly Child[]): void {
  const key = JSON.stringify(of);
  if (shown.get(place) === key) return;
  shown.set(place, key);
  place.replaceChildren(...children().filter((child) => child !== undefined));
}

let waiting: number | undefined;

/** Tells a screen reader what changed, once typing has paused. */
export function announce(text: string): void {
  const live = find('#announcement', HTMLElement);
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    if (live.textContent !== text) live.textContent = text;
  }, 600);
}
