/** `content/glossary/<id>.yaml`: a term and what it means. */
import { z } from 'zod';
import { anchorAliasesSchema } from './article.ts';
import { ownAiUseSchema } from './ai.ts';
import { changesSchema } from './change.ts';
import { evidence, prose, words } from './fields.ts';

/** A glossary entry. */
export const termSchema = z.strictObject({
  name: words().describe('The term as shown.'),
  definition: prose()
    .max(400, 'must be at most 400 characters')
    .describe('One or two plain sentences.'),
  aliases: anchorAliasesSchema.default([]),
  also: z.array(words()).default([]).describe('Other names.'),
  sources: z
    .array(evidence())
    .default([])
    .describe('Source or claim ids, where the definition rests on one.'),
  aiUse: ownAiUseSchema,
  changes: changesSchema.default([]),
});

export type Term = z.infer<typeof termSchema>;
