/** A survey of a server with twenty ways to answer, and of hosts that want to be left alone. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LinkAnswer } from '#corpus/link-report.ts';
import type { Send } from '#links/ask.ts';
import { judged, survey } from '#links/survey.ts';

const today = '2026-06-01';

interface Asked {
  host: string;
  method: string;
  path: string;
}
const asked: Asked[] = [];
let open = 0;
let mostOpen = 0;
const openAt = new Map<string, number>();
let mostAtOneHost = 0;
let busy = 0;

type Way = (request: IncomingMessage, response: ServerResponse) => void;
const status =
  (code: number, headers: Record<string, string> = {}): Way =>
  (_request, response) =>
    response.writeHead(code, headers).end(code < 300 ? 'A page.' : '');
const to = (code: number, location: string): Way => status(code, { Location: location });

/** Twenty ways to answer, and what is made of each. */
const ways: Record<string, [Way, Partial<LinkAnswer>]> = {
  fine: [status(200), { state: 'ok' }],
  empty: [status(204), { state: 'ok' }],
  'moved for good': [to(301, '/new'), { state: 'moved', to: 'http://ways.example/new' }],
  'moved for good, 308': [to(308, '/new'), { state: 'moved', to: 'http://ways.example/new' }],
  'moved twice': [to(301, '/moved-for-good'), { state: 'moved', to: 'http://ways.example/new' }],
  'moved for now': [to(302, '/new'), { state: 'ok' }],
  'moved for good, then for now': [
    to(301, '/moved-for-now'),
    { state: 'moved', to: 'http://ways.example/moved-for-now' },
  ],
  'to another host': [
    to(301, 'http://other.example/fine'),
    { state: 'moved', to: 'http://other.example/fine' },
  ],
  'to the front page': [
    to(301, '/'),
    { state: 'unknown', said: 'leads to the front page http://ways.example/' },
  ],
  'in a circle': [to(301, '/in-a-circle'), { state: 'unknown', said: 'more than 10 redirects' }],
  'to no address': [to(301, 'ftp://x.example/'), { state: 'unknown', said: '301 to no address' }],
  'not found': [status(404), { state: 'unknown', said: '404', missing: [today] }],
  gone: [status(410), { state: 'unknown', said: '410', missing: [today] }],
  'not without a name': [status(401), { state: 'unknown', said: '401' }],
  forbidden: [status(403), { state: 'unknown', said: '403' }],
  'a wall of its own': [status(999), { state: 'unknown', said: '999' }],
  'an error': [status(500), { state: 'unknown', said: '500' }],
  'no HEAD': [
    (request, response) => status(request.method === 'HEAD' ? 405 : 200)(request, response),
    { state: 'ok' },
  ],
  'another HEAD': [
    (request, response) => status(request.method === 'HEAD' ? 404 : 200)(request, response),
    { state: 'ok' },
  ],
  'a line cut off': [
    (request) => request.socket.destroy(),
    { state: 'unknown', said: 'UND_ERR_SOCKET' },
  ],
};
const pathOf = (name: string): string => `/${name.replaceAll(/[, ]+/g, '-')}`;

const server = createServer((request, response) => {
  const host = String(request.headers['x-host']);
  const path = request.url ?? '';
  asked.push({ host, method: request.method ?? '', path });
  open += 1;
  openAt.set(host, (openAt.get(host) ?? 0) + 1);
  mostOpen = Math.max(mostOpen, open);
  mostAtOneHost = Math.max(mostAtOneHost, openAt.get(host) ?? 0);
  setTimeout(() => {
    open -= 1;
    openAt.set(host, (openAt.get(host) ?? 1) - 1);
    answer(host, path)(request, response);
  }, 5);
});

function answer(host: string, path: string): Way {
  if (path === '/robots.txt') {
    if (host === 'closed.example')
      return (_request, response) =>
        response.end('User-agent: *\nDisallow: /private/\n\nUser-agent: other\nDisallow: /\n');
    return status(host === 'broken.example' ? 503 : 404);
  }
  if (host === 'busy.example') {
    busy += 1;
    return busy === 1 ? status(429, { 'Retry-After': '0' }) : status(200);
  }
  if (host === 'overrun.example') return status(503, { 'Retry-After': '86400' });
  const way = Object.entries(ways).find(([name]) => pathOf(name) === path);
  return way?.[1][0] ?? status(200);
}

