/** `content/people/<id>.yaml`: a person or an organisation. Nobody is invented. */
import { z } from 'zod';
import { httpsSchema } from './address.ts';
import { aliasesSchema } from './article.ts';
import { day, prose, theirs, words } from './fields.ts';

const nothing = /^(?:none|no|not|nil|n\/?a|unknown|pending|tbd|todo|self[- ]?\w+)\b/iu;

/** An author or reviewer. */
export const personSchema = z
  .strictObject({
    name: theirs().max(200, 'must be at most 200 characters').describe('Name as shown.'),
    kind: z.enum(['person', 'organization']).describe('What it is.'),
    description: prose().describe('Who this is, in a sentence or two.'),
    credentials: words()
      .refine((text) => /\p{L}{2}/u.test(text) && !nothing.test(text), 'must name a credential')
      .optional()
      .describe('Professional credentials of a person, such as RD; absent where there are none.'),
    interests: prose().optional().describe('Conflicts of interest, in a sentence.'),
    url: httpsSchema.optional().describe('Where to check.'),
    agreed: day()
      .optional()
      .describe(
        'The day on which this person agreed to be named here; an organization needs none.',
      ),
    aliases: aliasesSchema.default([]),
  })
  .refine((person) => person.kind === 'person' || person.credentials === undefined, {
    message: 'is for persons: an organization has none',
    path: ['credentials'],
  })
  .refine((person) => person.kind === 'organization' || person.agreed !== undefined, {
    message: 'must say when this person agreed to be named here',
    path: ['agreed'],
  });

export type Person = z.infer<typeof personSchema>;
