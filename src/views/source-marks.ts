/** The numbers of sources beside a figure, each leading to its place in the page's list. */
import { anchors } from '../anchors.ts';

/** Numbers in the page's list by id of a source, or of a claim, which stands for its sources. */
export type Numbering = Record<string, readonly number[]>;

/** One number. */
export interface SourceMark {
  number: number;
  href: string;
}

/** The marks of claims and sources, each once, in the order of the list. */
export function sourceMarks(ids: readonly string[], numbering: Numbering): SourceMark[] {
  return [...new Set(ids.flatMap((id) => numbering[id] ?? []))]
    .sort((a, b) => a - b)
    .map((number) => ({ number, href: `#${anchors.reference(number)}` }));
}
