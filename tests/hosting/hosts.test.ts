/** What hosts are told: the same of every address, by each host's own way to read it. */
import vm from 'node:vm';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { filesBeside, filesInside, type BuiltSite } from '#hosting/files.ts';
import { everywhere, headersOf, kinds } from '#hosting/kinds.ts';
import { most, observatoryScore } from './observatory.ts';
import { headerRules, looksLikeTwin, redirectsFile } from '#hosting/netlify.ts';

const site: BuiltSite = {
  address: 'https://runner.example',
  folders: ['_astro', 'about', 'articles', 'cards', 'data', 'figures', 'search', 'tools'],
  twinFolders: ['articles', 'figures'],
  moved: { '/articles/old/': '/articles/new/', '/figures/old.png': '/figures/new.png' },
  gone: ['/articles/withdrawn/', '/data/prices.csv'],
  styles: { pages: ['sha256-page='], drawings: ['sha256-abc='] },
};
const table = kinds(site);
/** An address of each kind, and what it is. */
const addresses: Record<string, string> = {
  '/': 'pages',
  '/about/': 'pages',
  '/articles/': 'pages',
  '/articles/iron/': 'pages',
  '/figures/': 'pages',
  '/figures/cutoffs/': 'pages',
  '/figures/cutoffs/embed/': 'embeds',
  '/figures/cutoffs.svg': 'drawings',
  '/figures/cutoffs.png': 'open files',
  '/figures/cutoffs.md': 'twins',
  '/articles/iron.md': 'twins',
  '/articles/iron.csl.json': 'twins',
  '/data/': 'pages',
  '/data/claims.json': 'open files',
  '/cards/articles/iron.png': 'open files',
  '/search/': 'search',
  '/search/0r8kvt/an.json': 'hashed files',
  '/tools/': 'tools',
  '/tools/stack/': 'tools',
  '/_astro/site.abc123.css': 'hashed files',
  '/feed.xml': 'feeds',
  '/themes/bones/feed.xml': 'feeds',
  '/favicon.ico': 'other files',
  '/404.html': 'pages',
};

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each(Object.entries(addresses))('%s is of the %s', (address, name) => {
  const kind = table.find(({ paths }) => paths.test(address));
  expect(kind?.name).toBe(name);
});

test('no policy allows what is inline, and embeds alone are framed', () => {
  for (const { name, headers } of table) {
    const policy = headers['Content-Security-Policy'] ?? '';
    expect(policy).not.toContain('unsafe');
    expect(policy.includes('frame-ancestors *')).toBe(name === 'embeds');
    expect(policy.includes('script-src')).toBe(name === 'search' || name === 'tools');
  }
});

