/**
 * A build after a change is the build of a clean checkout: whatever changed, whatever was built there
 * before, and on whatever machine. Of what is not published nothing is in it.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleSchema } from '#schemas/article.ts';
import {
  build,
  contents,
  copyProject,
  edit,
  startBuild,
  temporaryFolder,
  writeSmallContent,
} from './project.ts';

const folder = temporaryFolder();
const patched = ['hast-util-to-html'];
const used = path.join(folder, 'used');
const clean = path.join(folder, 'clean');
const content = path.join(folder, 'content');
const foreign = path.join(folder, 'foreign');
const later = {
  TODAY: '2026-12-20',
  SITE_URL: 'https://runners.example',
  SHOP_TAG: 'micromile-20',
};

// What a stranger must not read, in every place of an article where a text may stand.
const probes: string[] = [];
const probe = (): string => {
  const letter = (number: number): string => 'abcdefghijklmnopqrstuvwxyz'.charAt(number % 26);
  const word = `qz${letter(probes.length / 26)}${letter(probes.length)}vex`;
  probes.push(word);
  return word;
};

function writeHidden(id: string, state: string, fields: RegExp): void {
  probes.push(id);
  const hidden = readFileSync('tests/fixtures/content/articles/model.mdx', 'utf8')
    .replace(/^published: .*$/m, state)
    .replaceAll(fields, '')
    .replaceAll('/articles/model/', `/articles/${id}/`)
    .replace(/^aliases: /m, 'fragmentAliases: [{ old: made-up, now: what-is-known }]\naliases: ')
    // Every text has one of these words, whose place another one takes.
    .replaceAll(
      /\b(?:After(?= a)|Test(?= before)|Low|Ask|Lentils|Women|Men|ferritin(?=<)|blood|faster|food|how(?= we)|here|made-up|many|moderate|much|old-model|open|quotation|runner$|started|stores(?! *")|trial)\b/gm,
      probe,
    );
  writeFileSync(path.join(content, `articles/${id}.mdx`), hidden);
}

/** Everything of the code that can change between two builds. */
function changeProject(project: string): void {
  edit(path.join(project, 'src/styles/prose.css'), '.callout', '.changed, .callout');
  edit(path.join(project, 'src/client/dom.ts'), /$/, '\nconsole.debug(1);\n');
  edit(
    path.join(project, 'src/schemas/claim.ts'),
    /statement: prose\(\)/,
    'statement: prose().toUpperCase()',
  );
  edit(path.join(project, 'src/document/typeset.ts'), "['scroller']", "['scroller', 'changed']");
  edit(
    path.join(project, 'src/corpus/compiled.ts'),
    'words: document.words,',
    'words: document.words + 100_000,',
  );
  edit(
    path.join(project, 'node_modules/hast-util-to-html/lib/handle/text.js'),
    'node.value,',
    "node.value.replace('red blood', 'patched blood'),",
  );
}

function changeContent(): void {
  const file = (name: string): string => path.join(content, name);
  edit(file('claims/iron.yaml'), 'women with low stores', 'people with low stores');
  edit(file('sources/studies.json'), /"title": "[^"]+"/, '"title": "A title that was changed"');
  edit(file('articles/model.mdx'), '/articles/old-model/', '/articles/older-model/');
  rmSync(file('articles/deleted.mdx'));
  renameSync(file('articles/named.mdx'), file('articles/renamed.mdx'));
}

function copyArticle(id: string, title: string): void {
  const text = readFileSync(path.join(content, 'articles/second.mdx'), 'utf8');
  writeFileSync(
    path.join(content, `articles/${id}.mdx`),
    text
      .replace(/^title: .*$/m, `title: ${title}`)
      .replace('A made-up article', `The made-up article ${id}`)
      .replace(/^published: .*$/m, 'published: 2026-03-01')
      .replace(/^ {2}- question: (.*)\?$/gm, `  - question: $1, in ${id}?`),
  );
}

let built: Map<string, string>;
let cleanlyBuilt: Map<string, string>;
let foreignBuilt: Map<string, string>;
const text = (files: Map<string, string>, name: string): string =>
  Buffer.from(files.get(name) ?? '', 'base64').toString();
const sound = ({ status, output }: { status: number | null; output: string }): void =>
  expect(status === 0 ? '' : output).toBe('');

