/** The one table of what `content/` holds: whatever reads, checks, publishes or counts content asks it. */
import type { z } from 'zod';
import { routes } from '../routes.ts';
import { articleIndexSchema, articleSchema } from '../schemas/article.ts';
import { claimSchema } from '../schemas/claim.ts';
import { drawsProducts, figureSchema } from '../schemas/figure.ts';
import { foodsFileSchema } from '../schemas/food.ts';
import { goneSchema } from '../schemas/gone.ts';
import { imageIndexSchema, imageSchema, pictureExtensions } from '../schemas/image.ts';
import { interactionSchema } from '../schemas/interaction.ts';
import { merchantSchema } from '../schemas/merchant.ts';
import { nutrientSchema } from '../schemas/nutrient.ts';
import { pageSchema } from '../schemas/page.ts';
import { personSchema } from '../schemas/person.ts';
import { presetSchema } from '../schemas/preset.ts';
import { productSchema, productTitle } from '../schemas/product.ts';
import { purposeSchema } from '../schemas/purpose.ts';
import { seriesSchema } from '../schemas/series.ts';
import { sheetSchema } from '../schemas/sheet.ts';
import { siteSchema } from '../schemas/site.ts';
import { sourceSchema } from '../schemas/source.ts';
import { synonymsSchema } from '../schemas/synonyms.ts';
import { termSchema } from '../schemas/term.ts';
import { themeSchema } from '../schemas/theme.ts';

/** What there is to say of a collection beside the schema of its entries. */
interface Collection<Data = never> {
  /** What an entry is called in messages. */
  noun: string;
  /** Kind of its files; `.mdx` ones hold prose under their frontmatter. YAML where nothing is said. */
  extension?: '.mdx' | '.json';
  /** Extensions of the file that stands beside each of its own under the same name. */
  beside?: readonly string[];
  /** Set where its entries are texts, which rest on all others. */
  isText?: true;
  /** Set where a file holds many entries, each with an id of its own. */
  list?: true;
  /** The file that is all of it, beside the folders. */
  file?: string;
  /** What lists load of an entry with prose, where that is not the whole of its data. */
  index?: z.ZodType;
  /** Where readers find an entry: a page of its own, or a place on one. */
  address?: (id: string) => string;
  /** Pages beside its own on which an entry is read; absent where there are none. */
  readOn?: (id: string) => readonly string[];
  /** Set where each entry has a picture of its own, shown where its page is shared. */
  hasCard?: true;
  /** What readers call an entry. */
  title?: (data: Data) => string;
  /** Set where a page lists all entries under their ids. */
  isListed?: true;
  /** The collection whose ids its entries have. */
  idsOf?: string;
  /** The field that says the id once more. */
  idField?: string;
  /** How to mend an entry that nothing uses; absent where one may stand for itself. */
  unused?: string;
  /** Whether an entry stands for itself all the same. */
  standsAlone?: (data: Data) => boolean;
  /** Set where rows of its lists mean the same without one: of what does not fit, the row alone is left out. */
  isTable?: true;
  /** What its open data are, where its entries are published as such. */
  openData?: { title: string; description: string };
}

function collection<Schema extends z.ZodType, const Own extends Collection<z.infer<Schema>>>(
  schema: Schema,
  own: Own,
): { schema: Schema } & Own {
  return { schema, ...own };
}

