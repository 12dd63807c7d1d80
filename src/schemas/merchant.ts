/** `content/merchants/<id>.yaml`: a shop that product links lead to. */
import { z } from 'zod';
import { textSchema } from './parts.ts';

/** A merchant. `programme` decides how its links are labelled, whether or not a tag is set. */
export const merchantSchema = z
  .strictObject({
    name: textSchema.describe('Name as readers know it.'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be a two-letter country code')
      .describe('Country of the shop, ISO 3166-1.'),
    hosts: z
      .array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a host name'))
      .min(1, 'must name at least one host')
      .describe('Hosts that a link to this merchant may have.'),
    programme: z.boolean().describe('Whether it has an affiliate programme that pays this site.'),
    searchUrl: z
      .url({ protocol: /^https$/ })
      .refine((url) => url.includes('{query}'), 'must hold {query}')
      .optional()
      .describe('Address of its search, with {query}.'),
    tagParameter: textSchema.optional().describe("Query parameter that carries the site's tag."),
    tagVariable: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable')
      .optional()
      .describe("Environment variable that holds the site's tag."),
    statement: textSchema
      .optional()
      .describe('Sentence that the programme requires, word for word; shown when a tag is set.'),
  })
  .refine(
    (merchant) => (merchant.tagParameter === undefined) === (merchant.tagVariable === undefined),
    {
      message: 'tagParameter and tagVariable go together',
      path: ['tagParameter'],
    },
  );

export type Merchant = z.infer<typeof merchantSchema>;
