/** Old addresses and where they lead now. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pageOf } from '../corpus/collections.ts';
import { corpusValuesOf } from '../corpus/fields.ts';
import type { Corpus } from '../corpus/read.ts';
import { isPublished } from '../domain/dates.ts';
import { addressOf, pathOf } from '../routes.ts';

/**
 * New address by old one, for every old path of an entry.
 * @param today an article that is not on the site yet has none: a redirect to it would lead nowhere
 */
export function redirects(corpus: Corpus, today: string): Record<string, string> {
  return Object.fromEntries(
    corpusValuesOf(corpus, 'path')
      .filter(({ entry }) => isPublished(entry.data, today))
      .flatMap(({ value, entry: { collection, id } }): [string, string][] => {
        const to = pageOf(collection, id);
        return to === undefined ? [] : [[addressOf(value), to]];
      }),
  );
}

/** A page at each old address that sends readers on: what a host without redirects of its own can do. */
export function writeRedirects(
  site: string,
  address: string | undefined,
  targets: Readonly<Record<string, string>>,
): void {
  for (const [from, to] of Object.entries(targets)) {
    const folder = path.join(site, pathOf(from));
    mkdirSync(folder, { recursive: true });
    const canonical = address === undefined ? to : new URL(to, address).href;
    writeFileSync(
      path.join(folder, 'index.html'),
      `<!doctype html>
<title>Redirecting to: ${to}</title>
<meta http-equiv="refresh" content="0;url=${to}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${canonical}">
<body>
	<a href="${to}">Redirecting from <code>${from}</code> to <code>${to}</code></a>
</body>`,
    );
  }
}