// Hosts are names of the test's own: all of them are this server, but for one that is none.
const send: Send = (address, options) => {
  const url = new URL(address);
  if (url.hostname === 'nowhere.example')
    return Promise.reject(
      new TypeError('fetch failed', {
        cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
      }),
    );
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, {
    ...options,
    headers: { ...(options.headers as Record<string, string>), 'X-Host': url.hostname },
  });
};
const look = (addresses: string[], before = new Map<string, LinkAnswer>()) =>
  survey(addresses, { today, before, send, between: 0, mostWait: 1000 });

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

test('there are twenty ways to answer', () => expect(Object.keys(ways)).toHaveLength(20));

describe('a page that answers', () => {
  let answers = new Map<string, LinkAnswer>();
  beforeAll(async () => {
    answers = await look(Object.keys(ways).map((name) => `http://ways.example${pathOf(name)}`));
  });

  test.each(Object.entries(ways))('%s', (name, [, wanted]) => {
    expect(answers.get(`http://ways.example${pathOf(name)}`)).toEqual({ asked: today, ...wanted });
  });

  test('is asked with HEAD, and with GET only where that shows none', () => {
    const methods = (name: string): string[] =>
      asked.filter(({ path }) => path === pathOf(name)).map(({ method }) => method);
    expect(methods('empty')).toEqual(['HEAD']);
    expect(methods('no HEAD')).toEqual(['HEAD', 'GET']);
    expect(methods('gone')).toEqual(['HEAD', 'GET']);
  });
});

test('a host that is none is missing', async () => {
  expect([...(await look(['http://nowhere.example/x'])).values()]).toEqual([
    { state: 'unknown', asked: today, said: 'no such host', missing: [today] },
  ]);
});

test('a DOI is asked of its resolver, and the publisher is left alone', async () => {
  const answers = await look(['https://doi.org/moved-for-now', 'https://doi.org/not-found']);
  expect([...answers.values()]).toMatchObject([{ state: 'ok' }, { missing: [today] }]);
  expect(asked.filter(({ host }) => host === 'doi.org').map(({ path }) => path)).not.toContain(
    '/new',
  );
});

test('robots.txt is obeyed, and where it fails nothing is asked', async () => {
  const answers = await look([
    'http://closed.example/private/x',
    'http://closed.example/fine',
    'http://broken.example/fine',
  ]);
  expect([...answers.values()].map(({ state, said }) => said ?? state)).toEqual(
    expect.arrayContaining(['robots.txt keeps programs out', 'ok', 'robots.txt answers 503']),
  );
  const paths = (name: string) => asked.filter(({ host }) => host === name).map(({ path }) => path);
  expect(paths('closed.example')).toEqual(['/robots.txt', '/fine']);
  expect(paths('broken.example')).toEqual(['/robots.txt']);
});

test('a host that asks to wait is waited for, and left alone where that is long', async () => {
  const answers = await look([
    'http://busy.example/a',
    'http://overrun.example/a',
    'http://overrun.example/b',
  ]);
  expect(answers.get('http://busy.example/a')).toEqual({ state: 'ok', asked: today });
  expect(answers.get('http://overrun.example/b')).toEqual({
    state: 'unknown',
    asked: today,
    said: 'the host asks to come back later',
  });
  expect(asked.filter(({ host }) => host === 'overrun.example').map(({ path }) => path)).toEqual([
    '/robots.txt',
    '/a',
  ]);
});

test('many hosts are asked at once, at most twenty, and each one thing at a time', async () => {
  mostOpen = 0;
  mostAtOneHost = 0;
  const hosts = Array.from({ length: 40 }, (_, index) => `http://h${index}.example`);
  await look(hosts.flatMap((host) => [`${host}/a`, `${host}/b`, `${host}/c`]));
  expect(mostAtOneHost).toBe(1);
  expect(mostOpen).toBeLessThanOrEqual(20);
  expect(mostOpen).toBeGreaterThan(5);
});

test('dead is what was missing on three days running', () => {
  const missing = { state: 'missing', said: '404' } as const;
  const first = judged(missing, undefined, '2026-06-01');
  const again = judged(missing, first, '2026-06-01');
  expect(again).toEqual(first);
  const second = judged(missing, again, '2026-06-02');
  expect(second).toMatchObject({ state: 'unknown', missing: ['2026-06-01', '2026-06-02'] });
  expect(judged(missing, second, '2026-06-03')).toEqual({
    state: 'dead',
    asked: '2026-06-03',
    said: '404',
    missing: ['2026-06-01', '2026-06-02', '2026-06-03'],
  });
  // A page that answers in between begins anew, and so does a wall.
  const back = judged({ state: 'unknown', said: '503' }, second, '2026-06-03');
  expect(judged(missing, back, '2026-06-04')).toMatchObject({ missing: ['2026-06-04'] });
});
