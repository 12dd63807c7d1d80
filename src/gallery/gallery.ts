/** Every component with its examples. */
import { articleParts } from './article.ts';
import { callout } from './callout.ts';
import { dose } from './dose.ts';
import { authorsComponent, type AuthorsExamples, type Shown } from './example.ts';
import { noCard } from './no-card.ts';
import { productCard } from './product-card.ts';
import { productTable } from './product-table.ts';
import { productParts } from './product.ts';
import { siteParts } from './site.ts';

/** A component for authors without an example does not compile. */
const authors: AuthorsExamples = {
  Callout: callout,
  Dose: dose,
  NoCard: noCard,
  ProductCard: productCard,
  ProductTable: productTable,
};

export const gallery: Shown[] = [
  ...siteParts,
  authorsComponent('Callout', authors.Callout),
  authorsComponent('Dose', authors.Dose),
  authorsComponent('NoCard', authors.NoCard),
  authorsComponent('ProductCard', authors.ProductCard),
  authorsComponent('ProductTable', authors.ProductTable),
  ...productParts,
  ...articleParts,
];
