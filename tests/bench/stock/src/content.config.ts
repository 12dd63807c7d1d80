/** The same content as Astro's guides would load it. */
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

const base = process.env['CONTENT_DIR'];

export const collections = {
  articles: defineCollection({
    loader: glob({ base: `${base}/articles`, pattern: '*.mdx' }),
    schema: z.looseObject({ title: z.string(), takeaways: z.array(z.string()) }),
  }),
  figures: defineCollection({
    loader: glob({ base: `${base}/figures`, pattern: '*.yaml' }),
    schema: z.looseObject({ title: z.string() }),
  }),
  products: defineCollection({
    loader: glob({ base: `${base}/products`, pattern: '*.yaml' }),
    schema: z.looseObject({ name: z.string() }),
  }),
};
