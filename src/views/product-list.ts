/** The page of all products: side by side by what they are bought for, and the way to those that stand elsewhere. */
import type { Library } from '../library/records.ts';
import { comparisonView, type ComparisonGroup } from './comparison.ts';
import { longLists, type MoreView } from './long-list.ts';

/** Products of one purpose. */
export interface ProductGroupView extends ComparisonGroup {
  /** Those that have no row here, and where they begin. */
  more: { href: string; count: number } | undefined;
}

export interface ProductListView {
  groups: ProductGroupView[];
  more: MoreView | undefined;
}

/** All products. */
export function productListView(library: Library): ProductListView {
  const list = longLists['products/more'];
  const { items, more } = list.beginning('', library);
  const parts = list.partOfEach('', library);
  const shown = new Set(items.map(({ id }) => id));
  const { groups } = comparisonView([...library.products.values()], library, (id) => shown.has(id));
  // Behind what stands here the groups follow each other.
  let next = items.length;
  return {
    groups: groups.map((group) => {
      const part = parts[next];
      const count = group.count - group.rows.length;
      next += count;
      return {
        ...group,
        more:
          count === 0 || part === undefined ? undefined : { href: `${part}#${group.id}`, count },
      };
    }),
    more,
  };
}
