/** The site on real servers, with the configuration that its build wrote, at the root of a host and below. */
import { spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { everywhere, headersOf, kinds, type Kind } from '../../src/hosting/kinds.ts';
import { builtSite } from '../../src/publish/hosts.ts';
import { most, observatoryScore } from '../hosting/observatory.ts';
import { findServer, serverNames, startServer, type ServerName } from './servers.ts';

/** Runs a command of this project. @throws {Error} with what it printed when it fails */
function run(words: string[], environment: NodeJS.ProcessEnv = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stdout}${stderr}`);
}

interface Place {
  /** Path of the site on its host. */
  base: string;
  /** Folder of the host, and of the site in it. */
  root: string;
  site: string;
  hosts: string;
  /** Where old addresses lead, and what is gone, both as paths of the site. */
  moved: Record<string, string>;
  gone: Record<string, string>;
}

// Longer than what nginx takes in a map.
const oldName = '/articles/an-old-name-that-is-as-long-as-what-somebody-might-want-to-know-of-iron';

const reason = 'It rested on one study, which was retracted.';

const places: Record<string, (folder: string) => Place> = {
  // What was built for readers, as `deploy` brings it to a server.
  'at the root': (folder) => {
    const site = path.join(folder, 'www');
    run(['src/publish/deploy-cli.ts', site]);
    return { base: '', root: site, site, hosts: path.resolve('deploy'), moved: {}, gone: {} };
  },
  'under a path': (folder) => {
    const content = path.join(folder, 'content');
    cpSync('content', content, { recursive: true });
    const [name = ''] = readdirSync(path.join(content, 'articles'));
    const article = path.join(content, 'articles', name);
    const text = readFileSync(article, 'utf8');
    // The article of the old name may have an old name already.
    const alias = /^aliases: \[/m.test(text) ? text : text.replace('---\n', '---\naliases: []\n');
    writeFileSync(article, alias.replace(/^aliases: \[/m, `aliases: [${oldName}/, `));
    writeFileSync(
      path.join(content, 'addresses.txt'),
      [`${oldName}/`, `${oldName}.md`, '/articles/withdrawn/', ''].join('\n'),
    );
    writeFileSync(
      path.join(content, 'gone.yaml'),
      `addresses:\n${['/articles/withdrawn/', '/data/prices.csv']
        .map((address) => `  - { address: ${address}, on: 2026-11-25, reason: "${reason}" }\n`)
        .join('')}`,
    );
    const site = path.join(folder, 'www/blog');
    run(['src/publish/cli.ts', '--outDir', site], {
      CONTENT_DIR: content,
      SITE_URL: 'https://runner.example/blog',
    });
    return {
      base: '/blog',
      root: path.dirname(site),
      site,
      hosts: path.join(path.dirname(site), 'blog-deploy'),
      moved: {
        [`${oldName}/`]: `/articles/${name.replace('.mdx', '')}/`,
        [oldName]: `/articles/${name.replace('.mdx', '')}/`,
        [`${oldName}.md`]: `/articles/${name.replace('.mdx', '')}.md`,
      },
      gone: {
        '/articles/withdrawn/': reason,
        '/articles/withdrawn': reason,
        '/data/prices.csv': 'Nothing here',
      },
    };
  },
};

const installed = serverNames.filter((name) => findServer(name) !== undefined);
const firstPort = Number(process.env['TEST_PORT'] ?? 4391) + 20;

for (const [index, [where, make]] of Object.entries(places).entries()) {
  // At the root nothing moved, and no address can lie outside.
  const isBelow = where === 'under a path';
  test.describe(where, () => {
    test.describe.configure({ mode: 'serial' });
    let place: Place;
    let table: readonly Kind[];
    let files: string[];
    let names: string[];
    const servers: ChildProcess[] = [];
    const portOf = (name: ServerName): number => firstPort + 10 * index + serverNames.indexOf(name);

    test.beforeAll(async () => {
      test.setTimeout(400_000);
      if (installed.length === 0) return;
      place = make(mkdtempSync(path.join(tmpdir(), 'micromile-')));
      run(['src/publish/compress-cli.ts', place.site, '--quality', '1']);
      for (const name of ['.site.deploy', '.well-known/acme-challenge']) {
        mkdirSync(path.join(place.root, name), { recursive: true });
        writeFileSync(path.join(place.root, name, 'token'), 'a token');
      }
      table = kinds(builtSite(place.site, {}, []));
      const ofKinds = table.flatMap(({ headers }) => Object.keys(headers));
      names = [...new Set([...Object.keys(everywhere), ...ofKinds])];
      files = readdirSync(place.site, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.(?:br|gz)$|^[._]/.test(entry.name))
        .map((entry) => path.relative(place.site, path.join(entry.parentPath, entry.name)))
        .map((file) => `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`)
        .filter((address) => address !== '/404.html' && !address.startsWith('/.'))
        .filter((address) => !(address in place.moved) && !(address in place.gone))
        .sort();
      for (const name of installed)
        servers.push(await startServer(name, place.root, place.hosts, portOf(name)));
    });
    test.afterAll(() => {
      for (const server of servers) server.kill();
    });

    test('every link on every page leads to a file of the site', () => {
      test.skip(installed.length === 0, 'no server is installed');
      const known = new Set(files.map((file) => place.base + file));
      // What the gallery shows is made up.
      const pages = files.filter((file) => file.endsWith('/') && file !== '/gallery/');
      const dead = pages.flatMap((page) => {
        const html = readFileSync(path.join(place.site, page, 'index.html'), 'utf8');
        return [...html.matchAll(/\s(?:href|src)="(\/[^"#?]*)/g)]
          .filter(([, link = '']) => !known.has(decodeURI(link)))
          .map(([, link]) => `${link} on ${page}`);
      });
      expect(pages.length).toBeGreaterThan(100);
      expect(dead).toEqual([]);
    });

    // What is no page names addresses, too, and no check of a built page looks at it.
    if (isBelow)
      test('no file names an address outside the path of the site', () => {
        test.skip(installed.length === 0, 'no server is installed');
        const outside =
          /runner\.example\/(?!blog\b)|["'(]\/(?:articles|nutrients|figures|data|_astro|search|evidence|products|themes|faq)\//;
        const found = files
          .filter((one) => /\.(?:json|xml|atom|md|txt|bib|csv|css|js|webmanifest)$/.test(one))
          .map((file) => [file, outside.exec(readFileSync(path.join(place.site, file), 'utf8'))])
          .filter(([, match]) => match !== null);
        expect(found).toEqual([]);
      });

    for (const name of serverNames) {
      test.describe(name, () => {
        test.skip(findServer(name) === undefined, `${name} is not installed`);
        const at = (address: string): string =>
          `http://127.0.0.1:${portOf(name)}${place.base}${address}`;
        const otherHeaders = (sent: IncomingHttpHeaders, address: string): string[] => {
          const wanted = headersOf(address, table);
          return names
            .filter((header) => sent[header.toLowerCase()] !== wanted[header])
            .map((header) => `${address}: ${header}: ${String(sent[header.toLowerCase()])}`);
        };

        test('every file answers, with the headers of its kind', async () => {
          const wrong: string[] = [];
          for (const address of files) {
            const { status, headers } = await raw(at(encodeURI(address)));
            if (status !== 200 || !typeOf(address).test(headers['content-type'] ?? ''))
              wrong.push(`${address}: ${status} ${headers['content-type']}`);
            wrong.push(...otherHeaders(headers, address));
          }
          expect(wrong).toEqual([]);
        });

        test('a page has one address, and what was asked with it is kept', async () => {
          for (const [asked, to] of [
            ['/faq', '/faq/'],
            ['/faq?x=1', '/faq/?x=1'],
            ['/faq/index.html', '/faq/'],
            ['/faq/index.html?x=1', '/faq/?x=1'],
          ] as const) {
            const { status, headers } = await raw(at(asked));
            expect(status, asked).toBe(301);
            expect(headers['location'], asked).toBe(place.base + to);
          }
        });

        if (isBelow)
          test('an old address leads on for good, and what is gone is, with the reason', async () => {
            for (const [asked, to] of Object.entries(place.moved)) {
              const { status, headers } = await raw(at(`${asked}?x=1`));
              expect([status, headers['location']], asked).toEqual([301, `${place.base + to}?x=1`]);
            }
            for (const [asked, words] of Object.entries(place.gone)) {
              const { status, headers, body } = await raw(at(asked), { 'If-None-Match': '"0"' });
              expect(status, asked).toBe(410);
              expect(body.toString(), asked).toContain(words);
              expect(otherHeaders(headers, '/404.html'), asked).toEqual([]);
            }
          });

        test('no address leads to another host', async () => {
          const port = portOf(name);
          for (const asked of [
            '//evil.example/index.html',
            '///evil.example/index.html',
            '/\\evil.example/index.html',
            '/.//evil.example/index.html',
            `//${place.base.slice(1) || 'faq'}`,
            `/${place.base}/faq`,
            `//evil.example/..${place.base}/faq`,
          ]) {
            const { headers } = await raw(at('/'), {}, asked);
            const to = new URL(headers['location'] ?? '/', `http://127.0.0.1:${port}/`);
            expect(to.host, asked).toBe(`127.0.0.1:${port}`);
          }
        });

        test('who gives out certificates finds its token, and nobody what is for servers', async () => {
          const of = (asked: string) => raw(at('/'), {}, asked);
          expect((await of('/.well-known/acme-challenge/token')).body.toString()).toBe('a token');
          expect((await of('/.site.deploy/token')).status).toBe(404);
        });

        test("Mozilla's Observatory has nothing left to ask for", async () => {
          const scores = await Promise.all(
            ['/', '/articles/', '/search/', '/tools/stack/', '/no/such/page/'].map(async (one) =>
              observatoryScore((await raw(at(one))).headers),
            ),
          );
          console.log(`${name}, ${where}: ${Math.min(...scores)} of ${most}`);
          expect(scores).toEqual(scores.map(() => most));
        });

        test('what is not there is told, and never kept for long', async () => {
          for (const asked of [
            '/no/such/page/',
            '/none.md',
            '/_astro/none.css',
            '/404.html',
            '/_headers',
            '/.nojekyll',
            '/index.html.br',
            '/faq/index.html.gz',
          ]) {
            const { status, headers, body } = await raw(at(asked), { 'If-None-Match': '"0"' });
            expect(status, asked).toBe(404);
            expect(body.toString(), asked).toContain('Nothing here');
            expect(otherHeaders(headers, '/404.html'), asked).toEqual([]);
            expect(headers['content-type'], asked).toBe('text/html; charset=utf-8');
          }
        });

        test('an answer is compressed, partial or not sent at all, as it was asked for', async () => {
          const own = readFileSync(path.join(place.site, 'faq/index.html'));
          const encodings = {
            gzip: gunzipSync,
            ...(name === 'caddy' && { br: brotliDecompressSync }),
          };
          for (const [encoding, unpack] of Object.entries(encodings)) {
            const answer = await raw(at('/faq/'), { 'Accept-Encoding': encoding });
            expect(answer.headers['content-encoding']).toBe(encoding);
            expect(unpack(answer.body).equals(own)).toBe(true);
          }
          const whole = await raw(at('/faq/'), { 'Accept-Encoding': 'identity' });
          expect(whole.body.equals(own)).toBe(true);
          const same = await raw(at('/faq/'), {
            'Accept-Encoding': 'identity',
            'If-None-Match': String(whole.headers['etag']),
          });
          expect(same.status).toBe(304);
          const part = await raw(at('/favicon.ico'), { Range: 'bytes=0-9' });
          expect([part.status, part.body.length]).toEqual([206, 10]);
        });

        test('its pages work in a browser under their policy', async ({ page }) => {
          test.slow();
          const violations = await watched(page);
          await page.goto(at('/'));
          await page.getByRole('link', { name: 'Articles' }).first().click();
          await page.locator('main h2 a, main h3 a').first().click();
          await expect(page.locator('main h1')).toBeVisible();
          expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${place.base}/articles/.+/$`));
          await page.goto(at('/tools/daily-needs/'));
          await page.goto(at('/search/#q=ferritin'));
          await expect(page.getByRole('heading', { name: 'Answers' })).toBeVisible();
          const oneOfEach = new Map(
            files.map((file) => [file.split('/').length + (file.split('/')[1] ?? ''), file]),
          );
          for (const address of oneOfEach.values())
            if (address.endsWith('/') || address.endsWith('.svg')) await page.goto(at(address));
          expect(violations()).toEqual([]);
        });
      });
    }
  });
}

function typeOf(address: string): RegExp {
  const types: Record<string, RegExp> = {
    '': /^text\/html; charset=utf-8$/,
    atom: /^application\/atom\+xml/,
    avif: /^image\/avif$/,
    bib: /^application\/x-bibtex; charset=utf-8$/,
    css: /^text\/css; charset=utf-8$/,
    csv: /^text\/csv; charset=utf-8$/,
    ico: /^image\//,
    js: /^(?:text|application)\/javascript; charset=utf-8$/,
    json: /^application\/json/,
    md: /^text\/markdown; charset=utf-8$/,
    png: /^image\/png$/,
    svg: /^image\/svg\+xml/,
    txt: /^text\/plain; charset=utf-8$/,
    webmanifest: /^application\/manifest\+json/,
    webp: /^image\/webp$/,
    woff2: /^font\/woff2$/,
    xml: /^(?:text|application)\/(?:rss\+)?xml/,
  };
  const end = address.endsWith('/') ? '' : (address.split('.').at(-1) ?? '');
  const type = types[end];
  if (type === undefined) throw new Error(`${address}: which type is it?`);
  return type;
}

const agent = new Agent({ keepAlive: true });

/**
 * An answer as the server sent it: nothing is followed or unpacked.
 * @param asked what is asked of the host instead of the path of the address, letter by letter
 */
function raw(
  address: string,
  headers: Record<string, string> = {},
  asked?: string,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(address, { agent, headers, ...(asked !== undefined && { path: asked }) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** What the browser refuses or complains of on each page from now on. */
async function watched(page: Page): Promise<() => string[]> {
  const found: string[] = [];
  page.on('console', (message) => {
    // What is framed names no icon, and below a path the browser looks for one at the root.
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (message.type() === 'error' && !isIcon) found.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`));
  await page.exposeFunction('tellViolation', (text: string) => found.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const { tellViolation } = globalThis as unknown as { tellViolation: (text: string) => void };
      tellViolation(`${location.href}: ${violatedDirective} ${blockedURI}`);
    });
  });
  return () => found;
}
