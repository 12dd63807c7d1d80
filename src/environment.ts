/** The environment, read in this one place: where content lies, the site's address, the day, the tags. */
import path from 'node:path';
import { UserError } from './problem.ts';
import { tagShape, type Merchant } from './schemas/merchant.ts';
import { day } from './schemas/fields.ts';

/** Absolute path of the content folder: `CONTENT_DIR`, or `content/` of the working directory. */
export function contentDirectory(): string {
  return path.resolve(process.env['CONTENT_DIR'] || 'content');
}

/**
 * Address of the site without a slash at its end: `SITE_URL`, with the path under which it stands there.
 * @throws {UserError} when `SITE_URL` is no address, or says more than scheme, host and path
 */
export function siteUrl(): string {
  const given = process.env['SITE_URL'];
  if (given === undefined || given === '') return 'https://micromile.example';
  const url = /^https?:\/\/[^\s\\/]/i.test(given) ? URL.parse(given) : null;
  if (url === null) {
    throw new UserError(
      `SITE_URL is "${given}": write the whole address, such as https://example.org.`,
    );
  }
  const base = url.pathname.replace(/\/+$/, '');
  const whole = url.origin + base;
  // What is too much may be a password.
  if (/[?#@]/.test(given))
    throw new UserError(`SITE_URL holds more than scheme, host and path: write ${whole} alone.`);
  if (!/^(?:\/[a-z\d](?:[a-z\d._-]*[a-z\d])?)*$/.test(base))
    throw new UserError(
      `SITE_URL has the path ${base}: use small letters, digits, hyphens, dots and low lines, such as ${url.origin}/blog.`,
    );
  return whole;
}

/**
 * The day that everything is computed for, `YYYY-MM-DD`: `TODAY`, or the current day in UTC.
 * @throws {UserError} when `TODAY` is no day of the calendar.
 */
export function today(): string {
  const given = process.env['TODAY'];
  if (given === undefined || given === '') return new Date().toISOString().slice(0, 10);
  if (!day().safeParse(given).success) {
    throw new UserError(`TODAY is "${given}": write a day of the calendar as YYYY-MM-DD.`);
  }
  return given;
}

/**
 * Takes a day of the calendar, `YYYY-MM-DD`, for today from now on.
 * @returns takes again what was today before
 */
export function takeDay(taken: string): () => void {
  const before = process.env['TODAY'];
  process.env['TODAY'] = taken;
  return () => {
    process.env['TODAY'] = before ?? '';
  };
}

/**
 * Makes the environment one of a build until the process ends: of its first day, also over midnight,
 * and for readers, who see no drafts whatever `NODE_ENV` says.
 */
export function prepareForBuild(): void {
  process.env['TODAY'] = today();
  process.env['NODE_ENV'] = 'production';
}

/**
 * The site's tag at a merchant: the variable that its file names; undefined when empty.
 * @throws {UserError} when the value looks like no tag; without the value, which may be a secret
 */
export function merchantTag(
  merchant: Pick<Merchant, 'name' | 'tagVariable' | 'tagPattern'>,
): string | undefined {
  const { name, tagVariable, tagPattern } = merchant;
  const value = tagVariable === undefined ? undefined : process.env[tagVariable]?.trim();
  if (value === undefined || value === '') return undefined;
  if (tagShape(merchant).test(value)) return value;
  const shape =
    tagPattern === undefined
      ? 'at most 16 letters and digits, or a tagPattern in the file of the merchant'
      : `the tagPattern ${tagPattern}`;
  throw new UserError(
    `${tagVariable} does not look like a tag of ${name} (${shape}): set it to the tag, or to nothing.`,
  );
}

/**
 * The parameter that tells a merchant which page was read, where the owner allows it: with a tag, and
 * "on" in the variable of the tag with _SUBTAG for _TAG. Undefined, which is usual, tells nothing.
 * @throws {UserError} when the variable holds something else
 */
export function merchantSubTag(
  merchant: Pick<Merchant, 'name' | 'tagVariable' | 'tagPattern' | 'subTagParameter'>,
): string | undefined {
  const { name, tagVariable, subTagParameter } = merchant;
  const variable = tagVariable?.replace(/_TAG$/, '_SUBTAG');
  const value = variable === undefined ? undefined : process.env[variable]?.trim();
  if (value === undefined || value === '') return undefined;
  if (value !== 'on')
    throw new UserError(
      `${variable} is neither "on" nor empty: with "on", ${name} is told which page was read.`,
    );
  if (subTagParameter === undefined)
    throw new UserError(`${variable} is on, and the file of ${name} names no subTagParameter.`);
  return merchantTag(merchant) === undefined ? undefined : subTagParameter;
}

/** Whether `SITE_URL` is an address that readers reach: no example (RFC 2606), none of this machine. */
export function isPublicSite(): boolean {
  const { hostname } = new URL(siteUrl());
  const isExample = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/.test(hostname);
  return !isExample && !/(?:^|\.)localhost$|^127\.|^\[::1\]$|^0\.0\.0\.0$/.test(hostname);
}
