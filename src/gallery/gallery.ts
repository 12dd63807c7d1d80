/** The components of articles, products and nutrients with their examples. */
import type { ComponentName } from '#document/vocabulary.ts';
import { articleParts } from './article.ts';
import { callout } from './callout.ts';
import { dose } from './dose.ts';
import { evidenceTable } from './evidence-table.ts';
import { authorsComponent, type AuthorsExamples, type Shown } from './example.ts';
import { foodSources } from './food-sources.ts';
import { intakeTable } from './intake-table.ts';
import { knowledgeParts } from './knowledge.ts';
import { noCard } from './no-card.ts';
import { productCard } from './product-card.ts';
import { productTable } from './product-table.ts';
import { productParts } from './product.ts';
import { siteParts } from './site.ts';
import { term } from './term.ts';

/** A component for authors without an example does not compile. */
const authors: AuthorsExamples = {
  Callout: callout,
  Dose: dose,
  EvidenceTable: evidenceTable,
  FoodSources: foodSources,
  IntakeTable: intakeTable,
  NoCard: noCard,
  ProductCard: productCard,
  ProductTable: productTable,
  Term: term,
};

export const gallery: Shown[] = [
  ...siteParts,
  ...(Object.keys(authors) as ComponentName[]).map((name) => authorsComponent(name, authors[name])),
  ...knowledgeParts,
  ...productParts,
  ...articleParts,
];
