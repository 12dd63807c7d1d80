/** What an address outside this site may be: a page of the public internet, named so that a reader can see where it leads. */
import { parse } from 'tldts';
import { z } from 'zod';
import { mark } from './fields.ts';

/** What an address may be beside https without a user, a port and hidden characters. */
interface AddressOptions {
  /** Set where a page may only exist under http, as old ones do. */
  http?: boolean;
}

const shape = /^(https?):\/\/([^/?#]*)/i;
// Browsers drop some of these and turn others around: what is read is not where it leads.
const hiding = /[\p{C}\p{Z}\\]|%(?:[01][\da-f]|7f)/iu;

/**
 * Why an address is none that a reader can be sent to: "must not name a port"; undefined where it is
 * one. What the URL parser mends without a word (line breaks, backslashes, other alphabets' letters)
 * is refused, since nobody who reads the file sees it mended.
 */
export function addressFault(
  address: string,
  { http = false }: AddressOptions = {},
): string | undefined {
  const kind = http ? 'an http or https address' : 'an https address';
  if (hiding.test(address))
    return 'must not hold spaces, line breaks, backslashes or characters that cannot be seen';
  const [, scheme, authority] = shape.exec(address) ?? [];
  if (scheme === undefined || authority === undefined) return `must be ${kind}`;
  if (!http && scheme.toLowerCase() === 'http') return `must be ${kind}`;
  if (authority.includes('@')) return 'must not name a user: the host is what stands behind the @';
  if (/:\d*$/.test(authority)) return 'must not name a port';
  return hostFault(authority.toLowerCase());
}

/** Why a host, in small letters, is none of the public internet: "must …"; undefined where it is one. */
export function hostFault(host: string): string | undefined {
  const labels = host.split('.');
  // oxlint-disable-next-line no-control-regex -- every character beyond ASCII is meant
  if (/[^\u0000-\u007F]/u.test(host) || labels.some((label) => label.startsWith('xn--')))
    return 'must write its host in plain letters: other alphabets hold look-alikes';
  if (/^(?:0x[\da-f]*|\d+)$|\]$/.test(labels.at(-1) ?? ''))
    return 'must name its host, not the number of one';
  if (host.length > 253 || !labels.every((label) => isLabel.test(label)))
    return 'must hold a host name';
  if (labels.length === 1) return 'must lead to a host of the public internet';
  const { isIcann, publicSuffix } = parse(host);
  const suffix = publicSuffix ?? '';
  // `example` is set aside for documentation (RFC 2606): examples and tests live there. Onion and
  // arpa are in the list of suffixes, and no reader's browser finds a page there.
  if (!(isIcann === true || suffix === 'example') || /(?:^|\.)(?:onion|arpa)$/.test(suffix))
    return 'must lead to a host of the public internet';
  // Some suffixes are pages too, such as nhs.uk.
  return host === suffix && !isInstitution(host) ? sharedSuffix : undefined;
}

const isLabel = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;
const sharedSuffix = 'must be somebody’s own host: everybody can have a name below this one';

/** Whether everybody can have a name below a host, such as co.uk or github.io: nobody's own host. */
export function isSharedSuffix(host: string): boolean {
  return parse(host, { allowPrivateDomains: true }).domain === null;
}

/** Whether only an authority or a school can have a host: www.nih.gov, www.nhs.uk, www.ox.ac.uk. */
export function isInstitution(host: string): boolean {
  return /^(?:gov|govt|go|gob|gouv|edu|mil|int|ac|nhs)(?:\.[a-z]{2})?$/.test(
    parse(host).publicSuffix ?? '',
  );
}

/** Whether a host is one of these hosts or lies below one of them. */
export function isOnHost(host: string, owners: readonly string[]): boolean {
  return owners.some((owner) => host === owner || host.endsWith(`.${owner}`));
}

const addressSchema = (options: AddressOptions) =>
  mark(
    z
      .string()
      .max(2000, 'must be at most 2000 characters')
      .refine((address) => addressFault(address, options) === undefined, {
        error: ({ input }) => addressFault(String(input), options) ?? '',
      })
      .meta({ format: 'uri' }),
    { kind: 'address' },
  );

/** The https address of a page outside this site. */
export const httpsSchema = addressSchema({});

/** The address of a work: some old ones exist under http alone. */
export const workAddressSchema = addressSchema({ http: true });

/** A host that belongs to somebody. */
export const hostSchema = mark(
  z
    .string()
    .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, { error: 'must be a host name', abort: true })
    .refine((host) => hostFault(host) === undefined, {
      error: ({ input }) => hostFault(String(input)) ?? '',
      abort: true,
    })
    .refine((host) => !isSharedSuffix(host), sharedSuffix),
  { kind: 'address' },
);

/**
 * A DOI without its resolver, as the DOI Handbook (2.2) shapes it: a prefix of 10 and numbers, and a
 * suffix of printed characters. Brackets, semicolons and # are common in old ones.
 */
export const doiSchema = mark(
  z
    .string()
    .max(200, 'must be at most 200 characters')
    .regex(/^10\.\d{4,9}(?:\.\d+)*\/\S+$/, {
      error: 'must be a DOI such as 10.1000/xyz, without https://doi.org/',
      abort: true,
    })
    .regex(/^[!-~]+$/, {
      error: 'must hold plain letters, digits and signs: a dash that was typed as – is a hyphen',
      abort: true,
    })
    .refine((doi) => !/[\\"?%]|:\/\/|\/\.{1,2}(?:\/|$)/.test(doi), {
      error: 'must be the DOI as it is printed, not an address',
      abort: true,
    })
    .refine((doi) => !/[.,;:/]$/.test(doi) && !hasOpenBracket(doi), {
      error: 'must not end with the punctuation of the sentence around it',
    }),
  { kind: 'code' },
);

function hasOpenBracket(text: string): boolean {
  return (
    /[)\]}>]$/.test(text) &&
    ['()', '[]', '{}', '<>'].some(
      ([open = '', close = '']) => text.split(open).length < text.split(close).length,
    )
  );
}

/** A number of PubMed, without zeros in front. */
export const pubmedSchema = mark(
  z
    .string()
    .regex(/^\d+$/, { error: 'must be digits', abort: true })
    .regex(/^[1-9]\d{0,7}$/, 'must be a number of at most 8 digits, without a 0 in front'),
  { kind: 'code' },
);
