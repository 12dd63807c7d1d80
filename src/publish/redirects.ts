/** Old addresses and where they lead now. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fatesOf, type Checked } from '../checks/ledger.ts';
import { addressOf, pathOf } from '../routes.ts';

/**
 * New address by old one, for every old path of an entry and what was published of it.
 * @param today an article that is not on the site yet has none: a redirect to it would lead nowhere
 */
export function redirects(checked: Checked, today: string): Record<string, string> {
  return Object.fromEntries(
    [...fatesOf(checked, today).moved].map(([from, to]) => [addressOf(from), addressOf(to)]),
  );
}

/**
 * What a host without redirects of its own can do: at each old address of a page one that sends readers
 * on, at that of a file the file.
 */
export function writeRedirects(
  site: string,
  address: string | undefined,
  targets: Readonly<Record<string, string>>,
): void {
  for (const [from, to] of Object.entries(targets)) {
    if (!from.endsWith('/')) {
      const file = path.join(site, pathOf(from));
      mkdirSync(path.dirname(file), { recursive: true });
      copyFileSync(path.join(site, pathOf(to)), file);
      continue;
    }
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
