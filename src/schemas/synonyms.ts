/** `content/synonyms.yaml`: what readers type, and what it is called here. */
import { z } from 'zod';
import { unshown } from './fields.ts';

const phrases = (): z.ZodArray<z.ZodString> => z.array(unshown());

/** Words for each other, for the search alone. */
export const synonymsSchema = z.strictObject({
  equal: z
    .array(phrases().min(2, 'must name at least two'))
    .default([])
    .describe('Groups of words or phrases that mean the same.'),
  also: z
    .array(
      z.strictObject({
        of: phrases().min(1, 'must name at least one').describe('What a reader types.'),
        look: phrases()
          .min(1, 'must name at least one')
          .describe('What to look for beside it; it counts less.'),
      }),
    )
    .default([])
    .describe('Words that lead to others, and not the other way.'),
});

export type Synonyms = z.infer<typeof synonymsSchema>;
