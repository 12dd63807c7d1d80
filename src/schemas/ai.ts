/** What part AI had in a text: shared by everything that readers take for somebody's words. */
import { z } from 'zod';

/** `aiUse` of an entry. */
export const aiUseSchema = z
  .enum(['none', 'assisted', 'generated'])
  .describe('What part AI had in the text; anything but none is said on the page.');
export type AiUse = z.infer<typeof aiUseSchema>;

/** `aiUse` where an entry may leave it to `content/site.yaml`. */
export const ownAiUseSchema = aiUseSchema
  .optional()
  .describe('What part AI had in the text; absent: what content/site.yaml says.');
