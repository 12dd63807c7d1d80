/** Where the compiler stands in a text, and what stands there. */
import type { ElementContent, Nodes } from 'hast';
import type { Position } from '../problem.ts';
import { alignTexts } from './alignment.ts';
import type { JsxAttribute } from './props.ts';
import type { ProseBlock } from './prose.ts';

/** A component or a tag, as the parser of MDX adds it to the tree. */
export interface JsxNode {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: JsxAttribute[];
  children: ElementContent[];
  position?: Nodes['position'];
}

/** The text that is compiled, and what holds the node at hand. */
export interface Context {
  source: string;
  isPlain: boolean;
  locate: (offset: number) => Position;
  where: ProseBlock['where'];
  index: number;
  quoted: boolean;
  /** What is quoted says where it is from. */
  attributed: boolean;
  inItem: boolean;
  inHeading: boolean;
  inLink: boolean;
}

type Placed = Pick<Nodes, 'position'>;

/** Where a node begins. */
export function placeOf({ position }: Placed, context: Context): Position {
  return context.locate(position?.start.offset ?? 0);
}

/** A node as its author wrote it. */
export function rawOf({ position }: Placed, context: Context): string {
  const start = position?.start.offset ?? 0;
  return context.source.slice(start, position?.end.offset ?? start);
}

/** Where the letters of a text stand that a node says somewhere behind `from`. */
export function placeIn(
  node: Placed,
  context: Context,
  text: string,
  from: number,
): (offset: number) => Position {
  const raw = rawOf(node, context);
  const start = node.position?.start.offset ?? 0;
  const at = raw.indexOf(text, from);
  const offset = at === -1 ? alignTexts(raw, from, text) : (letter: number) => at + letter;
  return (letter) => context.locate(start + offset(letter));
}

/** Whether a node is more than white space. */
export function isContent(node: ElementContent | JsxNode): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}
