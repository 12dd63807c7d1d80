/** `content/merchants/<id>.yaml`: a shop that product links lead to. */
import { z } from 'zod';
import { addressFault, hostSchema, isOnHost } from './address.ts';
import { makersName, mark, theirs } from './fields.ts';

const parameterSchema = mark(
  z.string().regex(/^[A-Za-z_][\w.-]{0,31}$/, 'must be the name of a query parameter'),
  { kind: 'code' },
);

// Single characters and classes, each at most some dozen times: no pattern of these can take long.
const patternPart = String.raw`(?:[\w-]|\\[dw.]|\[(?:[\w.-]|\\[dw])+\])(?:\{\d{1,2}(?:,\d{1,2})?\}|\?)?`;
const quickPattern = new RegExp(`^(?:${patternPart})+$`);

/** Why a text is no pattern of a tag; undefined where it is one. */
function patternFault(source: string): string | undefined {
  if (source.length > 80 || !quickPattern.test(source) || source.split(/[{?]/).length > 5)
    return 'must be letters, digits, hyphens and classes such as [a-z0-9]{1,40}, at most four of them repeated';
  try {
    const pattern = new RegExp(`^(?:${source})$`);
    if (pattern.test('')) return 'must not fit an empty tag';
    return keys.some((key) => pattern.test(key))
      ? 'must be so narrow that no password or key fits it'
      : undefined;
  } catch {
    return 'must be a regular expression';
  }
}

// As long and as mixed as those of clouds, forges and shops are; made up.
const keys = [
  '0123456789abcdef',
  '0123456789abcdefghijklmnopqrstuv',
  'ABCDEFGHIJKLMNOPQRST',
  'aB3dE6gH9jK2mN5pQ8rS',
  '0123456789abcdef0123456789abcdef01234567',
  'abc_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '01234567-89ab-cdef-0123-456789abcdef',
  'sk-0123456789abcdefghijklm',
  'aB3dE6gH.iJ9kL2mN.oP5qR8sT',
];

/** What a tag looks like where the merchant's file does not say: short, since secrets are long. */
const anyTag = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){1,15}$/;

/** What a tag of a merchant looks like, the whole of it. */
export function tagShape({ tagPattern }: Pick<Merchant, 'tagPattern'>): RegExp {
  return tagPattern === undefined ? anyTag : new RegExp(`^(?:${tagPattern})$`);
}

/** A merchant. `programme` decides how its links are labelled, whether or not a tag is set. */
export const merchantSchema = z
  .strictObject({
    name: makersName().describe('Name as readers know it.'),
    country: mark(z.string().regex(/^[A-Z]{2}$/, 'must be a two-letter country code'), {
      kind: 'code',
    }).describe('Country of the shop, ISO 3166-1.'),
    hosts: z
      .array(hostSchema)
      .min(1, { error: 'must name at least one host', abort: true })
      .describe('Hosts that an offer of this merchant may lead to, and all below them.'),
    otherHosts: z
      .array(hostSchema)
      .default([])
      .describe('Its other shops and short addresses: nothing at all may lead there.'),
    programme: z
      .boolean()
      .describe(
        'Whether this site takes part in its affiliate programme, or may: all its links are ads then.',
      ),
    searchUrl: mark(
      z
        .string()
        .refine((url) => url.split('{query}').length === 2, {
          error: 'must hold {query}, once',
          abort: true,
        })
        .refine((url) => searchFault(url) === undefined, {
          error: ({ input }) => searchFault(String(input)) ?? '',
          abort: true,
        }),
      { kind: 'address' },
    )
      .optional()
      .describe('Address of its search, with {query}.'),
    productParameters: z
      .array(parameterSchema)
      .default([])
      .describe(
        'Query parameters that choose a product, such as variant: all that an offer holds.',
      ),
    tagParameter: parameterSchema
      .optional()
      .describe("Query parameter that carries the site's tag."),
    tagVariable: mark(
      z
        .string()
        .regex(
          /^[A-Z][A-Z0-9_]*_TAG$/,
          'must be the name of an environment variable made for it: it ends in _TAG',
        ),
      { kind: 'code' },
    )
      .optional()
      .describe("Environment variable that holds the site's tag, such as SHOP_TAG."),
    subTagParameter: parameterSchema
      .optional()
      .describe(
        'Query parameter that tells the shop which page was read; sent only where the owner sets the variable of the tag with _SUBTAG for _TAG to "on".',
      ),
    tagPattern: mark(
      z.string().refine((source) => patternFault(source) === undefined, {
        error: ({ input }) => patternFault(String(input)) ?? '',
      }),
      { kind: 'code' },
    )
      .optional()
      .describe(
        'What a tag looks like, as a regular expression; without it, at most 16 letters and digits.',
      ),
    statement: theirs()
      .optional()
      .describe('Sentence that the programme requires, word for word; shown when a tag is set.'),
  })
  .refine((merchant) => merchant.programme || merchant.tagVariable === undefined, {
    message: 'must stand with "programme: true" alone: a link with a tag is an ad',
    path: ['tagVariable'],
  })
  .refine(
    (merchant) => (merchant.tagParameter === undefined) === (merchant.tagVariable === undefined),
    {
      message: 'tagParameter and tagVariable go together',
      path: ['tagParameter'],
    },
  )
  .refine(
    (merchant) => merchant.subTagParameter === undefined || merchant.tagParameter !== undefined,
    { message: 'is of no use without tagParameter', path: ['subTagParameter'] },
  )
  .refine(
    ({ subTagParameter, tagParameter, productParameters }) =>
      subTagParameter === undefined ||
      ![tagParameter, ...productParameters].includes(subTagParameter),
    { message: 'must be a parameter of its own', path: ['subTagParameter'] },
  )
  .refine((merchant) => merchant.tagPattern === undefined || merchant.tagVariable !== undefined, {
    message: 'is of no use without tagVariable',
    path: ['tagPattern'],
  })
  .refine(
    ({ searchUrl, hosts }) =>
      searchUrl === undefined || isOnHost(URL.parse(searchUrl)?.hostname ?? '', hosts),
    { message: 'must lie on one of the merchant’s hosts', path: ['searchUrl'] },
  )
  .refine(
    ({ searchUrl, tagParameter }) =>
      searchUrl === undefined ||
      tagParameter === undefined ||
      URL.parse(searchUrl)?.searchParams.has(tagParameter) !== true,
    { message: 'must not be a parameter of searchUrl', path: ['tagParameter'] },
  )
  .refine(
    ({ productParameters, tagParameter }) =>
      tagParameter === undefined || !productParameters.includes(tagParameter),
    { message: 'must not hold the tagParameter', path: ['productParameters'] },
  );

// The words come from a product's file: they must not be able to become part of the host.
function searchFault(url: string): string | undefined {
  if (/^https:\/\/[^/?#]*\{/.test(url) || url.includes('#'))
    return 'must hold {query} behind its host, and no #';
  return addressFault(url.replace('{query}', 'x'));
}

export type Merchant = z.infer<typeof merchantSchema>;
