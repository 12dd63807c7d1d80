/**
 * A site with more than its lists hold on a page: each page stays within its bytes, everything is still
 * reached by links, and what was published at an address of a list is.
 */
import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, edit, temporaryFolder, writeSmallContent } from './project.ts';
import { madeUpWords } from '../words.ts';

const folder = temporaryFolder();
const content = path.join(folder, 'content');
const site = path.join(folder, 'dist');
const file = (name: string): string => path.join(content, name);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const words = madeUpWords(17);

const model = readFileSync('tests/fixtures/content/articles/model.mdx', 'utf8').replace(
  /^(?:aliases|reviewed|urgent|exceptions): .*\n(?: +.*\n)*|^urgent:\n(?: {2}.*\n)+/gm,
  '',
);
function writeArticle(number: number): void {
  const day = new Date(Date.UTC(2026, 0, 1 + (number % 200))).toISOString().slice(0, 10);
  const questions = Array.from(
    { length: 6 },
    (_, index) =>
      `  - question: Does magnesium help ${words(5)} of ${number}, ${index}?\n    answer: "No, ${words(9)}, and so on. ${words(25)}."\n`,
  ).join('');
  const changes = Array.from(
    { length: 2 },
    () => `  - { on: ${day}, kind: update, what: "It ${words(14)}." }\n`,
  ).join('');
  writeFileSync(
    file(`articles/made-${number}.mdx`),
    model
      .replace(/^title: .*$/m, `title: The ${words(6)} ${number}`)
      .replace(/^description: .*$/m, `description: A made-up article ${number} on ${words(12)}.`)
      .replace(/^published: .*\nupdated: .*$/m, `published: ${day}`)
      .replace(/^faq:\n(?: +.*\n)+/m, `faq:\n${questions}`)
      .replace(/^changes:\n(?: +.*\n)+/m, `changes:\n${changes}`),
  );
}

const patience = 120_000;
const articles = 160;
const run = (): { status: number | null; output: string } =>
  build('.', { CONTENT_DIR: content }, ['--outDir', site]);
const pages = (): string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
const read = (name: string): string => readFileSync(path.join(site, name), 'utf8');

let first: ReturnType<typeof run>;
beforeAll(() => {
  writeSmallContent(content);
  for (let number = 1; number <= articles; number += 1) writeArticle(number);
  appendFileSync(file('addresses.txt'), '/faq/#does-iron-make-a-runner-faster\n');
  first = run();
}, patience);

test('no page is larger than 60 KB after brotli', () => {
  expect(first).toMatchObject({ status: 0 });
  const sizes = pages()
    .map((name) => [name, readFileSync(path.join(site, name))] as const)
    .filter(([, html]) => html.length > 60 * 1024)
    .map(([name, html]) => [name, brotliCompressSync(html).length]);
  expect(sizes.filter(([, size]) => Number(size) > 60 * 1024)).toEqual([]);
  expect(sizes.length).toBeGreaterThan(0);
});

test.each(['articles', 'themes/tired'])(
  'every article is reached from %s, part by part',
  (start) => {
    const found = new Set<string>();
    const seen = new Set<string>();
    const open = [`/${start}/`];
    for (let page = open.pop(); page !== undefined; page = open.pop()) {
      if (seen.has(page)) continue;
      seen.add(page);
      const main = /<main.*<\/main>/s.exec(read(`${page.slice(1)}index.html`))?.[0] ?? '';
      for (const [, href = ''] of main.matchAll(/ href="([^"#]*)["#]/g)) {
        if (/^\/articles\/made-\d+\/$/.test(href)) found.add(href);
        if (href.startsWith(`/${start}/`) && /\/\d+\/$/.test(href)) open.push(href);
      }
    }
    expect(found.size).toBe(articles);
    expect(seen.size).toBeGreaterThan(2);
  },
);

test('the page of all questions leads on, and to what was published on it', () => {
  const faq = read('faq/index.html');
  expect(faq).toContain('<a href="/themes/tired/#questions">All 962 questions: ');
  expect(faq).toContain(
    '<li id="does-iron-make-a-runner-faster"><a href="/articles/model/#does-iron-make-a-runner-faster">',
  );
  // What was not written down as published had its address there only while all of them had one.
  expect(faq).not.toContain('id="how-much-iron-is-too-much"');
});

test('an article more leaves the parts behind the first as they are', () => {
  const parts = pages().filter((name) => /\/\d+\/index\.html$/.test(name));
  const marks = new Map(parts.map((name) => [name, read(name)]));
  const card = 'cards/articles/made-1.png';
  const { ino } = statSync(path.join(site, card));
  writeArticle(articles + 1);
  edit(file(`articles/made-${articles + 1}.mdx`), /^published: .*$/m, 'published: 2026-11-24');
  edit(file(`articles/made-${articles + 1}.mdx`), /on: \S+,/g, 'on: 2026-11-24,');
  expect(run().status).toBe(0);
  const changed = parts.filter((name) => read(name) !== marks.get(name));
  expect(changed).toEqual([]);
  expect(statSync(path.join(site, card)).ino).toBe(ino);
});

test('a question that was published is missed where it is gone', () => {
  edit(file('articles/model.mdx'), 'Does iron make a runner faster?', 'Is a runner faster then?');
  const { status, output } = run();
  expect(status).toBe(1);
  expect(output).toContain('/faq/#does-iron-make-a-runner-faster was published and would be lost.');
});
