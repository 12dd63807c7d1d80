/** The search of the site itself: what is in it, what may not be, and what a search fetches. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findRecords } from '#search/query.ts';
import { indexOf, readerOf, siteOf } from './site.ts';

const day = process.env['TODAY'] ?? '2026-11-25';
const site = await siteOf('content', day);
const index = indexOf(site);

test('every question, article, nutrient, product, term, figure and claim has a record', () => {
  const { library, records } = site;
  const count = (kind: string): number => records.filter((record) => record.kind === kind).length;
  expect(count('answers')).toBe(
    [...library.articles.values()].reduce((sum, { data }) => sum + data.questions.length, 0),
  );
  expect(new Set(records.flatMap(({ article }) => article ?? [])).size).toBe(library.articles.size);
  for (const [kind, of] of [
    ['nutrients', library.nutrients],
    ['products', library.products],
    ['terms', library.glossary],
    ['figures', library.figures],
    ['evidence', library.claims],
  ] as const)
    expect(count(kind)).toBe(of.size);
});

test('nothing that is shown or searched has markup in it', () => {
  for (const { title, lead, body, card, answer = [] } of site.records)
    for (const text of [title, lead, body, card.text ?? '', ...answer])
      expect(text).not.toMatch(/<\/?[a-z]|&#x|&amp;|\[@/);
});

test('of drafts and scheduled articles there is nothing', async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'micromile-')), 'content');
  cpSync('tests/fixtures/content', folder, { recursive: true });
  const model = readFileSync(path.join(folder, 'articles/model.mdx'), 'utf8');
  const probe = `${model}\n## About zyxwvut\n\nWords on zyxwvut.\n`
    .replace(/^title: .*$/m, 'title: An article on zyxwvut')
    .replace(/^(description: .*)$/m, '$1 Zyxwvut.')
    .replace(/question: .*$/m, 'question: Does zyxwvut help?');
  const write = (name: string, line: string): void =>
    writeFileSync(
      path.join(folder, `articles/${name}.mdx`),
      probe.replace(/^published:.*$/m, line),
    );
  write('later', 'published: 2099-01-01');
  write('draft', `published: ${day}\ndraft: true`);
  const { files } = indexOf(await siteOf(folder, day));
  expect([...files.values()].join('')).not.toContain('zyxwvut');
  write('now', `published: ${day}`);
  const shown = indexOf(await siteOf(folder, day));
  expect([...shown.files.values()].join('')).toContain('zyxwvut');
});

test.each([
  ['daily needs', '/tools/daily-needs/'],
  ['supplement calculator', '/tools/stack/'],
  ['compare products', '/products/'],
  ['glossary', '/glossary/'],
  ['rss', '/feeds/'],
])('%s leads to %s', async (query, href) => {
  const { groups } = await findRecords(query, readerOf(index));
  expect(groups[0]?.hits[0]?.href).toBe(href);
});

test.each([
  'best running shoes',
  'garmin watch',
  'treadmill incline',
  'compression socks',
  'foam roller',
  'keto diet',
  'weather in paris',
  'bitcoin price',
  'apple pie recipe',
  'best headphones for running',
])('there is nothing on %s', async (query) => {
  expect((await findRecords(query, readerOf(index))).groups).toEqual([]);
});

test.each([
  ['ferritin', 3],
  ['how much iron do i need', 3],
  ['why am i always tired', 3],
  ['salt tablets', 3],
  // The list of words, and then what it names.
  ['feritin', 5],
])('the first search, %s, asks in at most %i rounds', async (query, most) => {
  let rounds = 0;
  let waiting: (() => void)[] = [];
  const open = readerOf(index);
  const asked = new Map<string, Promise<unknown>>();
  const read: typeof open = <File>(name: string) => {
    const known = asked.get(name);
    if (known !== undefined) return known as Promise<File>;
    const own = new Promise<void>((resolve) => waiting.push(resolve)).then(() => open<File>(name));
    asked.set(name, own);
    return own;
  };
  const isDone = findRecords(query, read).then(() => true);
  const soon = (): Promise<false> => new Promise((resolve) => setImmediate(() => resolve(false)));
  while (!(await Promise.race([isDone, soon()]))) {
    const own = waiting;
    waiting = [];
    if (own.length > 0) rounds += 1;
    for (const answer of own) answer();
  }
  expect(rounds).toBeLessThanOrEqual(most);
});

test.each([
  'ferritin',
  'feritin',
  'how much iron do i need',
  'always tired',
  'vitamin d winter dose',
])('the first search, %s, fetches at most 60 KB', async (query) => {
  const asked: string[] = [];
  expect((await findRecords(query, readerOf(index, asked))).groups).not.toEqual([]);
  const bytes = asked.map((name) => brotliCompressSync(index.files.get(name) ?? '').length);
  expect(bytes.reduce((sum, own) => sum + own, 0)).toBeLessThanOrEqual(60 * 1024);
});
