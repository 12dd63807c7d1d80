/** Plain HTML as a tree of Markdown, in one walk: white space folds as in a browser. */
import type { Element, ElementContent } from 'hast';
import type { BlockContent, Heading, ListItem, PhrasingContent, TableCell, TableRow } from 'mdast';

const blocks: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr th td pre hr'.split(' '),
);

/** Nodes of `plainTree`; words that stand in no block become a paragraph. */
export function mdastOf(nodes: readonly ElementContent[]): BlockContent[] {
  const found: BlockContent[] = [];
  let words: ElementContent[] = [];
  const endParagraph = (): void => {
    const children = lineOf(words);
    if (children.length > 0) found.push({ type: 'paragraph', children });
    words = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      words.push(node);
      continue;
    }
    endParagraph();
    found.push(...blockOf(node));
  }
  endParagraph();
  return found;
}

function isBlock(node: ElementContent): node is Element {
  return node.type === 'element' && blocks.has(node.tagName);
}

function blockOf(node: Element): BlockContent[] {
  const { tagName, children, properties } = node;
  switch (tagName) {
    case 'ul':
    case 'ol': {
      const items = childrenOf(node).map(itemOf);
      return [
        {
          type: 'list',
          ordered: tagName === 'ol',
          start: tagName === 'ol' ? Number(properties['start'] ?? 1) : null,
          spread: items.length > 1 && items.some(({ spread }) => spread),
          children: items,
        },
      ];
    }
    case 'blockquote':
      return [{ type: 'blockquote', children: mdastOf(children) }];
    case 'table':
      return [{ type: 'table', align: null, children: rowsIn(node) }];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'pre':
      return [{ type: 'code', value: textOf(node).replace(/\n+$/, '') }];
    case 'p': {
      const line = lineOf(children);
      return line.length === 0 ? [] : [{ type: 'paragraph', children: line }];
    }
    default:
      return /^h[1-6]$/.test(tagName)
        ? [
            {
              type: 'heading',
              depth: Number(tagName.charAt(1)) as Heading['depth'],
              children: lineOf(children),
            },
          ]
        : mdastOf(children);
  }
}

function itemOf(item: Element): ListItem {
  return {
    type: 'listItem',
    spread: isSpread(item),
    checked: null,
    children: mdastOf(item.children),
  };
}

// Where a paragraph or two blocks stand in an item, a blank line parts them.
function isSpread({ children }: Element): boolean {
  const own = children.filter(isBlock);
  return own.length > 1 || own.some((child) => child.tagName === 'p' || isSpread(child));
}

// A cell that reaches over several is followed by empty ones.
function rowsIn(table: Element): TableRow[] {
  const rows = childrenOf(table).flatMap((part) =>
    part.tagName === 'tr' ? [cellsIn(part)] : childrenOf(part).map(cellsIn),
  );
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  return rows.map((cells) => ({
    type: 'tableRow',
    children: [...cells, ...Array.from({ length: columns - cells.length }, emptyCell)],
  }));
}

function cellsIn(row: Element): TableCell[] {
  return childrenOf(row).flatMap(({ children, properties }): TableCell[] => [
    { type: 'tableCell', children: lineOf(children) },
    ...Array.from({ length: Number(properties['colspan'] ?? 1) - 1 }, emptyCell),
  ]);
}

function childrenOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

function emptyCell(): TableCell {
  return { type: 'tableCell', children: [] };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** A line of words while it is written. */
interface Line {
  /** Whether white space that comes next is none. */
  isSpaced: boolean;
}

function lineOf(nodes: readonly ElementContent[]): PhrasingContent[] {
  const line: Line = { isSpaced: true };
  const children = phrasing(nodes, line);
  trimEnd(children);
  return children;
}

function phrasing(nodes: readonly ElementContent[], line: Line): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  for (const node of nodes) addTo(found, node, line);
  return found;
}

function addTo(found: PhrasingContent[], node: ElementContent, line: Line): void {
  if (node.type === 'text') addText(found, node.value, line);
  if (node.type !== 'element') return;
  const { tagName, properties, children } = node;
  switch (tagName) {
    case 'a':
      found.push({
        type: 'link',
        url: String(properties['href'] ?? ''),
        title: null,
        children: phrasing(children, line),
      });
      return;
    case 'strong':
    case 'b':
      found.push({ type: 'strong', children: phrasing(children, line) });
      return;
    case 'em':
    case 'i':
      found.push({ type: 'emphasis', children: phrasing(children, line) });
      return;
    case 'del':
    case 's':
      found.push({ type: 'delete', children: phrasing(children, line) });
      return;
    case 'code':
      line.isSpaced = false;
      found.push({ type: 'inlineCode', value: textOf(node) });
      return;
    case 'img':
      line.isSpaced = false;
      found.push({
        type: 'image',
        url: String(properties['src'] ?? ''),
        title: null,
        alt: plainSpaces(String(properties['alt'] ?? '')),
      });
      return;
    case 'br':
      trimEnd(found);
      line.isSpaced = true;
      found.push({ type: 'break' });
      return;
    case 'note-mark': {
      const label = String(properties['number']);
      line.isSpaced = false;
      found.push({ type: 'footnoteReference', identifier: label, label });
      return;
    }
    default:
      for (const child of children) addTo(found, child, line);
  }
}

function addText(found: PhrasingContent[], text: string, line: Line): void {
  // Nearly all white space is one space already.
  const folded = text.replace(/[\t\n\f\r ]{2,}|[\t\n\f\r]/g, ' ');
  const own = line.isSpaced && folded.startsWith(' ') ? folded.slice(1) : folded;
  if (own === '') return;
  line.isSpaced = own.endsWith(' ');
  const value = plainSpaces(own);
  const last = found.at(-1);
  if (last?.type === 'text') last.value += value;
  else found.push({ type: 'text', value });
}

// Spaces that hold a number to its unit are for lines that somebody sets.
function plainSpaces(text: string): string {
  return text.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u2060', '');
}

// White space and breaks at the end of a line are none.
function trimEnd(children: PhrasingContent[]): void {
  const last = children.at(-1);
  if (last === undefined) return;
  if (last.type === 'text') {
    if (last.value.endsWith(' ')) last.value = last.value.replace(/ +$/, '');
    if (last.value !== '') return;
  } else if (last.type !== 'break') {
    if ('children' in last) trimEnd(last.children);
    return;
  }
  children.pop();
  trimEnd(children);
}
