/** Pandoc's citation syntax in a run of text: `[@id]`, `[@a; @b]`. */

/** A bracket of citations, or one that was meant as such. Offsets count in the text given. */
export interface CitationMatch {
  start: number;
  end: number;
  ids: string[];
  /** Set when the bracket is no well-formed citation. */
  malformed: boolean;
}

const bracket = /\[@[^[\]]*\]/g;
const single = /^@([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** All citations of a text, in order. */
export function findCitations(text: string): CitationMatch[] {
  if (!text.includes('[@')) return [];
  return [...text.matchAll(bracket)].map((match) => {
    const items = match[0]
      .slice(1, -1)
      .split(';')
      .map((item) => item.trim());
    const ids = items.flatMap((item) => single.exec(item)?.[1] ?? []);
    return {
      start: match.index,
      end: match.index + match[0].length,
      ids,
      malformed: ids.length !== items.length,
    };
  });
}
