/** `content/series/<id>.yaml`: articles that are read one after the other. */
import { z } from 'zod';
import { ref, words } from './fields.ts';

/** A series. Its order stands here and nowhere else. */
export const seriesSchema = z.strictObject({
  name: words().describe('What it is called, in a few words.'),
  articles: z
    .array(ref('articles'))
    .min(2, 'must name at least two articles')
    .describe('Its articles in their order; one that is not out is left out, and not counted.'),
});

export type Series = z.infer<typeof seriesSchema>;
