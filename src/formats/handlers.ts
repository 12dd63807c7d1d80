/** Handlers that write lines in which nothing has to be escaped, and leave all others to the library. */
import { defaultHandlers, type Handle, type Info, type Options } from 'mdast-util-to-markdown';
import type { Heading, Nodes, Paragraph } from 'mdast';

// The library tries sixty patterns on every text and every address, and of most none fits.
function quick(handle: Handle): Handle {
  return (node: Nodes, parent, state, info) =>
    plainLine([node], info) ?? handle(node, parent, state, info);
}

/** For `toMarkdown` with GFM: they write what it would write without them. */
export const handlers: Options['handlers'] = {
  text: quick(defaultHandlers.text),
  link: Object.assign(quick(defaultHandlers.link), { peek: defaultHandlers.link.peek }),
  paragraph: (node: Paragraph, parent, state, info) =>
    plainLine(node.children, info) ?? defaultHandlers.paragraph(node, parent, state, info),
  heading: (node: Heading, parent, state, info) => {
    const line = plainLine(node.children, info);
    // An empty one has no space behind its signs.
    return line === undefined || line === ''
      ? defaultHandlers.heading(node, parent, state, info)
      : `${'#'.repeat(node.depth)} ${line}`;
  },
};

/** What stands beside a text. */
type Beside = Pick<Info, 'before' | 'after'>;

/** Words, links, images and marks of footnotes as they are; undefined where something may have to be escaped. */
function plainLine(nodes: readonly Nodes[], { before, after }: Beside): string | undefined {
  let line = '';
  for (const [index, node] of nodes.entries()) {
    const written = plainNode(node, {
      before: line === '' ? before : line,
      // What stands behind a text begins with a bracket, or with what is as harmless.
      after: index + 1 < nodes.length ? '[' : after,
    });
    if (written === undefined) return undefined;
    line += written;
  }
  return line;
}

function plainNode(node: Nodes, beside: Beside): string | undefined {
  switch (node.type) {
    case 'text':
      return isPlain(node.value, beside) ? node.value : undefined;
    case 'link': {
      const [only, more] = node.children;
      return only?.type === 'text' && more === undefined
        ? plainLink(only.value, node.url)
        : undefined;
    }
    case 'image': {
      const link = plainLink(node.alt ?? '', node.url);
      return link && `!${link}`;
    }
    case 'footnoteReference': {
      const { label } = node;
      return label && isPlain(label, { before: '^', after: ']' }) ? `[^${label}]` : undefined;
    }
    default:
      return undefined;
  }
}

const plainAddress = /^https?:\/\/[\w\-.:/#?=%]+$/;

function plainLink(text: string, url: string): string | undefined {
  return plainAddress.test(url) && isPlain(text, { before: '[', after: ']' })
    ? `[${text}](${url})`
    : undefined;
}

// What may mean something in Markdown: anywhere, where a line begins, and in one with its neighbors.
const mayMean = /[\\`*_[\]<&~|!#@\t\r\n]|[Ww]\.[\w\-.]|[ps]:\//;
const mayBeginLine = /^(?:[\s+\-=>:]|\d+[.)])/;
const mayContinue = /\]\(|[Ww]\.|[ps]:/;
const mayBeContinued = /(?:[Ww]\.|[ps]:)$/;
const lineEnd = /^[\r\n]/;

function isPlain(text: string, { before, after }: Beside): boolean {
  const last = before.slice(-1);
  return (
    !mayMean.test(text) &&
    !(lineEnd.test(last) ? mayBeginLine.test(text) : mayContinue.test(last + text.slice(0, 1))) &&
    !(lineEnd.test(after) ? text.endsWith(' ') : mayBeContinued.test(text))
  );
}
