/** What the rules on product cards share: each card and what stood before it. */
import type { Entry, Evidence } from '../corpus/corpus.ts';
import type { ComponentPart } from '../document/document.ts';
import type { ProseBlock } from '../document/prose.ts';
import type { Compiled } from '../document/compile.ts';

/** A card or table in an article, with the prose that a reader met before it. */
export interface Placement {
  component: ComponentPart;
  products: Entry<'products'>[];
  /** Care card, takeaways and the body before it. */
  before: ProseBlock[];
  /** Words of the body before it. */
  words: number;
}

/** Every place of a document that shows products, in reading order. */
export function placementsOf({ prose, flow }: Compiled, corpus: Evidence): Placement[] {
  if (!flow.some((item) => item.kind === 'component')) return [];
  const before = prose.filter(({ where }) => where === 'urgent' || where === 'takeaway');
  const found: Placement[] = [];
  let words = 0;
  for (const item of flow) {
    if (item.kind === 'block') {
      before.push(item.block);
      words += item.block.words;
      continue;
    }
    const products = productsOf(item.component, corpus);
    if (products.length > 0)
      found.push({ component: item.component, products, before: [...before], words });
  }
  return found;
}

function productsOf({ name, props }: ComponentPart, corpus: Evidence): Entry<'products'>[] {
  const ids = name === 'ProductCard' ? [props.id] : name === 'ProductTable' ? props.ids : [];
  return ids.flatMap((id) => corpus.entries.products.get(id) ?? []);
}
