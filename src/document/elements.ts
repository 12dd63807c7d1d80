/** Which elements of the tree are blocks, and what stands in them. */
import type { ElementContent } from 'hast';

const blockTags: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tr td th pre hr section div'.split(
    ' ',
  ),
);

/** Whether an element begins a block of its own. */
export function isBlock(node: ElementContent): boolean {
  return node.type === 'element'
    ? blockTags.has(node.tagName)
    : (node.type as string) === 'mdxJsxFlowElement';
}

/** The words of a node as readers meet them, with those of code. */
export function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node
    ? node.children.map((child) => wordsOf(child as ElementContent)).join('')
    : '';
}
