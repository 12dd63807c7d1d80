/** Writes what hosts are told of a site, in it and beside it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  return { address: siteUrl(), folders, twinFolders, moved, gone, styles: stylesOfDrawings(site) };
}

function hasPlainTwins(folder: string): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  return (
    entries.some((entry) => entry.isFile() && entry.name.endsWith('.md')) &&
    !entries.some((entry) => entry.isDirectory() && looksLikeTwin(entry.name))
  );
}

// A drawing brings its styles with it, so that it looks the same wherever it is taken.
function stylesOfDrawings(site: string): string[] {
  const folder = path.join(site, pathOf(routes.figures()));
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.svg'));
  } catch {
    // A site without figures.
  }
  const styles = names.flatMap((name) =>
    [...readFileSync(path.join(folder, name), 'utf8').matchAll(/<style>(.*?)<\/style>/gs)].map(
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
