/** The components of articles, products and nutrients with their examples. */
import type { ComponentName } from '#document/vocabulary.ts';
import { articleParts } from './article.ts';
import { authors } from './authors.ts';
import { authorsComponent, type Shown } from './example.ts';
import { knowledgeParts } from './knowledge.ts';
import { productParts } from './product.ts';
import { siteParts } from './site.ts';

export const gallery: Shown[] = [
  ...siteParts,
  ...(Object.keys(authors) as ComponentName[]).map((name) => authorsComponent(name, authors[name])),
  ...knowledgeParts,
  ...productParts,
  ...articleParts,
];
