/** `content/sources/<topic>.json`: the bibliography as CSL-JSON, with what was read of each work. */
import { z } from 'zod';
import { idSchema, textSchema } from './parts.ts';

const nameSchema = z.union([
  z.strictObject({
    family: textSchema.describe('Family name.'),
    given: textSchema.optional().describe('Given names or initials.'),
  }),
  z.strictObject({ literal: textSchema.describe('An organisation, or names as they were seen.') }),
]);

const dateSchema = z.strictObject({
  'date-parts': z
    .array(z.array(z.number().int()).min(1).max(3))
    .length(1)
    .describe('Year, month and day as far as known.'),
});

/** The design of a study or the kind of a document. */
const designSchema = z.enum([
  'systematic review',
  'meta-analysis',
  'RCT',
  'cohort',
  'cross-sectional',
  'narrative review',
  'study',
  'position stand',
  'guideline',
  'fact sheet',
  'data table',
  'textbook',
  'page',
]);

/** One work of the bibliography in CSL-JSON; `custom` holds what CSL has no field for. */
export const sourceSchema = z.strictObject({
  id: idSchema.describe('The id that prose and claims cite.'),
  type: z
    .enum([
      'article-journal',
      'article-newspaper',
      'book',
      'chapter',
      'dataset',
      'report',
      'webpage',
    ])
    .describe('CSL type.'),
  title: textSchema.describe('Title of the work.'),
  author: z.array(nameSchema).min(1).optional().describe('Authors; absent where none was seen.'),
  'container-title': textSchema.optional().describe('Journal, book or site.'),
  publisher: textSchema.optional().describe('Publisher or organisation.'),
  issued: dateSchema.optional().describe('When it was published; absent where not known.'),
  volume: textSchema.optional().describe('Volume.'),
  issue: textSchema.optional().describe('Issue.'),
  page: textSchema.optional().describe('Pages or article number.'),
  DOI: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI such as 10.1000/xyz, without https://doi.org/')
    .optional()
    .describe('DOI, without a resolver.'),
  PMID: z.string().regex(/^\d+$/, 'must be digits').optional().describe('PubMed id.'),
  URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where it was read or can be found.'),
  note: textSchema.optional().describe('What to know about this source.'),
  custom: z
    .strictObject({
      design: designSchema.describe('Study design or kind of document.'),
      seen: z
        .enum(['full-text', 'abstract', 'secondary', 'citation-only'])
        .describe('What was read of it for this site.'),
      runners: z.enum(['yes', 'no', 'unknown']).describe('Whether it studied runners.'),
      retracted: z.literal(true).optional().describe('Set where the work was retracted.'),
      unverified: z.array(textSchema).optional().describe('Fields that could not be confirmed.'),
    })
    .describe('Fields of this project.'),
});

/** A file of the bibliography. */
export const sourcesFileSchema = z.array(sourceSchema).min(1, 'must hold at least one source');

export type Source = z.infer<typeof sourceSchema>;
