/** HTML for readers that know no style and no script: whole addresses, and nothing but what a text is made of. */
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { Parser, type Handler } from 'htmlparser2';
import { escaped } from '../domain/escape.ts';

/** A link as HTML; the words alone where there is no address. */
export function linked(href: string | undefined, text: string): string {
  if (href === undefined) return escaped(text);
  return `<a href="${escaped(href)}">${escaped(text)}</a>`;
}

/** A list; nothing where it would be empty. */
export function listed(items: readonly string[], tag: 'ol' | 'ul' = 'ul'): string {
  return items.length === 0
    ? ''
    : `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;
}

/** A table of HTML cells, with its name above it: the first cell of a row names the row. */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map(
    ([name = '', ...cells]) =>
      `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return (
    `<p><strong>${escaped(caption)}</strong></p>` +
    `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
  );
}

// What is only for a screen that runs styles, or for a pointer.
const dropped: ReadonlySet<string> = new Set('script style iframe button svg template'.split(' '));
// What says something to styles alone.
const unwrapped: ReadonlySet<string> = new Set('span div section'.split(' '));
const kept: Readonly<Partial<Record<string, readonly string[]>>> = {
  a: ['href'],
  img: ['src', 'alt'],
  ol: ['start'],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  'note-mark': ['number'],
};

/** HTML without what a feed or a plain text cannot show. */
export interface PlainTree extends Root {
  children: Element['children'];
}

/**
 * Reads HTML, and leaves out what a feed or a plain text cannot show.
 * @param page address of the page that it stands on: every address in it becomes whole
 */
export function plainTree(html: string, page: URL): PlainTree {
  const root: PlainTree = { type: 'root', children: [] };
  // What stands open, from the outermost on: of what is unwrapped, what it stands in.
  const open: (PlainTree | Element)[] = [root];
  let left = 0;
  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      const parent = open.at(-1) ?? root;
      if (left > 0 || dropped.has(name) || isAnchor(name, attributes)) left += 1;
      else if (unwrapped.has(name)) open.push(parent);
      else {
        const properties = propertiesOf(name, attributes, page);
        const element: Element = { type: 'element', tagName: name, properties, children: [] };
        parent.children.push(element);
        open.push(element);
      }
    },
    ontext(value) {
      if (left === 0) open.at(-1)?.children.push({ type: 'text', value });
    },
    onclosetag() {
      if (left > 0) left -= 1;
      else open.pop();
    },
  };
  // Where there is nothing to decode, the parser looks for the next tag alone.
  new Parser(handler, { decodeEntities: html.includes('&') }).end(html);
  return root;
}

/** The same as HTML again. */
export function plainHtml(html: string, page: URL): string {
  return toHtml(plainTree(html, page));
}

function propertiesOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  page: URL,
): Element['properties'] {
  const properties: Element['properties'] = {};
  for (const attribute of kept[name] ?? []) {
    const value = attributes[attribute];
    if (value === undefined) continue;
    const isAddress = attribute === 'href' || attribute === 'src';
    properties[attribute] = isAddress ? wholeAddress(value, page) : value;
  }
  return properties;
}

// The sign beside a heading that leads to itself.
function isAnchor(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'a' && attributes['class']?.split(/\s+/).includes('anchor') === true;
}

function wholeAddress(address: string, page: URL): string {
  return URL.parse(address, page)?.href ?? page.href;
}
