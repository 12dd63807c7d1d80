/** Writes what hosts are told of a site, in it and beside it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { siteUrl } from '../environment.ts';
import type { BuiltSite, Files } from '../hosting/files.ts';
import { looksLikeTwin } from '../hosting/netlify.ts';
import { pathOf, routes } from '../routes.ts';

/** Where the configurations of hosts lie that belong to a published site: beside `dist/`, in `deploy/`. */
export function hostsFolder(target: string): string {
  const name = path.basename(target);
  return path.join(path.dirname(target), name === 'dist' ? 'deploy' : `${name}-deploy`);
}

/**
 * Reads off a built site what hosts must know.
 * @param moved new address by old one
 * @param gone old addresses that lead nowhere
 */
export function builtSite(
  site: string,
  moved: BuiltSite['moved'],
  gone: BuiltSite['gone'],
): BuiltSite {
  const folders = readdirSync(site, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const twinFolders = folders.filter((folder) => hasPlainTwins(path.join(site, folder)));
  return { address: siteUrl(), folders, twinFolders, moved, gone, styles: stylesOf(site) };
}

function hasPlainTwins(folder: string): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  return (
    entries.some((entry) => entry.isFile() && entry.name.endsWith('.md')) &&
    !entries.some((entry) => entry.isDirectory() && looksLikeTwin(entry.name))
  );
}

/**
 * Hashes of the styles inside the pages of a site, as a policy writes them. All pages hold those of the
 * home page: the check of the built site sees to it.
 */
export function stylesOfPages(site: string): string[] {
  const home = path.join(site, 'index.html');
  return existsSync(home) ? hashesIn([home]) : [];
}

// A drawing brings its own with it, so that it looks the same wherever it is taken.
function stylesOf(site: string): BuiltSite['styles'] {
  const folder = path.join(site, pathOf(routes.figures()));
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.svg'));
  } catch {
    // A site without figures.
  }
  return {
    pages: stylesOfPages(site),
    drawings: hashesIn(names.map((name) => path.join(folder, name))),
  };
}

function hashesIn(files: readonly string[]): string[] {
  const styles = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<style>(.*?)<\/style>/gs)].map(
      ([, style = '']) => `sha256-${createHash('sha256').update(style).digest('base64')}`,
    ),
  );
  return [...new Set(styles)].sort();
}

/** Writes texts below a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
