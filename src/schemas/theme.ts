/** `content/themes/<id>.yaml`: what brings runners here, in their own words. */
import { z } from 'zod';
import { aliasesSchema } from './article.ts';
import { evidence, prose, ref, topicSchema, words } from './fields.ts';

/** A theme. Articles and questions name the one that they stand under. */
export const themeSchema = z.strictObject({
  name: words().describe('What a runner would call it, in a few words.'),
  sentence: prose()
    .max(200, 'must be at most 200 characters')
    .describe('What its page answers, in one sentence; at most 200 characters.'),
  situation: z
    .strictObject({
      says: words().describe('What a runner would say: "I cramp".'),
      answer: prose()
        .max(200, 'must be at most 200 characters')
        .describe('The short answer, in a sentence or two; at most 200 characters.'),
      sources: z
        .array(evidence())
        .min(1, 'must name at least one source')
        .describe('Claim or source ids that carry it.'),
    })
    .optional()
    .describe('The situation that it answers on the home page.'),
  order: z
    .number()
    .int()
    .min(1, 'must be at least 1')
    .describe('Its place among the themes, from 1.'),
  nutrients: z
    .array(ref('nutrients'))
    .default([])
    .describe('Nutrients that belong to it, the most important first.'),
  topics: z
    .array(topicSchema)
    .default([])
    .describe('Topics of articles that lead to its page, beside the nutrients.'),
  aliases: aliasesSchema.default([]),
});

export type Theme = z.infer<typeof themeSchema>;
