/** HTML for readers that know no style and no script: whole addresses, and nothing but what a text is made of. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { escaped } from '../domain/escape.ts';

/** A link as HTML; the words alone where there is no address. */
export function linked(href: string | undefined, text: string): string {
  if (href === undefined) return escaped(text);
  const children = [{ type: 'text', value: text } as const];
  return toHtml({ type: 'element', tagName: 'a', properties: { href }, children });
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
const kept: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt'],
  ol: ['start'],
  th: ['scope', 'colSpan', 'rowSpan'],
  td: ['colSpan', 'rowSpan'],
  'note-mark': ['number'],
};

/**
 * Reads HTML, and leaves out what a feed or a plain text cannot show.
 * @param page address of the page that it stands on: every address in it becomes whole
 */
export function plainTree(html: string, page: URL): Root {
  const { children } = fromHtml(html, { fragment: true });
  return { type: 'root', children: children.flatMap((node) => plain(node, page)) };
}

/** The same as HTML again. */
export function plainHtml(html: string, page: URL): string {
  return toHtml(plainTree(html, page));
}

function plain(node: RootContent, page: URL): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const { tagName } = node;
  if (dropped.has(tagName) || isAnchor(node)) return [];
  const children = node.children.flatMap((child) => plain(child, page));
  if (unwrapped.has(tagName)) return children;
  const properties = Object.fromEntries(
    (kept[tagName] ?? []).flatMap((name) => {
      const value = node.properties[name];
      if (value === undefined || value === null) return [];
      const isAddress = name === 'href' || name === 'src';
      return [[name, isAddress ? wholeAddress(String(value), page) : value]];
    }),
  );
  return [{ type: 'element', tagName, properties, children }];
}

// The sign beside a heading that leads to itself.
function isAnchor({ tagName, properties }: Element): boolean {
  return (
    tagName === 'a' &&
    Array.isArray(properties['className']) &&
    properties['className'].includes('anchor')
  );
}

function wholeAddress(address: string, page: URL): string {
  return URL.parse(address, page)?.href ?? page.href;
}
