/** The folders of `content/`, and the one file beside them: their formats and schemas. */
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
import { siteSchema } from '../schemas/site.ts';
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
  site: { extension: '.yaml', list: false, schema: siteSchema },
} as const;

export type CollectionName = keyof typeof collections;

/** Data of one entry: of the file, or of one item of a list file. */
export type EntryData<Name extends CollectionName> = (typeof collections)[Name]['list'] extends true
  ? z.infer<(typeof collections)[Name]['schema']> extends (infer Item)[]
    ? Item
    : never
  : z.infer<(typeof collections)[Name]['schema']>;

export const collectionNames = Object.keys(collections) as CollectionName[];

/** Files that stand beside the folders, a collection of one entry each. */
const singleFiles: Readonly<Record<string, CollectionName>> = { 'site.yaml': 'site' };

/** The file that is all of a collection; undefined for one that is a folder. */
export function fileOf(collection: CollectionName): string | undefined {
  return Object.entries(singleFiles).find(([, name]) => name === collection)?.[0];
}

/** The collections that are folders. */
export const folderNames = collectionNames.filter((name) => fileOf(name) === undefined);

/** The collection of a file by its path below the content folder; undefined where nothing reads it. */
export function collectionOf(file: string): CollectionName | undefined {
  const [folder = '', ...below] = file.split('/');
  if (below.length === 0) return Object.hasOwn(singleFiles, file) ? singleFiles[file] : undefined;
  return folderNames.find((name) => name === folder);
}
