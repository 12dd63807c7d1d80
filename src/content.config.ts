/** The content collections: a loader and a schema each. */
import { defineCollection } from 'astro:content';
import { corpusLoader } from '#corpus/loader.ts';
import { articleIndexSchema } from '#schemas/article.ts';
import { claimSchema } from '#schemas/claim.ts';
import { foodsFileSchema } from '#schemas/food.ts';
import { interactionSchema } from '#schemas/interaction.ts';
import { merchantSchema } from '#schemas/merchant.ts';
import { nutrientSchema } from '#schemas/nutrient.ts';
import { pageSchema } from '#schemas/page.ts';
import { personSchema } from '#schemas/person.ts';
import { presetSchema } from '#schemas/preset.ts';
import { productSchema } from '#schemas/product.ts';
import { sheetSchema } from '#schemas/sheet.ts';
import { siteSchema } from '#schemas/site.ts';
import { sourceSchema } from '#schemas/source.ts';
import { termSchema } from '#schemas/term.ts';
import { themeSchema } from '#schemas/theme.ts';

export const collections = {
  articles: defineCollection({ loader: corpusLoader('articles'), schema: articleIndexSchema }),
  pages: defineCollection({ loader: corpusLoader('pages'), schema: pageSchema }),
  nutrients: defineCollection({ loader: corpusLoader('nutrients'), schema: nutrientSchema }),
  products: defineCollection({ loader: corpusLoader('products'), schema: productSchema }),
  merchants: defineCollection({ loader: corpusLoader('merchants'), schema: merchantSchema }),
  people: defineCollection({ loader: corpusLoader('people'), schema: personSchema }),
  claims: defineCollection({ loader: corpusLoader('claims'), schema: claimSchema }),
  sources: defineCollection({ loader: corpusLoader('sources'), schema: sourceSchema }),
  foods: defineCollection({ loader: corpusLoader('foods'), schema: foodsFileSchema }),
  interactions: defineCollection({
    loader: corpusLoader('interactions'),
    schema: interactionSchema,
  }),
  presets: defineCollection({ loader: corpusLoader('presets'), schema: presetSchema }),
  themes: defineCollection({ loader: corpusLoader('themes'), schema: themeSchema }),
  glossary: defineCollection({ loader: corpusLoader('glossary'), schema: termSchema }),
  sheets: defineCollection({ loader: corpusLoader('sheets'), schema: sheetSchema }),
  site: defineCollection({ loader: corpusLoader('site'), schema: siteSchema }),
};
