/** `content/gone.yaml`: addresses that were published and lead nowhere any more, and why. */
import { z } from 'zod';
import { day, ownAddress, prose } from './fields.ts';

/** What was taken away on purpose. */
export const goneSchema = z.strictObject({
  addresses: z
    .array(
      z.strictObject({
        address: ownAddress().describe(
          'The address: of a page with all that belongs to it, of a file, or of a question.',
        ),
        on: day().describe('The day on which it was taken away.'),
        reason: prose()
          .max(300, 'must be at most 300 characters')
          .describe('Why, for the readers who come for it; at most 300 characters.'),
      }),
    )
    .default([])
    .describe('Each address once.'),
});

export type Gone = z.infer<typeof goneSchema>;
