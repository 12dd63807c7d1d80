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
 * @param twinFolders those of them in which the end of a name tells a twin from a page
 */
export function headerRules(
  table: readonly Kind[],
  folders: readonly string[],
  twinFolders: readonly string[],
): HeaderRule[] {
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
    ...twinFolders.flatMap((folder) =>
      twinEnds.map((end): [string, Headers] => [
        `/${folder}/*.${end}`,
        { 'X-Robots-Tag': of('twins')['X-Robots-Tag'] ?? '' },
      ]),
    ),
  ];
  return rules.map(([pattern, headers]) => ({ pattern: basePath() + pattern, headers }));
}

const twinEnds = ['md', 'bib', 'csl.json'];

/** Whether Netlify, to which a dot in such a pattern is any letter, takes a name of a page for one of a twin. */
export function looksLikeTwin(name: string): boolean {
  return twinEnds.some((end) => new RegExp(`.${end}$`, 'i').test(name));
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

/**
 * The text of `_redirects`: where old addresses lead for good, and what is gone. Netlify shows the page that
 * lies at an old address unless told otherwise by "!", and takes an address with and without its last slash
 * for the same. Cloudflare leads on before it looks for a page, passes over lines with a "!", knows no 410,
 * and tells the two apart.
 */
export function redirectsFile(
  moved: Readonly<Record<string, string>>,
  gone: readonly string[],
): string {
  return [
    ...Object.entries(moved).flatMap(([from, to]) => [
      `${from} ${to} 301!`,
      ...typed(from).map((old) => `${old} ${to} 301`),
    ]),
    ...gone.map((address) =>
      address.endsWith('/')
        ? `${address} ${address}index.html 410!`
        : `${address} ${basePath()}/404.html 410!`,
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
