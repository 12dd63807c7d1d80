/**
 * `_headers` and `_redirects`, as Netlify and Cloudflare read them: both lie in the site.
 *
 * For a header that two patterns set, Netlify takes the value of the narrower one and Cloudflare joins
 * both; Netlify also does not tell "/x" from "/x/". So no two patterns that match one address set the same
 * header here, and files that lie among pages have the headers of these.
 */
import { basePath } from '../base.ts';
import { everywhere, typed, type Headers, type Kind } from './kinds.ts';

/** A rule of `_headers`. */
export interface HeaderRule {
  /** "*" is any end of an address, ":name" what stands between two slashes. */
  pattern: string;
  headers: Headers;
}

/**
 * The rules of `_headers`.
 * @param folders names of the folders at the root of the site
 */
export function headerRules(table: readonly Kind[], folders: readonly string[]): HeaderRule[] {
  const of = (name: string): Headers => {
    const kind = table.find((one) => one.name === name);
    if (kind === undefined) throw new Error(`There is no kind of file called ${name}.`);
    return kind.headers;
  };
  const pages = of('pages');
  const open = of('open files');
  // These have rules of their own below.
  const special = new Set(['_astro', 'cards', 'data', 'figures', 'search', 'tools']);
  const rules: [string, Headers][] = [
    ['/*', everywhere],
    ['/', pages],
    ...folders
      .filter((folder) => !special.has(folder))
      .map((folder): [string, Headers] => [`/${folder}/*`, pages]),
    ['/data/', pages],
    ['/data/:file', open],
    ['/figures/', pages],
    // Pictures lie beside these pages, and are for everybody.
    ['/figures/:id/', { ...pages, ...open }],
    ['/figures/:id/embed/', of('embeds')],
    ['/search/', of('search')],
    ['/search/:index/*', of('hashed files')],
    ['/tools/*', of('tools')],
    ['/_astro/*', of('hashed files')],
    ['/cards/*', open],
    ...['xml', 'atom', 'json'].map((kind): [string, Headers] => [`/feed.${kind}`, of('feeds')]),
  ];
  return rules.map(([pattern, headers]) => ({ pattern: basePath() + pattern, headers }));
}

/** The text of `_headers`. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) =>
      [pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join(
        '\n',
      ),
    )
    .join('\n\n')
    .concat('\n');
}

/** The text of `_redirects`: each old address with and without its last slash, for good. */
export function redirectsFile(moved: Readonly<Record<string, string>>): string {
  return Object.entries(moved)
    .flatMap(([from, to]) => typed(from).map((old) => `${old} ${to} 301\n`))
    .join('');
}
