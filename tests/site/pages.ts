/** The pages of the built site, from its sitemap: nobody keeps a list by hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Paths of all pages in the sitemap, and the ones that are left out of it. */
export function allPages(): string[] {
  const sitemaps = readdirSync('dist').filter((name) => /^sitemap-\d+\.xml$/.test(name));
  const listed = sitemaps.flatMap((name) =>
    [...readFileSync(`dist/${name}`, 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      (match) => new URL(match[1] ?? '').pathname,
    ),
  );
  return [...listed, '/404.html'];
}

/** One page of each template: the first of its folder; text pages are one template. */
export function templates(): string[] {
  const seen = new Map<string, string>();
  for (const path of allPages()) {
    const kind = kindOf(path.split('/').filter((part) => part !== ''));
    if (!seen.has(kind)) seen.set(kind, path);
  }
  return [...seen.values()];
}

function kindOf([first = '', second, third]: string[]): string {
  if (second === undefined)
    return existsSync(`content/pages/${first}.mdx`) ? 'text page' : `/${first}`;
  return third === undefined ? `${first}/*` : `${first}/*/${third}`;
}
