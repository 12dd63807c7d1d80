/** Renders a finished tree: HTML, and between it the citations and components that pages set. */
import type { ElementContent, Text } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Part } from './document.ts';

// Each run of letters between these private-use characters is the number of a part held back.
const placeholder = /\uE003(\d+)\uE004/;
const onlyPlaceholder = new RegExp(`^${placeholder.source}$`);

export class Renderer {
  readonly #held: Part[] = [];

  /** Keeps a part that is no HTML, and gives the node that stands in for it in the tree. */
  hold(part: Part): Text {
    this.#held.push(part);
    return { type: 'text', value: `\uE003${this.#held.length - 1}\uE004` };
  }

  /** Renders nodes, with the parts that were held back at their places. */
  render(children: ElementContent[]): Part[] {
    // The tree is finished HTML by now: nothing an author wrote is left unescaped.
    const pieces = toHtml({ type: 'root', children }).split(placeholder);
    return pieces.flatMap((piece, index): Part[] => {
      if (index % 2 === 0) {
        const html = piece.replace(/^\n+$/, '');
        return html === '' ? [] : [html];
      }
      const part = this.#held[Number(piece)];
      return part === undefined ? [] : [part];
    });
  }
}

/** Whether a node stands in for one part and nothing else. */
export function isPlaceholder(node: ElementContent): boolean {
  return node.type === 'text' && onlyPlaceholder.test(node.value);
}

/** A takeaway is one paragraph in a list item that the page makes: its own `<p>` would stand in the way. */
export function unwrapParagraph(parts: Part[]): Part[] {
  const first = parts[0];
  const last = parts.at(-1);
  if (typeof first !== 'string' || typeof last !== 'string') return parts;
  const inner = [...parts];
  inner[0] = first.replace(/^<p>/, '');
  const end = inner.at(-1);
  if (typeof end === 'string') inner[inner.length - 1] = end.replace(/<\/p>$/, '');
  return inner.filter((part) => part !== '');
}
