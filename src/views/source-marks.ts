/** The numbers of sources beside a figure, each leading to its place in the page's list. */

/** Which source has which number on a page, and what each claim rests on. */
export interface Numbering {
  /** Number by source id. */
  numbers: Record<string, number>;
  /** Source ids by claim id. */
  claims: Record<string, readonly string[]>;
}

/** One number. */
export interface SourceMark {
  number: number;
  href: string;
}

/** The marks of claims and sources, each once, in the order of the list. */
export function sourceMarks(ids: readonly string[], numbering: Numbering): SourceMark[] {
  const sources = new Set(ids.flatMap((id) => numbering.claims[id] ?? [id]));
  return [...sources]
    .flatMap((id) => {
      const number = numbering.numbers[id];
      return number === undefined ? [] : [{ number, href: `#ref-${id}` }];
    })
    .sort((a, b) => a.number - b.number);
}
