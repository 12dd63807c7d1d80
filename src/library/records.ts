/** Everything the site is made of, loaded and ready for views. */
import type { RelatedTo } from '../domain/related.ts';
import type { ArticleIndex } from '../schemas/article.ts';
import type { Claim } from '../schemas/claim.ts';
import type { Food } from '../schemas/food.ts';
import type { Interaction } from '../schemas/interaction.ts';
import type { Merchant } from '../schemas/merchant.ts';
import type { Nutrient } from '../schemas/nutrient.ts';
import type { Page } from '../schemas/page.ts';
import type { Person } from '../schemas/person.ts';
import type { Preset } from '../schemas/preset.ts';
import type { Product } from '../schemas/product.ts';
import type { Sheet } from '../schemas/sheet.ts';
import type { Site } from '../schemas/site.ts';
import type { Source } from '../schemas/source.ts';
import type { Term } from '../schemas/term.ts';
import type { Theme } from '../schemas/theme.ts';

/** An entry with its id. */
export interface DataRecord<Data> {
  id: string;
  data: Data;
}

/** An entry whose compiled prose lies under `key`. */
export interface ProseRecord<Data> extends DataRecord<Data> {
  key: string;
}

export interface Library {
  /** The day that the site is built for, `YYYY-MM-DD`. */
  today: string;
  /** What the site is called, and what only its owner knows. */
  site: Site;
  /** Published articles, newest first; drafts too in dev. */
  articles: ProseRecord<ArticleIndex>[];
  /** Ids of the articles nearest to one. */
  relatedArticles: RelatedTo;
  pages: Map<string, ProseRecord<Page>>;
  nutrients: Map<string, ProseRecord<Nutrient>>;
  products: Map<string, DataRecord<Product>>;
  merchants: Map<string, DataRecord<Merchant>>;
  people: Map<string, DataRecord<Person>>;
  claims: Map<string, DataRecord<Claim>>;
  sources: Map<string, DataRecord<Source>>;
  /** Foods by nutrient, richest first. */
  foods: Map<string, Food[]>;
  interactions: DataRecord<Interaction>[];
  /** By id, in their order. */
  themes: Map<string, DataRecord<Theme>>;
  /** Examples of the stack tool, in their order. */
  presets: DataRecord<Preset>[];
  terms: Map<string, DataRecord<Term>>;
  /** Pages to take to a doctor, by nutrient. */
  sheets: Map<string, DataRecord<Sheet>>;
  /** The site's tag by merchant id, where one is set. */
  tags: Map<string, string>;
}

/**
 * An entry that another one names.
 * @throws {Error} when it does not exist, which the checks rule out before a build
 */
export function need<Value>(map: ReadonlyMap<string, Value>, id: string, noun: string): Value {
  const value = map.get(id);
  if (value === undefined)
    throw new Error(`There is no ${noun} "${id}": npm run check says where it is named.`);
  return value;
}
