/** The glossary: its first terms, and where the others stand. */
import { pageAt, perPage } from '../domain/pages.ts';
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
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
  const { count, items, more } = longLists['glossary/more'].beginning('', library);
  return {
    terms: items,
    more,
    elsewhere: termsInOrder(library).flatMap(({ id, data: { aliases, name } }, index) => {
      const part = pageAt(index, count, perPage.rows);
      if (part === undefined) return [];
      return [{ id, aliases, name, href: `${routes.listPart('glossary/more', '', part)}#${id}` }];
    }),
  };
}
