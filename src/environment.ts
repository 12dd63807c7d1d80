/** The environment, read in this one place: where content lies, the site's address, the day. */
import path from 'node:path';
import { UserError } from './problem.ts';
import { daySchema } from './schemas/parts.ts';

/** Absolute path of the content folder: `CONTENT_DIR`, or `content/` of the working directory. */
export function contentDirectory(): string {
  return path.resolve(process.env['CONTENT_DIR'] || 'content');
}

/**
 * Address of the site without a slash at its end: `SITE_URL`.
 * @throws {UserError} when `SITE_URL` is no address.
 */
export function siteUrl(): string {
  const given = process.env['SITE_URL'];
  if (given === undefined || given === '') return 'https://micromile.example';
  if (!/^https?:$/.test(URL.parse(given)?.protocol ?? '')) {
    throw new UserError(
      `SITE_URL is "${given}": write the whole address, such as https://example.org.`,
    );
  }
  return given.replace(/\/+$/, '');
}

/**
 * The day that everything is computed for, `YYYY-MM-DD`: `TODAY`, or the current day in UTC.
 * @throws {UserError} when `TODAY` is no day of the calendar.
 */
export function today(): string {
  const given = process.env['TODAY'];
  if (given === undefined || given === '') return new Date().toISOString().slice(0, 10);
  if (!daySchema.safeParse(given).success) {
    throw new UserError(`TODAY is "${given}": write a day of the calendar as YYYY-MM-DD.`);
  }
  return given;
}

/** Value of an environment variable that a merchant's file names; undefined when empty. */
export function merchantTag(variable: string | undefined): string | undefined {
  const value = variable === undefined ? undefined : process.env[variable];
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
