/** The frontmatter of `content/pages/<slug>.mdx`: about, how we work, disclosure and the like. */
import { z } from 'zod';
import { ownAiUseSchema } from './ai.ts';
import { aliasesSchema } from './article.ts';
import { changesSchema } from './change.ts';
import { day, prose } from './fields.ts';

/** Frontmatter of a text page. */
export const pageSchema = z.strictObject({
  title: prose()
    .min(5, 'must be at least 5 characters')
    .max(80, 'must be at most 80 characters')
    .describe('The headline.'),
  description: prose()
    .min(50, 'must be at least 50 characters')
    .max(160, 'must be at most 160 characters')
    .describe('What the page answers, for search results; 50-160 characters.'),
  updated: day().describe('Last change of substance.'),
  aiUse: ownAiUseSchema,
  changes: changesSchema.default([]),
  aliases: aliasesSchema.default([]),
});

export type Page = z.infer<typeof pageSchema>;
