/** `content/sources/<topic>.json`: the bibliography as CSL-JSON, with what was read of each work. */
import { z } from 'zod';
import { doiSchema, pubmedSchema, workAddressSchema } from './address.ts';
import { cslTypes, fromCsl, textFault, titleFault } from './csl.ts';
import { day, id, prose, theirs } from './fields.ts';

const plainTextSchema = theirs().refine((text) => textFault(text) === undefined, {
  error: ({ input }) => textFault(String(input)),
});

const ownTextSchema = prose().refine((text) => textFault(text) === undefined, {
  error: ({ input }) => textFault(String(input)),
});

const titleSchema = theirs()
  .refine((title) => !title.includes('\n'), 'must stand on one line')
  .refine((title) => titleFault(title) === undefined, {
    error: ({ input }) => titleFault(String(input)),
  });

const nameSchema = z.union([
  z.strictObject({
    family: plainTextSchema.describe('Family name.'),
    given: plainTextSchema.optional().describe('Given names or initials.'),
    'non-dropping-particle': plainTextSchema
      .optional()
      .describe('What stands before the family name wherever it is printed: "van den".'),
    'dropping-particle': plainTextSchema
      .optional()
      .describe('What goes with the given names: "de" of Alphonse de Lamartine.'),
    suffix: plainTextSchema.optional().describe('What stands behind the name: "Jr".'),
  }),
  z.strictObject({
    literal: plainTextSchema.describe('An organisation, or names as they were seen.'),
  }),
]);

const dateSchema = z.strictObject({
  'date-parts': z
    .array(
      z
        .array(z.number().int())
        .min(1)
        .max(3)
        .refine(
          isPartOfCalendar,
          'must be a year from 1600 on, and a month and day of its calendar',
        ),
    )
    .min(1)
    .max(2)
    .describe('Year, month and day as far as known.'),
});

function isPartOfCalendar([year = 0, month = 1, date = 1]: number[]): boolean {
  const time = new Date(Date.UTC(year, month - 1, date));
  return (
    year >= 1600 && year <= 9999 && time.getUTCMonth() === month - 1 && time.getUTCDate() === date
  );
}

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

/** What a look for notices can find: corrections and retractions of a published work. */
const noticeSchema = z
  .strictObject({
    on: day().describe('The day of the look.'),
    where: prose()
      .max(200, 'must be at most 200 characters')
      .describe('What was looked at: its record, its page, lists of notices.'),
    found: z
      .enum(['nothing', 'correction', 'expression-of-concern', 'retraction'])
      .describe('The notice that was found; nothing proves nothing.'),
  })
  .describe('When it was last looked up again for corrections and retractions.');

const ownSourceSchema = z.strictObject({
  id: id().describe('The id that prose and claims cite.'),
  type: z.enum(cslTypes).describe('CSL type.'),
  title: titleSchema.describe('Title of the work, with the tags of CSL where it has them.'),
  author: z.array(nameSchema).min(1).optional().describe('Authors; absent where none was seen.'),
  'container-title': plainTextSchema.optional().describe('Journal, book or site.'),
  publisher: plainTextSchema.optional().describe('Publisher or organisation.'),
  issued: dateSchema.optional().describe('When it was published; absent where not known.'),
  volume: plainTextSchema.optional().describe('Volume.'),
  issue: plainTextSchema.optional().describe('Issue.'),
  page: plainTextSchema.optional().describe('Pages or article number.'),
  DOI: doiSchema.optional().describe('DOI, without a resolver.'),
  PMID: pubmedSchema.optional().describe('PubMed id.'),
  URL: workAddressSchema.optional().describe('Where it was read or can be found.'),
  note: ownTextSchema.optional().describe('What to know about this source.'),
  custom: z
    .strictObject({
      design: designSchema.describe('Study design or kind of document.'),
      seen: z
        .enum(['full-text', 'passage', 'abstract', 'secondary', 'citation-only'])
        .describe(
          'What was read of it for this site; passage: the part that holds the figure, at the record or its publisher, with its place in `note`.',
        ),
      readAt: workAddressSchema
        .optional()
        .describe('Where it was read, if not at its own record; then it was seen second hand.'),
      runners: z.enum(['yes', 'no', 'unknown']).describe('Whether it studied runners.'),
      retracted: z.literal(true).optional().describe('Set where the work was retracted.'),
      checked: noticeSchema.optional(),
      unverified: z.array(prose()).optional().describe('Fields that could not be confirmed.'),
    })
    .refine(({ readAt, seen }) => readAt === undefined || seen === 'secondary', {
      error: 'must be secondary where readAt says that it was read somewhere else',
      path: ['seen'],
    })
    .refine(
      ({ checked, retracted = false }) =>
        checked === undefined || retracted === (checked.found === 'retraction'),
      {
        error: 'must say retraction where the work is retracted, and only there',
        path: ['checked', 'found'],
      },
    )
    .describe('Fields of this project.'),
});

/**
 * One work of the bibliography in CSL-JSON; `custom` holds what CSL has no field for. Variables of
 * CSL that no page shows may stand in the file, as Zotero exports them, and are no part of the data.
 */
export const sourceSchema = z.preprocess(fromCsl, ownSourceSchema);

export type Source = z.infer<typeof sourceSchema>;
