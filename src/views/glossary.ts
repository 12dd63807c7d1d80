/** The glossary: its first terms, and where the others stand. */
import type { Library } from '../library/records.ts';
import { longLists, type MoreView } from './long-list.ts';
import { termsInOrder, type GlossaryTermView } from './term.ts';

export interface GlossaryView {
  terms: GlossaryTermView[];
  more: MoreView | undefined;
  /** The terms that stand on parts: links to them lead here. */
  elsewhere: { id: string; aliases: readonly string[]; name: string; href: string }[];
}

/** The terms in alphabetical order. */
export function glossaryView(library: Library): GlossaryView {
  const list = longLists['glossary/more'];
  const { items, more } = list.beginning('', library);
  const parts = list.partOfEach('', library);
  return {
    terms: items,
    more,
    elsewhere: termsInOrder(library).flatMap(({ id, data: { aliases, name } }, index) => {
      const part = parts[index];
      return part === undefined ? [] : [{ id, aliases, name, href: `${part}#${id}` }];
    }),
  };
}
