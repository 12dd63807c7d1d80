/** Sets the tree as a page shows it: paragraphs, what stays on one line, tables, marks of citations. */
import type { Element, ElementContent } from 'hast';
import { isContent, type JsxNode } from './context.ts';
import type { Citation } from './document.ts';
import { isBlock } from './elements.ts';
import type { ProseBlock } from './prose.ts';
import { isPlaceholder } from './render.ts';
import type { Sentence } from './sentences.ts';
import { isComponentName, vocabulary } from './vocabulary.ts';

const unitBehindNumber =
  /(\d) (?=(?:mg|mcg|µg|g|kg|IU|mL|L|dL|km|kcal|mmol|nmol|ng|hours?|minutes?|percent)\b)/g;

/** A number and its unit stay on one line. */
export function joinUnits(text: string): string {
  return text.replace(unitBehindNumber, '$1\u00A0');
}

/**
 * The end of a text from its last space on: what the mark of a citation must not be parted from. Of a
 * word that is as long as a narrow screen, its last letters.
 */
export function lastWord(text: string): { head: string; word: string } {
  let at = Math.max(text.lastIndexOf(' ') + 1, text.length - 20);
  while (/[\p{M}\u200D\uDC00-\uDFFF]/u.test(text.charAt(at))) at += 1;
  return { head: text.slice(0, at), word: text.slice(at) };
}

/** Keeps nodes on one line. */
export function unbroken(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { className: ['nb'] }, children };
}

/** What is wide scrolls inside itself and can be reached with the keyboard. */
export function scrolling(node: Element, ariaLabel: string): Element {
  Object.assign(node.properties, { tabIndex: 0, role: 'region', ariaLabel });
  return node;
}

/** A table in the box that it scrolls in. */
export function scroller(table: Element): Element {
  const properties = { className: ['scroller'] };
  return scrolling({ type: 'element', tagName: 'div', properties, children: [table] }, 'Table');
}

/** Aligns a cell by a class: style attributes are not allowed on this site. */
export function alignCell({ properties }: Element): void {
  const align = /text-align:\s*(right|center)/.exec(String(properties['style'] ?? ''))?.[1];
  delete properties['style'];
  if (align !== undefined) properties['className'] = [align];
}

/** `<Term>a</Term> <Term>b</Term>` on a line of its own arrives as two blocks: it is one paragraph. */
export function gathered(nodes: ElementContent[], source: string): ElementContent[] {
  if (!nodes.some(isInlineAlone)) return nodes;
  const result: ElementContent[] = [];
  let paragraph: Element | undefined;
  let between: ElementContent[] = [];
  for (const node of nodes) {
    if (isInlineAlone(node)) {
      const start = node.position?.start.offset ?? 0;
      const gap = source.slice(paragraph?.position?.end.offset ?? start, start);
      if (paragraph === undefined || /\n\s*\n/.test(gap)) {
        result.push(...between);
        paragraph = { type: 'element', tagName: 'p', properties: {}, children: [] };
        result.push(paragraph);
      } else if (/^\s|\s$/.test(gap)) paragraph.children.push({ type: 'text', value: ' ' });
      between = [];
      paragraph.children.push({ ...node, type: 'mdxJsxTextElement' } as unknown as ElementContent);
      paragraph.position = node.position;
    } else if (paragraph !== undefined && isNothing(node)) {
      between.push(node);
    } else {
      result.push(...between, node);
      between = [];
      paragraph = undefined;
    }
  }
  return [...result, ...between];
}

function isInlineAlone(node: ElementContent | JsxNode): boolean {
  if (node.type !== 'mdxJsxFlowElement') return false;
  const name = node.name ?? '';
  return isComponentName(name) && vocabulary[name].inline;
}

function isNothing(node: ElementContent): boolean {
  return (node.type as string) === 'mdxFlowExpression' || !isContent(node);
}

/** `<Term>one</Term>` on a line of its own arrives with its text in a paragraph. */
export function inlineContent(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'p' ? child.children : [child],
  );
}

/** `<Callout>text</Callout>` on one line arrives with bare text: it gets its paragraph. */
export function paragraphs(children: ElementContent[]): ElementContent[] {
  if (children.every((child) => isBlock(child) || !isContent(child) || isPlaceholder(child)))
    return children;
  return [{ type: 'element', tagName: 'p', properties: {}, children }];
}

/**
 * Sentences that stand side by side in a paragraph and each end with the same citation, and nothing
 * else, show it once.
 */
export function joinMarks(block: ProseBlock, sentences: readonly Sentence[]): void {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return;
  if (block.citations.length < 2) return;
  let before: Citation | undefined;
  for (const { text, citations, marks } of sentences) {
    const [citation] = citations;
    const isAtEnd = !/[\p{L}\p{N}\uE001]/u.test(text.slice(marks[0]));
    const only = citations.length === 1 && isAtEnd ? citation : undefined;
    if (only !== undefined && before !== undefined && isSame(only.ids, before.ids)) {
      only.sentences += before.sentences;
      before.sentences = 0;
    }
    before = only;
  }
}

function isSame(ids: readonly string[], others: readonly string[]): boolean {
  return ids.length === others.length && ids.every((id) => others.includes(id));
}
