/** `content/glossary/<id>.yaml`: a term and what it means. */
import { z } from 'zod';
import { anchorAliasesSchema } from './article.ts';
import { ownAiUseSchema } from './ai.ts';
import { changesSchema } from './change.ts';
import { evidenceIdSchema, nameSchema, textSchema } from './parts.ts';

/** A glossary entry. */
export const termSchema = z.strictObject({
  name: nameSchema.describe('The term as shown.'),
  definition: textSchema
    .max(400, 'must be at most 400 characters')
    .describe('One or two plain sentences.'),
  aliases: anchorAliasesSchema.default([]),
  also: z.array(nameSchema).default([]).describe('Other names.'),
  sources: z
    .array(evidenceIdSchema)
    .default([])
    .describe('Source or claim ids, where the definition rests on one.'),
  aiUse: ownAiUseSchema,
  changes: changesSchema.default([]),
});

export type Term = z.infer<typeof termSchema>;
