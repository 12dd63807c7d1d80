/** A product's own page: its label, every ruler, what is known of what it holds, the articles that show it. */
import { need, type Library } from '../library/records.ts';
import type { Finding } from '../schemas/claim.ts';
import { aiText, aiUseOf } from './ai-use.ts';
import { changeViews, type ChangeView } from './change.ts';
import { claimRowView, type ClaimRowView } from './claim.ts';
import { longLists, type Beginning, type ListedLink } from './long-list.ts';
import { productView, type ProductView } from './product.ts';
import type { RulerView } from './ruler.ts';

export interface ProductPageView {
  product: ProductView;
  /** What part AI had in its text; undefined for none. */
  aiText: string | undefined;
  /** A ruler for each dose; none where the label shows the only one. */
  rulers: { nutrientName: string; ruler: RulerView }[];
  /** What is known of what it holds; what helps or harms stands on the nutrients' pages, beside no link that pays. */
  claims: ClaimRowView[];
  /** The pages on what it holds. */
  nutrients: { href: string; name: string }[];
  articles: Beginning<ListedLink>;
  changes: ChangeView[];
}

// Beside an offer, an effect of a nutrient is read as the product's.
const statesNoEffect: ReadonlySet<Finding> = new Set(['descriptive', 'no-effect', 'not-studied']);

/**
 * The page of one product.
 * @throws {Error} when there is no such product
 */
export function productPageView(id: string, library: Library): ProductPageView {
  const record = need(library.products, id, 'product');
  const product = productView(record, library);
  const rulers = product.doses.flatMap(({ nutrientName, ruler }) =>
    ruler === undefined ? [] : { nutrientName, ruler },
  );
  return {
    product,
    aiText: aiText(aiUseOf(record.data, library)),
    rulers: rulers.length > product.rulers.length ? rulers : [],
    claims: record.data.claims
      .map((claimId) => need(library.claims, claimId, 'claim'))
      .filter(({ data }) => statesNoEffect.has(data.finding))
      .map(claimRowView),
    nutrients: product.doses.map(({ nutrientHref, nutrientName }) => ({
      href: nutrientHref,
      name: nutrientName,
    })),
    articles: longLists['products/articles'].beginning(id, library),
    changes: changeViews(record.data.changes),
  };
}
