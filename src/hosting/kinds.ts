/** The one table of what a server says with each kind of file: policy, cache, who else may use it. */
/** Headers of a kind of file, by name. */
export type Headers = Readonly<Record<string, string>>;

/** A kind of file that a server answers with. */
export interface Kind {
  name: string;
  /** Matches paths on the site from their first slash, "/articles/x/" as well as "/articles/x/index.html". */
  paths: RegExp;
  headers: Headers;
}

/** What the policy must know of the site that was built. */
export interface Inline {
  /** Hashes of the styles inside pages, and inside drawings, as a policy writes them: "sha256-…". */
  styles: Readonly<Record<'pages' | 'drawings', readonly string[]>>;
}

/** What every answer says, errors too. */
export const everywhere: Headers = {
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

const pageNeeds = {
  'default-src': "'none'",
  // The shapes of the styles are drawings inside them.
  'img-src': "'self' data:",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

function policy(needs: Readonly<Record<string, string>>): string {
  return Object.entries(needs)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}

const fresh = 'no-cache';
const hour = 'public, max-age=3600';
const forever = 'public, max-age=31536000, immutable';

const ours = { 'Cross-Origin-Resource-Policy': 'same-origin' };
const everybodys = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
};

function quoted(hashes: readonly string[]): string[] {
  return hashes.map((hash) => `'${hash}'`);
}

/**
 * Every kind of file, the first that matches counts. Nothing of the site needs `unsafe-inline`: the
 * styles inside a page or a drawing are named by their hash.
 */
export function kinds({ styles }: Inline): readonly Kind[] {
  const pagePolicy = (more: Readonly<Record<string, string>> = {}): string =>
    policy({
      ...pageNeeds,
      'style-src': ["'self'", ...quoted(styles.pages)].join(' '),
      ...more,
    });
  const drawing = policy({
    'default-src': "'none'",
    'style-src': styles.drawings.length === 0 ? "'none'" : quoted(styles.drawings).join(' '),
    'font-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'none'",
  });
  return [
    {
      name: 'embeds',
      paths: /^\/figures\/[^/]+\/embed\/(?:index\.html)?$/,
      headers: {
        'Content-Security-Policy': pagePolicy({ 'frame-ancestors': '*' }),
        'Cache-Control': fresh,
        'Cross-Origin-Resource-Policy': 'cross-origin',
      },
    },
    {
      name: 'search',
      paths: /^\/search\/(?:index\.html)?$/,
      headers: {
        'Content-Security-Policy': pagePolicy({
          'script-src': "'self'",
          'connect-src': "'self'",
        }),
        'Cache-Control': fresh,
        ...ours,
      },
    },
    {
      name: 'tools',
      paths: /^\/tools\/(?:[^.]*\/)?(?:index\.html)?$/,
      headers: {
        'Content-Security-Policy': pagePolicy({ 'script-src': "'self'" }),
        'Cache-Control': fresh,
        ...ours,
      },
    },
    {
      name: 'pages',
      paths: /^\/(?:.*\/)?(?:[^/]*\.html)?$/,
      headers: {
        // Pages that are for reading run no script at all.
        'Content-Security-Policy': pagePolicy(),
        'Cache-Control': fresh,
        ...ours,
      },
    },
    // Files whose names are made of their bytes.
    {
      name: 'hashed files',
      paths: /^\/(?:_astro|search)\/./,
      headers: { 'Cache-Control': forever, ...ours },
    },
    {
      name: 'feeds',
      paths: /^\/(?:.*\/)?feed\.(?:xml|atom|json)$/,
      headers: { 'Cache-Control': hour, ...everybodys },
    },
    {
      name: 'drawings',
      paths: /^\/figures\/[^/]+\.svg$/,
      headers: { 'Content-Security-Policy': drawing, 'Cache-Control': fresh, ...everybodys },
    },
    // For machines to read; the page is what search engines show.
    {
      name: 'twins',
      paths: /^\/.*\.(?:md|bib|csl\.json)$/,
      headers: { 'Cache-Control': fresh, 'X-Robots-Tag': 'noindex', ...everybodys },
    },
    {
      name: 'open files',
      paths: /^\/(?:(?:cards|data|figures)\/.*|llms\.txt|social-card\.png)$/,
      headers: { 'Cache-Control': fresh, ...everybodys },
    },
    { name: 'other files', paths: /^\//, headers: { 'Cache-Control': fresh, ...ours } },
  ];
}

/**
 * The pattern of a kind for the configuration of a server, without the slash that all begin with.
 * @throws {Error} when it begins with something else
 */
export function restOf({ name, paths }: Kind): string {
  if (!paths.source.startsWith('^\\/')) throw new Error(`${name}: a path begins with a slash.`);
  return paths.source.slice(3);
}

/** The headers of a path on the site, those of every answer included. */
export function headersOf(path: string, table: readonly Kind[]): Headers {
  return { ...everywhere, ...table.find(({ paths }) => paths.test(path))?.headers };
}

/** Types that some servers do not know, or not well, by the end of the name, the more particular first. */
export const types: Readonly<Record<string, string>> = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'feed.atom': 'application/atom+xml; charset=utf-8',
  '.avif': 'image/avif',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/**
 * What is between the first slash of an address of the site and its last part, as a pattern. A server that
 * leads on to what was asked, whatever it was, would lead "//evil.example/x" to another host.
 */
export const ownFolders = '(?:[\\w.-]+/)*';

/** An address as readers type it: that of a page with its last slash and without. */
export function typed(address: string): string[] {
  return [...new Set([address, address.replace(/\/$/, '')])];
}