beforeAll(async () => {
  for (const project of [used, clean]) {
    mkdirSync(project);
    copyProject(project, patched);
  }
  writeSmallContent(content);
  edit(path.join(content, 'articles/second.mdx'), /^published: .*$/m, 'published: 2026-12-10');
  copyArticle('deleted', 'An article that will be gone');
  copyArticle('named', 'An article that will be renamed');
  writeHidden('qzdraft', 'published: 2026-01-10\ndraft: true', /^(?:updated|reviewed): .*\n/gm);
  // What it alone draws.
  const drawn = readFileSync('tests/fixtures/content/figures/low-stores.yaml', 'utf8');
  probes.push('qzdrawn');
  writeFileSync(
    path.join(content, 'figures/qzdrawn.yaml'),
    drawn.replace('title: ', 'title: Qzdrawn, or '),
  );
  edit(
    path.join(content, 'articles/qzdraft.mdx'),
    '<Figure id="low-stores"',
    '<Figure id="qzdrawn"',
  );
  // What waits for its day has no changes either.
  writeHidden('qzwaits', 'published: 2027-03-01', /^(?:updated|reviewed): .*\n|^changes:\n.*\n/gm);
  // Another site, built at the same time in the same checkout, in which nothing was built before.
  writeSmallContent(foreign);
  edit(path.join(foreign, 'articles/model.mdx'), 'Lentils', 'Peas');
  const runs = [
    startBuild(used, { CONTENT_DIR: content }),
    startBuild(used, { CONTENT_DIR: foreign }, ['--outDir', 'foreign']),
  ];
  for (const run of runs) sound(await run.end);
  foreignBuilt = contents(path.join(used, 'foreign'));

  changeContent();
  changeProject(used);
  changeProject(clean);
  sound(build(used, { ...later, CONTENT_DIR: content }));
  built = contents(path.join(used, 'dist'));

  // The same files, written to the disk in another order, under another language and time.
  const copied = path.join(folder, 'elsewhere ü');
  for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .toReversed())
    cpSync(path.join(content, name), path.join(copied, name), { recursive: true });
  const machine = {
    LC_ALL: 'et_EE.UTF-8',
    LANG: 'da_DK.UTF-8',
    TZ: 'Asia/Tokyo',
    NODE_ENV: 'development',
  };
  sound(build(clean, { ...later, ...machine, CONTENT_DIR: copied }));
  cleanlyBuilt = contents(path.join(clean, 'dist'));
}, 600_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a build after changes is that of a clean checkout on another machine, byte for byte', () => {
  expect([...built.keys()]).toEqual([...cleanlyBuilt.keys()]);
  const differing = [...built].filter(([name, bytes]) => cleanlyBuilt.get(name) !== bytes);
  expect(differing.map(([name]) => name)).toEqual([]);
});

test.each([
  ['a schema', 'evidence/iron-fatigue/index.html', /IRON EASED FATIGUE/],
  ['the compiler', 'articles/model/index.html', /class="scroller changed"/],
  ['the loader', 'articles/model/index.html', /\b\d{3} min/],
  ['a package', 'articles/model/index.html', /patched blood cells/],
  ['a claim', 'evidence/iron-fatigue/index.html', /IN PEOPLE WITH LOW STORES/],
  ['a source', 'data/sources.json', /A title that was changed/],
  ['the day', 'articles/second/index.html', /<h1/],
  ['the address', 'sitemap-0.xml', /https:\/\/runners\.example\/articles\/model\//],
  ['a tag', 'products/iron-capsule/index.html', /tag=micromile-20/],
  ['an alias', 'articles/older-model/index.html', /\/articles\/model\//],
  ['a name', 'articles/renamed/index.html', /<h1/],
])('it shows the change of %s', (_what, name, shown) => {
  expect(text(built, name)).toMatch(shown);
});

test('it has nothing of what went away', () => {
  const gone = ['deleted', 'named', 'old-model'].map((id) => `articles/${id}/index.html`);
  expect(gone.filter((name) => built.has(name))).toEqual([]);
});

test('sites that are built beside each other hold their own words', () => {
  expect(text(foreignBuilt, 'articles/model/index.html')).toContain('Peas and meat');
  expect(foreignBuilt.has('articles/deleted/index.html')).toBe(false);
});

test('nothing is left beside the site', () => {
  const left = readdirSync(used).filter((name) => name.startsWith('.staging-'));
  expect(left).toEqual([]);
});

describe('of a draft and of an article that waits', () => {
  test('every field is tried', () => {
    const tried = readFileSync(path.join(content, 'articles/qzdraft.mdx'), 'utf8');
    const told = Object.keys(articleSchema.shape).filter((field) =>
      new RegExp(`^${field}:`, 'm').test(tried),
    );
    const publishedOnly = ['updated', 'reviewed'];
    expect([...told, ...publishedOnly].sort()).toEqual(Object.keys(articleSchema.shape).sort());
    const both = tried + readFileSync(path.join(content, 'articles/qzwaits.mdx'), 'utf8');
    const untried = probes.filter(
      (word) => !`${both} qzdraft qzwaits`.toLowerCase().includes(word),
    );
    expect(untried).toEqual([]);
  });

  test('files for programs are among those that are looked at', () => {
    const wanted = `feed.xml feed.atom feed.json corrections/feed.xml themes/tired/feed.xml llms.txt
      articles/model.md articles/model.bib articles/model.csl.json nutrients/iron.md`.split(/\s+/);
    expect(wanted.filter((name) => !built.has(name))).toEqual([]);
    expect(text(built, 'feed.xml')).toContain('/articles/model/');
  });

  test('no file holds a word, an address or a name', () => {
    const leaks = [...built.keys()].flatMap((name) => {
      const words = `${name} ${text(built, name)}`.toLowerCase();
      return probes.filter((word) => words.includes(word)).map((word) => `${name}: ${word}`);
    });
    expect(leaks).toEqual([]);
  });
});
