/** `content/themes/<id>.yaml`: what brings runners here, in their own words. */
import { z } from 'zod';
import { nameSchema, referenceSchema, textSchema, topicSchema } from './parts.ts';

/** A theme. Articles and questions name the one that they stand under. */
export const themeSchema = z.strictObject({
  name: nameSchema.describe('What a runner would call it, in a few words.'),
  sentence: textSchema
    .max(200, 'must be at most 200 characters')
    .describe('What its page answers, in one sentence; at most 200 characters.'),
  order: z
    .number()
    .int()
    .min(1, 'must be at least 1')
    .describe('Its place among the themes, from 1.'),
  nutrients: z
    .array(referenceSchema('nutrients'))
    .default([])
    .describe('Nutrients that belong to it, the most important first.'),
  topics: z
    .array(topicSchema)
    .default([])
    .describe('Topics of articles that lead to its page, beside the nutrients.'),
});

export type Theme = z.infer<typeof themeSchema>;
