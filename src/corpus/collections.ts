/** The folders of `content/`, their formats and schemas. */
import type { z } from 'zod';
import { articleSchema } from '../schemas/article.ts';
import { claimsFileSchema } from '../schemas/claim.ts';
import { foodsFileSchema } from '../schemas/food.ts';
import { interactionsFileSchema } from '../schemas/interaction.ts';
import { merchantSchema } from '../schemas/merchant.ts';
import { nutrientSchema } from '../schemas/nutrient.ts';
import { pageSchema } from '../schemas/page.ts';
import { personSchema } from '../schemas/person.ts';
import { presetSchema } from '../schemas/preset.ts';
import { productSchema } from '../schemas/product.ts';
import { sheetSchema } from '../schemas/sheet.ts';
import { sourcesFileSchema } from '../schemas/source.ts';
import { termSchema } from '../schemas/term.ts';
import { themeSchema } from '../schemas/theme.ts';

/**
 * One folder. `list: true` where a file holds many entries, each with an id of its own; `mdx`
 * files hold prose under their frontmatter.
 */
export const collections = {
  articles: { extension: '.mdx', list: false, schema: articleSchema },
  pages: { extension: '.mdx', list: false, schema: pageSchema },
  nutrients: { extension: '.mdx', list: false, schema: nutrientSchema },
  products: { extension: '.yaml', list: false, schema: productSchema },
  merchants: { extension: '.yaml', list: false, schema: merchantSchema },
  people: { extension: '.yaml', list: false, schema: personSchema },
  claims: { extension: '.yaml', list: true, schema: claimsFileSchema },
  sources: { extension: '.json', list: true, schema: sourcesFileSchema },
  foods: { extension: '.yaml', list: false, schema: foodsFileSchema },
  interactions: { extension: '.yaml', list: true, schema: interactionsFileSchema },
  presets: { extension: '.yaml', list: false, schema: presetSchema },
  themes: { extension: '.yaml', list: false, schema: themeSchema },
  glossary: { extension: '.yaml', list: false, schema: termSchema },
  sheets: { extension: '.yaml', list: false, schema: sheetSchema },
} as const;

export type CollectionName = keyof typeof collections;

/** Data of one entry: of the file, or of one item of a list file. */
export type EntryData<Name extends CollectionName> = (typeof collections)[Name]['list'] extends true
  ? z.infer<(typeof collections)[Name]['schema']> extends (infer Item)[]
    ? Item
    : never
  : z.infer<(typeof collections)[Name]['schema']>;

export const collectionNames = Object.keys(collections) as CollectionName[];