describe("Mozilla's Observatory", () => {
  const lower = (headers: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

  test.each(['pages', 'search', 'tools', 'embeds'])('gives the most for %s', (name) => {
    const kind = table.find((one) => one.name === name);
    // Whoever frames an embed may load it.
    const wanted = name === 'embeds' ? most - 10 : most;
    expect(observatoryScore(lower({ ...everywhere, ...kind?.headers }))).toBe(wanted);
  });

  const page = lower(headersOf('/', table));
  // What the program itself gave for these.
  test.each([
    ['nothing', {}, 30],
    [
      'inline styles',
      {
        ...page,
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      },
      120,
    ],
    [
      'inline scripts',
      {
        ...page,
        'content-security-policy':
          "default-src 'self'; script-src 'unsafe-inline'; frame-ancestors 'none'",
      },
      80,
    ],
    ['any script', { ...page, 'content-security-policy': "img-src 'self'" }, 60],
    ['a day of HTTPS', { ...page, 'strict-transport-security': 'max-age=86400' }, 120],
    ['types that are guessed', { ...page, 'x-content-type-options': 'sniff' }, 125],
    ['a referrer for all', { ...page, 'referrer-policy': 'unsafe-url' }, 120],
  ])('takes its due for %s', (_what, headers, score) => {
    expect(observatoryScore(headers)).toBe(score);
  });
});

describe('_headers', () => {
  const rules = headerRules(table, site.folders, site.twinFolders);
  // A page and what lies among pages, where these hosts know no end of a name.
  const exact = new Set(['pages', 'embeds', 'search', 'tools', 'hashed files']);

  /** As Cloudflare matches: letter by letter, with every rule that fits. */
  const strict = (pattern: string): RegExp =>
    new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+')}$`);
  /** As Netlify does: a last slash is nothing, and beside a "*" a dot is any letter. */
  const loose = (pattern: string): RegExp => {
    const parts = pattern
      .split('/')
      .filter((part) => part !== '')
      .map((part) => {
        if (part.startsWith(':')) return '[^/]+';
        if (part === '*') return '?.*';
        return part.includes('*') ? part.replaceAll('*', '.*') : RegExp.escape(part);
      });
    return new RegExp(`^/${parts.join('/')}/?$`, 'i');
  };

  test.each(Object.entries(addresses))('%s has one value of each header', (address, name) => {
    const joined: Record<string, string[]> = {};
    for (const { headers } of rules.filter(({ pattern }) => strict(pattern).test(address)))
      for (const [header, value] of Object.entries(headers)) (joined[header] ??= []).push(value);
    for (const [header, values] of Object.entries(joined))
      expect(values, `${header} of ${address}`).toHaveLength(1);
    const merged = Object.assign(
      {},
      ...rules.filter((rule) => loose(rule.pattern).test(address)).map(({ headers }) => headers),
    ) as Record<string, string>;
    expect(merged).toMatchObject(everywhere);
    expect([merged['X-Robots-Tag'], joined['X-Robots-Tag']?.[0]]).toEqual(
      name === 'twins' ? ['noindex', 'noindex'] : [undefined, undefined],
    );
    if (!exact.has(name) || address === '/404.html') return;
    const wanted = headersOf(address, table);
    for (const [header, value] of Object.entries(wanted)) {
      // The pictures beside the pages of figures are for everybody, and so are these.
      if (address.startsWith('/figures/') && header.startsWith('Cross-Origin-Resource')) continue;
      expect(merged[header], `${header} of ${address}`).toBe(value);
      expect(joined[header], `${header} of ${address}`).toEqual([value]);
    }
  });

  test('a page whose name ends like a twin is told from one, or its folder says nothing of twins', () => {
    const rule = loose('/articles/*.md');
    const unsafe = ['bmd', 'low-bmd', 'md', 'a-md', 'iron'].filter(
      (name) => rule.test(`/articles/${name}/`) && !looksLikeTwin(name),
    );
    expect(unsafe).toEqual([]);
    expect(looksLikeTwin('low-bmd')).toBe(true);
  });

  test('it holds what Cloudflare takes', () => {
    const text = filesInside(site)['_headers'] ?? '';
    expect(rules.length).toBeLessThan(100);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
  });
});

test('an old address leads on for good, and what is gone is, where a page lies there too', () => {
  const lines = redirectsFile(site.moved, site.gone).trimEnd().split('\n');
  expect(lines).toEqual([
    '/articles/old/ /articles/new/ 301!',
    '/articles/old/ /articles/new/ 301',
    '/articles/old /articles/new/ 301',
    '/figures/old.png /figures/new.png 301!',
    '/figures/old.png /figures/new.png 301',
    '/articles/withdrawn/ /articles/withdrawn/index.html 410!',
    '/data/prices.csv /404.html 410!',
  ]);
  // What Cloudflare makes of it: a status is a number that it knows.
  const known = lines.filter((line) => ['301', '200'].includes(line.split(' ')[2] ?? ''));
  expect(known.map((line) => line.split(' ')[0])).toEqual([
    '/articles/old/',
    '/articles/old',
    '/figures/old.png',
  ]);
});

test('what was taken away is gone for nginx and Caddy, and no address is told twice', () => {
  const { 'nginx/server.conf': server = '' } = filesBeside(site);
  expect(server).toContain(
    'location = /articles/old/ { return 301 /articles/new/$is_args$args; }\n' +
      'location = /articles/old { return 301 /articles/new/$is_args$args; }\n' +
      'location = /figures/old.png { return 301 /figures/new.png$is_args$args; }\n' +
      'location = /articles/withdrawn/',
  );
  expect(server).toContain(
    'location = /articles/withdrawn/ { error_page 410 /articles/withdrawn/index.html; return 410; }\n' +
      'location = /articles/withdrawn { error_page 410 /articles/withdrawn/index.html; return 410; }\n' +
      'location = /data/prices.csv { error_page 410 /404.html; return 410; }\n',
  );
  expect(filesBeside(site)['caddy/micromile.caddy']).toContain(
    '@gone path /articles/withdrawn/ /articles/withdrawn /data/prices.csv\n\terror @gone 410\n',
  );
});

test('each address has one source in vercel.json, with the headers of its kind', () => {
  const { headers } = JSON.parse(filesBeside(site)['vercel/vercel.json'] ?? '') as {
    headers: { source: string; headers: { key: string; value: string }[] }[];
  };
  for (const address of Object.keys(addresses)) {
    const matching = headers.filter(({ source }) => new RegExp(`^${source}$`).test(address));
    expect(matching).toHaveLength(1);
    expect(
      Object.fromEntries(matching[0]?.headers.map(({ key, value }) => [key, value]) ?? []),
    ).toEqual(headersOf(address, table));
  }
});

test('for Vercel a function says what is gone, with the page that says why', async () => {
  const asked: string[] = [];
  const middleware = filesBeside(site)['vercel/middleware.js'] ?? '';
  const { config, gone } = vm.runInNewContext(
    `${middleware.replaceAll(/^export (?:default )?/gm, '').replace('const config', 'var config')}
    ({ config, gone: middleware });`,
    {
      URL,
      Response,
      fetch: (address: URL) => {
        asked.push(address.pathname);
        return Promise.resolve(new Response('why', { headers: { 'Cache-Control': 'no-cache' } }));
      },
    },
  ) as { config: { matcher: string[] }; gone: (request: Request) => Promise<Response> };
  expect([...config.matcher]).toEqual([
    '/articles/withdrawn/',
    '/articles/withdrawn',
    '/data/prices.csv',
  ]);
  for (const address of config.matcher) {
    const answer = await gone(new Request(`https://runner.example${address}`));
    expect([answer.status, await answer.text(), answer.headers.get('Cache-Control')]).toEqual([
      410,
      'why',
      'no-cache',
    ]);
  }
  expect(asked).toEqual([
    '/articles/withdrawn/index.html',
    '/articles/withdrawn/index.html',
    '/404.html',
  ]);
  expect(Object.keys(filesBeside({ ...site, gone: [] }))).not.toContain('vercel/middleware.js');
});

describe('CloudFront', () => {
  interface Asked {
    uri: string;
    querystring: Record<string, { value: string }>;
  }
  const run = (code: string, global: object): ((event: object) => unknown) =>
    vm.runInNewContext(`${code.replace(/^import .*$/m, '')}\nhandler`, {
      ...global,
    }) as (event: object) => unknown;
  const store = JSON.parse(filesBeside(site)['cloudfront/redirects.json'] ?? '') as {
    data: { key: string; value: string }[];
  };
  const known = Object.fromEntries(store.data.map(({ key, value }) => [key, value]));
  const cf = {
    kvs: () => ({
      get: (key: string) =>
        key in known ? Promise.resolve(known[key]) : Promise.reject(new Error('none')),
    }),
  };
  const handler = run(filesBeside(site)['cloudfront/request.js'] ?? '', { cf });
  const ask = async (uri: string, querystring: Asked['querystring'] = {}): Promise<string> => {
    const answer = (await handler({ request: { uri, querystring } })) as {
      statusCode?: number;
      headers?: { location: { value: string } };
      uri?: string;
    };
    return answer.statusCode === undefined
      ? (answer.uri ?? '')
      : `${answer.statusCode} ${answer.headers?.location.value ?? ''}`.trim();
  };

  test.each([
    ['/', '/index.html'],
    ['/articles/iron/', '/articles/iron/index.html'],
    ['/articles/iron', '301 /articles/iron/'],
    ['/articles/iron/index.html', '301 /articles/iron/'],
    ['/articles/old/', '301 /articles/new/'],
    ['/articles/old', '301 /articles/new/'],
    ['/figures/old.png', '301 /figures/new.png'],
    ['/articles/withdrawn/', '/articles/withdrawn/index.html'],
    ['/articles/withdrawn', '/articles/withdrawn/index.html'],
    // These would lead to another host.
    ['//evil.example/x', '//evil.example/x'],
    ['//evil.example/index.html', '//evil.example/index.html'],
    ['/\\evil.example/x', '/\\evil.example/x'],
    ['/data/prices.csv', '410'],
    ['/figures/cutoffs.svg', '/figures/cutoffs.svg'],
  ])('%s becomes %s', async (uri, wanted) => {
    expect(await ask(uri)).toBe(wanted);
  });

  test('what was asked with an address is kept', async () => {
    expect(await ask('/articles/iron', { a: { value: '1' }, b: { value: '' } })).toBe(
      '301 /articles/iron/?a=1&b',
    );
  });

  test('an answer has the headers of its kind, and a page that is gone the status too', async () => {
    const answer = run(filesBeside(site)['cloudfront/response.js'] ?? '', { cf });
    const sent = async (uri: string): Promise<[number, Record<string, string>]> => {
      const { statusCode, headers } = (await answer({
        request: { uri },
        response: { statusCode: 200, headers: {} },
      })) as { statusCode: number; headers: Record<string, { value: string }> };
      return [
        statusCode,
        Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value])),
      ];
    };
    const lower = (headers: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
    for (const address of Object.keys(addresses).map((one) => one.replace(/\/$/, '/index.html')))
      expect(await sent(address)).toMatchObject([200, lower(headersOf(address, table))]);
    const typeOf = async (address: string) => (await sent(address))[1]['content-type'];
    expect(await typeOf('/articles/iron.md')).toBe('text/markdown; charset=utf-8');
    expect(await typeOf('/themes/bones/feed.xml')).toBe('application/rss+xml; charset=utf-8');
    expect(await typeOf('/sitemap-0.xml')).toBeUndefined();
    expect(await sent('/articles/withdrawn/index.html')).toEqual([
      410,
      lower(headersOf('/articles/withdrawn/', table)),
    ]);
  });
});

test('under a path of a host, every pattern begins with it', async () => {
  vi.stubEnv('SITE_URL', 'https://runner.example/blog');
  // A process has one address of the site from its start.
  vi.resetModules();
  const [files, netlify] = await Promise.all([
    import('#hosting/files.ts'),
    import('#hosting/netlify.ts'),
  ]);
  const beside = files.filesBeside({ ...site, gone: site.gone.map((one) => `/blog${one}`) });
  for (const { pattern } of netlify.headerRules(table, site.folders, site.twinFolders))
    expect(pattern).toMatch(/^\/blog\//);
  expect(beside['nginx/maps.conf']).toContain('"~^/blog/');
  expect(beside['nginx/maps.conf']).not.toMatch(/"~\^\/(?!blog\/)/);
  expect(beside['caddy/micromile.caddy']).not.toMatch(/"~\^\/(?!blog\/)/);
  expect(beside['vercel/middleware.js']).toContain("'/blog/404.html'");
  expect(beside['vercel/vercel.json']).not.toMatch(/"source": "\/(?!blog\/|articles|figures\/old)/);
});
