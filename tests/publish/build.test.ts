/** A build of what is not sound ends, says why, and leaves the site that was there as it was. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyContent } from '../site/commands.ts';
import { build as buildProject } from './project.ts';

const patience = 120_000;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  mkdirSync(path.join(folder, 'dist'));
  writeFileSync(path.join(folder, 'dist/index.html'), 'the site of yesterday');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function build(
  content: string,
  environment: NodeJS.ProcessEnv = {},
): { status: number | null; output: string } {
  const words = ['--outDir', path.join(folder, 'dist')];
  return buildProject('.', { CONTENT_DIR: content, ...environment }, words);
}

function expectUntouched(output: string): void {
  expect(readdirSync(folder)).toEqual(['dist']);
  expect(readFileSync(path.join(folder, 'dist/index.html'), 'utf8')).toBe('the site of yesterday');
  expect(output).not.toMatch(/^\s+at .*:\d+/m);
  expect(output).toContain(
    'Nothing was published; dist/ is as it was. Mend the errors and build again.',
  );
}

function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${String(from)} is not in ${file}.`);
  writeFileSync(file, edited);
}

describe('content with', () => {
  // Every mistake in one copy: a build starts slowly, and tells all of them at once.
  const content = copyContent('tests/fixtures/content');
  const article = path.join(content, 'articles/model.mdx');
  const second = path.join(content, 'articles/second.mdx');
  const third = path.join(content, 'articles/third.mdx');
  writeFileSync(third, readFileSync(second));
  edit(article, '[@iron-prevalence]', '[@iron-prevalnce]');
  edit(article, '<ProductCard id="iron', '<ProductCrad id="iron');
  edit(
    article,
    /^## What is not known$/m,
    'import x from "y"\n\nIt is {1 + 1}.\n\n## What is not known',
  );
  edit(second, /^authors: .*\n/m, '');
  edit(second, /^reviewDue: .*$/m, 'reviewDue: 2027-02-30');
  edit(third, /^Two capsules/m, '<Callout kind="note" title="T">\n\nTwo capsules');

  test(
    'a broken reference, a misspelt component, code, fields and an unclosed tag',
    () => {
      const { status, output } = build(content);
      expect(status).toBe(1);
      for (const line of [
        /model\.mdx:\d+:\d+ {2}error {2}there is no claim or source "iron-prevalnce"\. {2}unknown-reference\n {4}Did you mean "iron-prevalence"\?/,
        /model\.mdx:\d+:\d+ {2}error {2}unknown component <ProductCrad>\./,
        /model\.mdx:\d+:\d+ {2}error {2}import: content is data/,
        /model\.mdx:\d+:\d+ {2}error {2}expression: \{1 \+ 1\} is not allowed/,
        /second\.mdx:\d+:\d+ {2}error {2}the field "authors" is missing\./,
        /second\.mdx:\d+:\d+ {2}error {2}"reviewDue" is not a day of the calendar/,
        /third\.mdx:\d+:\d+ {2}error {2}broken MDX: /,
      ])
        expect(output).toMatch(line);
      expectUntouched(output);
    },
    patience,
  );
});

test(
  'a site whose pages lead nowhere is built aside and not published',
  () => {
    // Which places a page of code has, the checks of content cannot know.
    const content = copyContent('tests/fixtures/content');
    appendFileSync(
      path.join(content, 'articles/model.mdx'),
      '\n\nSee [the place that is not there](/tools/stack/#no-such-place).\n',
    );
    const { status, output } = build(content);
    expect(status).toBe(1);
    expect(output).toMatch(/ {2}error {2}\/tools\/stack\/ has no id "no-such-place"\./);
    expectUntouched(output);
  },
  patience,
);

test(
  'an address that readers reach is not built before all that must be done is',
  () => {
    const content = copyContent('tests/fixtures/content');
    edit(path.join(content, 'site.yaml'), /^contact: .*$/m, 'contact: desk@site.example');
    rmSync(path.join(content, 'addresses.txt'));
    const unready = build(content, { SITE_URL: 'https://runners.com' });
    expect(unready.status).toBe(1);
    expect(unready.output).toMatch(
      /https:\/\/runners\.com is an address that readers reach, and this must be done before:\nmust {4}contact {4}"desk@site\.example" is a placeholder\n {19}→ content\/site\.yaml:2, contact\nmust {4}addresses {2}nobody wrote down what is published\n/,
    );
    expect(readFileSync(path.join(folder, 'dist/index.html'), 'utf8')).toBe(
      'the site of yesterday',
    );
    const ready = build('tests/fixtures/content', { SITE_URL: 'https://runners.com' });
    expect(ready.output).not.toContain('must be done before');
    expect(ready.status).toBe(0);
  },
  patience,
);

test(
  'a page that would be lost stops a build, and with a reason there is a page that gives it',
  () => {
    const content = copyContent('tests/fixtures/content');
    appendFileSync(path.join(content, 'addresses.txt'), '/articles/lost/\n');
    const { status, output } = build(content);
    expect(status).toBe(1);
    expect(output).toContain(
      'content/addresses.txt:11:1  error  /articles/lost/ was published and would be lost.',
    );
    expectUntouched(output);
    appendFileSync(
      path.join(content, 'gone.yaml'),
      '  - { address: /articles/lost/, on: 2026-02-01, reason: Nobody found a source for it. }\n',
    );
    expect(build(content).status).toBe(0);
    const page = readFileSync(path.join(folder, 'dist/articles/lost/index.html'), 'utf8');
    expect(page).toContain('Nobody found a source for it.');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(readFileSync(path.join(folder, 'dist/sitemap-0.xml'), 'utf8')).not.toContain('lost');
  },
  patience,
);

test.each([
  ['a SITE_URL that is none', { SITE_URL: 'notaurl' }, /^SITE_URL is "notaurl": [^\n]+\n$/],
  ['a TODAY that is none', { TODAY: 'tomorrow' }, /^[^\n]*\n?TODAY is "tomorrow": [^\n]+\n$/],
])(
  '%s is told in a sentence',
  (_what, environment, sentence) => {
    const { status, output } = build('tests/fixtures/content', environment);
    expect(status).toBe(1);
    expect(output).toMatch(sentence);
  },
  patience,
);

test.each(['dist', 'deploy'])(
  'a file in the place of %s/ is told in a sentence, before anything is built',
  (name) => {
    rmSync(path.join(folder, 'dist'), { recursive: true });
    writeFileSync(path.join(folder, name), 'mine');
    const { status, output } = build('tests/fixtures/content');
    expect(status).toBe(1);
    expect(output).toContain(`/${name} cannot be replaced. It is a file, or a link: move it away`);
    expect(output.split('\n')).toHaveLength(2);
    expect(readdirSync(folder)).toEqual([name]);
  },
  patience,
);
