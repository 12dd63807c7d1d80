/** `changes` of an entry: what readers should know that they may have read otherwise. */
import { z } from 'zod';
import { day, prose } from './fields.ts';

const changeSchema = z.strictObject({
  on: day().describe('The day of the change.'),
  kind: z.enum(['correction', 'update', 'review']).describe('What kind of change it was.'),
  what: prose().describe('What changed, in a sentence for readers.'),
});

/** `changes`, shared by whatever readers may have read before. */
export const changesSchema = z
  .array(changeSchema)
  .describe('Changes that readers should know of; shown on its page and in the corrections log.');

export type Change = z.infer<typeof changeSchema>;
