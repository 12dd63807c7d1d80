/**
 * The import arrow of the house plan. A room knows only what stands to its left, so that content,
 * knowledge and views can be tested in milliseconds and a page can be changed without fear.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const rooms: Record<string, string[]> = {
  schemas: ['schemas'],
  document: ['document', 'schemas'],
  // What commands keep for each other.
  store: ['store'],
  corpus: ['corpus', 'document', 'schemas', 'store', 'environment', 'session'],
  domain: ['domain', 'schemas'],
  library: [
    'library',
    'corpus',
    'document',
    'domain',
    'schemas',
    'store',
    'environment',
    'session',
  ],
  views: ['views', 'checks', 'library', 'corpus', 'document', 'domain', 'schemas'],
  // What the browser needs of it knows no library: see below.
  search: ['search', 'views', 'library', 'document', 'domain', 'schemas'],
  // What is drawn on paper has the colors of the light scheme.
  drawing: ['drawing', 'views', 'corpus', 'domain', 'schemas', 'store', 'tailwind.config'],
  'json-ld': ['json-ld', 'views', 'schemas'],
  formats: ['formats', 'views', 'domain', 'schemas'],
  components: ['components', 'drawing', 'views', 'domain', 'schemas'],
  // The frame asks which pages the content has.
  layouts: [
    'layouts',
    'components',
    'views',
    'library',
    'json-ld',
    'domain',
    'schemas',
    'styles',
    // The browser's own bars have the colors of the page.
    'tailwind.config',
  ],
  gallery: [
    'gallery',
    'components',
    'drawing',
    'views',
    'library',
    'corpus',
    'document',
    'domain',
    'schemas',
  ],
  pages: [
    'pages',
    'gallery',
    'layouts',
    'components',
    'drawing',
    'formats',
    'views',
    'search',
    'library',
    'json-ld',
    'domain',
    'schemas',
    'environment',
    'step',
    'styles',
    'tailwind.config',
  ],
  // What runs in the browser: pure rooms, and of schemas types alone.
  client: ['client', 'drawing', 'search', 'views', 'domain', 'schemas'],
  checks: ['checks', 'drawing', 'corpus', 'document', 'domain', 'schemas', 'store', 'environment'],
  // What authors ask for at the desk.
  author: ['author', 'checks', 'corpus', 'document', 'domain', 'schemas', 'store', 'environment'],
  // What an editor asks while somebody writes.
  editor: [
    'editor',
    'author',
    'checks',
    'corpus',
    'document',
    'domain',
    'schemas',
    'store',
    'environment',
  ],
  // What hosts are told of a site that was built.
  hosting: ['hosting'],
  // Asks addresses outside, for a command of its own.
  links: ['links', 'checks', 'corpus', 'domain', 'environment'],
  publish: [
    'publish',
    'hosting',
    'store',
    'checks',
    'library',
    'corpus',
    'domain',
    'schemas',
    'environment',
    'session',
    'step',
  ],
  // The drawings become bitmaps in the browser that the tests find.
  styles: ['styles', 'tests'],
};
// Whoever needs them may know the site's name, its addresses and ids, and the shape of a problem.
const everyone = ['site', 'base', 'routes', 'anchors', 'problem'];
// Pure rooms, and what views know of the library: no Astro, no clock, no environment, no disk.
const pure = [
  'hosting',
  'schemas',
  'document',
  'domain',
  'library/records.ts',
  'views',
  'search',
  'json-ld',
  'formats',
];

const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|astro|mdx)$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name));

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function roomOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1).split('/')[0]?.replace(/\.ts$/, '');
  if (!specifier.startsWith('.')) return undefined;
  const target = path.relative('src', path.resolve(path.dirname(file), specifier));
  const [room, outside] = target.split(path.sep);
  return (room === '..' ? outside : room)?.replace(/\.ts$/, '');
}

test('every room has its rule', () => {
  const folders = files.flatMap((file) => file.split(path.sep).slice(1, -1)[0] ?? []);
  expect([...new Set(folders)].sort()).toEqual(Object.keys(rooms).sort());
});

describe.each(Object.entries(rooms))('%s', (room, allowed) => {
  const own = files.filter((file) => file.startsWith(path.join('src', room) + path.sep));

  test('has files', () => expect(own.length).toBeGreaterThan(0));

  test('imports only from rooms to its left', () => {
    const strangers = own.flatMap((file) =>
      importsOf(file)
        .map((specifier) => ({ file, room: roomOf(file, specifier) }))
        .filter(
          ({ room: target }) => target !== undefined && ![...allowed, ...everyone].includes(target),
        ),
    );
    expect(strangers).toEqual([]);
  });
});

test.each(pure)('%s reads no clock, environment or disk and no Astro module', (place) => {
  const own = files.filter((file) => `${file}/`.startsWith(`src/${place}/`));
  expect(own.length).toBeGreaterThan(0);
  const guilty = own.filter((file) => {
    const text = readFileSync(file, 'utf8');
    return (
      importsOf(file).some((specifier) => /^(?:astro:|node:)/.test(specifier)) ||
      /\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\)|import\.meta\.env/.test(text)
    );
  });
  expect(guilty).toEqual([]);
});

test('the browser stores nothing, asks nobody but the search index and gets no schema', () => {
  const client = files.filter((file) => file.startsWith(path.join('src', 'client') + path.sep));
  const asking = client.filter((file) => readFileSync(file, 'utf8').includes('fetch('));
  expect(asking).toEqual(['src/client/index-files.ts']);
  const guilty = client.filter((file) => {
    const whole = readFileSync(file, 'utf8');
    const text = asking.includes(file) ? whole.replace('fetch(address', '') : whole;
    return (
      /localStorage|sessionStorage|indexedDB|document\.cookie|fetch\(|XMLHttp|sendBeacon|innerHTML/.test(
        text,
      ) || /^import (?!type\b)[^;]*?from '(?:#|\.\.\/)schemas\//m.test(text)
    );
  });
  expect(guilty).toEqual([]);
});

test('only the library asks astro:content', () => {
  const askers = files.filter((file) => importsOf(file).includes('astro:content'));
  expect(askers.map((file) => file.split(path.sep)[1])).toEqual(
    expect.arrayContaining(['library']),
  );
  expect(askers.filter((file) => !/^src\/(?:library\/|content\.config\.ts$)/.test(file))).toEqual(
    [],
  );
});

test('of the library views know the records, and what many pages share', () => {
  const known = files
    .filter((file) => file.startsWith(path.join('src', 'views') + path.sep))
    .flatMap(importsOf)
    .flatMap((specifier) => /(?:^#|\/)library\/(.+)/.exec(specifier)?.[1] ?? []);
  expect([...new Set(known)].sort()).toEqual(['records.ts', 'shared.ts']);
});

test('of the views only the page of the rules looks at the checks', () => {
  const lookers = files
    .filter((file) => file.startsWith(path.join('src', 'views') + path.sep))
    .filter((file) => importsOf(file).some((specifier) => roomOf(file, specifier) === 'checks'));
  expect(lookers).toEqual(['src/views/rules.ts']);
});

test('only one component emits a link to a merchant', () => {
  const emitters = files.filter((file) => /rel=\{[^}]*\brel\b/.test(readFileSync(file, 'utf8')));
  expect(emitters).toEqual(['src/components/product/MerchantLink.astro']);
});

test('only one component links the page on which a label was read', () => {
  const emitters = files.filter((file) =>
    /href=\{[^}]*\blabel(?:Seen)?\.(?:href|url)\b/.test(readFileSync(file, 'utf8')),
  );
  expect(emitters).toEqual(['src/components/product/LabelSeen.astro']);
});

// The arguments of a call whose opening bracket ends at an offset.
function argumentsAt(text: string, start: number): string[] {
  const found = [''];
  for (let at = start, depth = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character) && (depth -= 1) < 0) break;
    if (character === ',' && depth === 0) found.push('');
    else found[found.length - 1] += character;
  }
  return found.map((argument) => argument.trim()).filter((argument) => argument !== '');
}

test.each([
  ['a.localeCompare(b)', 1],
  ["a.localeCompare(b, 'en', { numeric: true })", 0],
  ['f(a).localeCompare(g(b, c))', 1],
  ['n.toLocaleString()', 1],
  ["n.toLocaleString('en-US')", 0],
  ['new Intl.Collator()', 1],
  ['new Intl.NumberFormat(undefined, {})', 1],
  ['new Intl.NumberFormat(site.language, {})', 0],
  ['day.getDate()', 1],
  ['day.getUTCDate()', 0],
])('%s asks the machine %i times', (text, times) => expect(asksMachine(text)).toHaveLength(times));

// Calls whose answer depends on the language or the time zone of the machine.
function asksMachine(text: string): string[] {
  const calls = /\.localeCompare\(|\.toLocale\w*\(|\bIntl\.\w+\(/g;
  const localTime =
    /\.(?:get(?:Date|Day|FullYear|Hours|Minutes|Month|TimezoneOffset)|to(?:Date|Time)String)\(/g;
  return [
    ...[...text.matchAll(calls)].filter((call) => {
      const given = argumentsAt(text, call.index + call[0].length);
      const locale = given[call[0] === '.localeCompare(' ? 1 : 0] ?? 'undefined';
      return locale === 'undefined';
    }),
    ...text.matchAll(localTime),
  ].map(([call]) => call);
}

test('no order, number or day is that of the machine', () => {
  const guilty = files.flatMap((file) =>
    asksMachine(readFileSync(file, 'utf8')).map((call) => `${file}: ${call}`),
  );
  expect(guilty).toEqual([]);
});

test('no folder is a bag for what has no home', () => {
  const names = files.flatMap((file) => file.split(path.sep));
  expect(names.filter((name) => /^(?:utils?|helpers?|common|misc)(?:\.ts)?$/.test(name))).toEqual(
    [],
  );
});
