/**
 * `content/addresses.txt`: every address that was ever published, a line each, as a path of the site.
 * What stands there once stays there: `npm run addresses` only adds.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathOf, routes } from '../routes.ts';

/** Name of the file, beside the folders. */
export const ledgerFile = 'addresses.txt';

/** Words at its top. */
const head = [
  '# Every address that was published, once: a build that would lose one stops.',
  '# npm run addresses adds what is new, when it is out. No line is ever taken away.',
];

/** The lines of the file, in its order, the comments among them; none where there is no file. */
export async function readLedger(directory: string): Promise<string[]> {
  try {
    return ledgerLines(await readFile(path.join(directory, ledgerFile), 'utf8'));
  } catch {
    return [];
  }
}

/** What messages call the file of a content folder. */
export function ledgerName(directory: string): string {
  return `${path.basename(directory)}/${ledgerFile}`;
}

/** The lines of a text. */
export function ledgerLines(text: string): string[] {
  return text.split(/\r?\n/);
}

/** An address with the line on which it stands, from 1. */
export interface LedgerLine {
  address: string;
  line: number;
}

/** Whatever in the lines is no comment. */
export function addressesIn(lines: readonly string[]): LedgerLine[] {
  return lines
    .map((line, index) => ({ address: line.trimEnd(), line: index + 1 }))
    .filter(({ address }) => address !== '' && !address.startsWith('#'));
}

/** Ids of the questions whose address on the page of all questions stands in the lines. */
export function answersIn(lines: readonly string[]): string[] {
  const start = pathOf(routes.answer(''));
  return addressesIn(lines).flatMap(({ address }) =>
    address.startsWith(start) ? [address.slice(start.length)] : [],
  );
}

/** The text of the file: each address once, sorted, so that two branches seldom meet in a line. */
export function ledgerText(addresses: Iterable<string>): string {
  return [...head, ...[...new Set(addresses)].sort()].join('\n').concat('\n');
}