const table = {
  articles: collection(articleSchema, {
    noun: 'article',
    extension: '.mdx',
    isText: true,
    index: articleIndexSchema,
    address: routes.article,
    hasCard: true,
    title: ({ title }) => title,
  }),
  pages: collection(pageSchema, {
    noun: 'page',
    extension: '.mdx',
    isText: true,
    address: routes.page,
    title: ({ title }) => title,
  }),
  nutrients: collection(nutrientSchema, {
    noun: 'nutrient',
    extension: '.mdx',
    address: routes.nutrient,
    readOn: (id) => [routes.sheet(id)],
    hasCard: true,
    title: ({ name }) => name,
    isListed: true,
    isTable: true,
    openData: {
      title: 'Nutrients',
      description:
        'Reference intakes by sex, age and life stage, upper limits and what they count, forms, and sourced statements.',
    },
  }),
  foods: collection(foodsFileSchema, {
    noun: 'food list',
    idField: 'nutrient',
    readOn: (id) => [routes.nutrient(id)],
    isTable: true,
    openData: {
      title: 'Foods',
      description: 'What a household serving holds of one nutrient, computed from USDA SR28.',
    },
  }),
  // Prose cites claims and sources alike, and an id that both have is told of the source.
  claims: collection(claimSchema, {
    noun: 'claim',
    list: true,
    address: routes.claim,
    readOn: () => [routes.evidence()],
    title: ({ statement }) => statement,
    unused: 'Cite it, or delete it.',
    // One about a nutrient stands on that nutrient's page.
    standsAlone: ({ nutrients }) => nutrients.length > 0,
    openData: {
      title: 'Claims',
      description:
        'What the evidence says: statement, figures, who was studied, certainty, and sources.',
    },
  }),
  sources: collection(sourceSchema, {
    noun: 'source',
    extension: '.json',
    list: true,
    unused: 'Cite it, or delete it.',
    openData: {
      title: 'Sources',
      description: 'The bibliography as CSL-JSON, with what was read of each work.',
    },
  }),
  figures: collection(figureSchema, {
    noun: 'figure',
    address: routes.figure,
    hasCard: true,
    title: ({ title }) => title,
    unused: 'Show it with <Figure>, or delete it.',
    // One of products stands beside them.
    standsAlone: drawsProducts,
    openData: {
      title: 'Figures',
      description: 'What each figure shows, and of which claim, product or nutrient each value is.',
    },
  }),
  products: collection(productSchema, {
    noun: 'product',
    address: routes.product,
    title: productTitle,
    openData: {
      title: 'Products',
      description:
        'What a serving holds and where that was read, whom it fits, its drawbacks, and what nobody could verify. No price, no stars.',
    },
  }),
  purposes: collection(purposeSchema, {
    noun: 'purpose',
    readOn: () => [routes.products()],
    title: ({ name }) => name,
    isListed: true,
  }),
  images: collection(imageSchema, {
    noun: 'picture',
    beside: pictureExtensions,
    index: imageIndexSchema,
    unused: 'Show it with <Picture>, or delete both files.',
  }),
  merchants: collection(merchantSchema, { noun: 'merchant' }),
  people: collection(personSchema, {
    noun: 'person',
    address: routes.person,
    title: ({ name }) => name,
  }),
  interactions: collection(interactionSchema, {
    noun: 'interaction',
    list: true,
    readOn: () => [routes.stack()],
    isTable: true,
  }),
  presets: collection(presetSchema, { noun: 'preset' }),
  themes: collection(themeSchema, {
    noun: 'theme',
    address: routes.theme,
    hasCard: true,
    unused: 'Give it an article, or delete it.',
  }),
  series: collection(seriesSchema, {
    noun: 'series',
    title: ({ name }) => name,
  }),
  glossary: collection(termSchema, {
    noun: 'term',
    address: routes.term,
    readOn: () => [routes.glossary()],
    title: ({ name }) => name,
    isListed: true,
  }),
  sheets: collection(sheetSchema, {
    noun: 'sheet',
    address: routes.sheet,
    idsOf: 'nutrients',
    isTable: true,
  }),
  synonyms: collection(synonymsSchema, { noun: 'list of synonyms', file: 'synonyms.yaml' }),
  gone: collection(goneSchema, { noun: 'list of gone addresses', file: 'gone.yaml' }),
  site: collection(siteSchema, { noun: 'site', file: 'site.yaml' }),
};

type Table = typeof table;
export type CollectionName = keyof Table;

export const collectionNames = Object.keys(table) as CollectionName[];

/** Something for each collection. */
export function byCollection<Value>(make: (name: CollectionName) => Value): {
  [Name in CollectionName]: Value;
} {
  return Object.fromEntries(collectionNames.map((name) => [name, make(name)])) as {
    [Name in CollectionName]: Value;
  };
}

/** The collections, by name. */
export const collections: {
  readonly [Name in CollectionName]: Collection &
    Pick<Table[Name], 'schema'> & { extension: '.mdx' | '.json' | '.yaml' };
} = byCollection((name) => ({ extension: '.yaml', ...table[name] })) as never;

/** Data of one entry: of the file, or of one item of a list file. */
export type EntryData<Name extends CollectionName> = z.infer<Table[Name]['schema']>;

/** Schema of what pages load of an entry: where its prose lies compiled, what lists need of it. */
export type LoadedSchema<Name extends CollectionName> = Table[Name] extends {
  index: infer Index extends z.ZodType;
}
  ? Index
  : Table[Name]['schema'];

/** Names of the collections that have something: `{ extension: '.mdx' }`. */
export type NameOf<What> = {
  [Name in CollectionName]: Table[Name] extends What ? Name : never;
}[CollectionName];

/** Collections that are one file beside the folders. */
export type SingleName = NameOf<{ file: string }>;

/** Collections whose files hold prose. */
export type ProseCollection = NameOf<{ extension: '.mdx' }>;

/** Collections on which texts rest. */
export type EvidenceName = Exclude<CollectionName, NameOf<{ isText: true }>>;

/** Whether texts rest on a collection: whether it is one of no texts. */
export function isEvidence(name: CollectionName): name is EvidenceName {
  return collections[name].isText !== true;
}

/** The collections of the evidence. */
export const evidenceNames = collectionNames.filter(isEvidence);

/** The collections of which each entry has a picture of its own where it is shared. */
export const namesWithCard = collectionNames.filter(
  (name): name is NameOf<{ hasCard: true }> => collections[name].hasCard === true,
);

/** Schema of what pages load of an entry. */
export function loadedSchema<Name extends CollectionName>(name: Name): LoadedSchema<Name> {
  return (collections[name].index ?? collections[name].schema) as LoadedSchema<Name>;
}

/** Where an entry is a page of its own; undefined where it is none. */
export function pageOf(name: CollectionName, id: string): string | undefined {
  const address = collections[name].address?.(id);
  return address?.includes('#') === true ? undefined : address;
}

/** What readers call an entry. */
export function titleOf(name: CollectionName, { id, data }: { id: string; data: object }): string {
  return collections[name].title?.(data as never) ?? id;
}

/** The collections that are folders. */
export const folderNames = collectionNames.filter((name) => collections[name].file === undefined);

/** The collections that are published as open data. */
export const dataSetNames = collectionNames.filter(
  (name) => collections[name].openData !== undefined,
);

/** The collection of a file by its path below the content folder; undefined where nothing reads it. */
export function collectionOf(file: string): CollectionName | undefined {
  const [folder = '', ...below] = file.split('/');
  return below.length === 0
    ? collectionNames.find((name) => collections[name].file === file)
    : folderNames.find((name) => name === folder);
}
