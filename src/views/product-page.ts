/** A product's own page: its label, every ruler, the claims that bear on it, the articles that show it. */
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Certainty } from '../schemas/parts.ts';
import { aiText, aiUseOf } from './ai-use.ts';
import { appliesText } from './citation.ts';
import { productView, type ProductView } from './product.ts';
import type { RulerView } from './ruler.ts';

export interface ProductPageView {
  product: ProductView;
  /** What part AI had in its text; undefined for none. */
  aiText: string | undefined;
  /** A ruler for each dose; none where the label shows the only one. */
  rulers: { nutrientName: string; ruler: RulerView }[];
  claims: {
    href: string;
    statement: string;
    certainty: Certainty;
    population: string;
    runnersText: string;
  }[];
  articles: { href: string; title: string }[];
}

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
    claims: record.data.claims.map((claimId) => {
      const claim = need(library.claims, claimId, 'claim').data;
      return {
        statement: claim.statement,
        certainty: claim.certainty,
        population: claim.population,
        href: routes.claim(claimId),
        runnersText: appliesText[claim.appliesToRunners],
      };
    }),
    articles: library.articles
      .filter(({ data }) => data.products.includes(id))
      .map((article) => ({ href: routes.article(article.id), title: article.data.title })),
  };
}
