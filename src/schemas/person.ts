/** `content/people/<id>.yaml`: a person or an organisation. Nobody is invented. */
import { z } from 'zod';
import { httpsSchema } from './address.ts';
import { textSchema } from './parts.ts';

/** An author or reviewer. */
export const personSchema = z.strictObject({
  name: textSchema.describe('Name as shown.'),
  kind: z.enum(['person', 'organization']).describe('What it is.'),
  description: textSchema.describe('Who this is, in a sentence or two.'),
  credentials: textSchema.optional().describe('Professional credentials of a person.'),
  interests: textSchema.optional().describe('Conflicts of interest, in a sentence.'),
  url: httpsSchema.optional().describe('Where to check.'),
});

export type Person = z.infer<typeof personSchema>;
