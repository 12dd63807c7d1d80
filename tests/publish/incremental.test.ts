/**
 * A build that keeps pages gives what a clean one gives, byte for byte, after each kind of change.
 * The changes of content are built in one step; with LONG_TESTS set, each change of any kind by itself.
 */
import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
const used = path.join(folder, 'used');
const clean = path.join(folder, 'clean');
const content = path.join(folder, 'content');
const file = (name: string): string => path.join(content, name);
const article = (id: string, title: string): void => {
  const text = readFileSync(file('articles/model.mdx'), 'utf8');
  writeFileSync(
    file(`articles/${id}.mdx`),
    text
      .replace(/^title: .*$/m, `title: ${title}`)
      .replace('A made-up article', `The made-up article ${id}`)
      .replace(/^ {2}- question: (.*)\?$/gm, `  - question: $1, in ${id}?`)
      .replace(/^aliases: .*\n/m, ''),
  );
};

let environment: Record<string, string> = {};

/** What changes, by the step in which it is built. */
const changes: Record<string, [name: string, change: () => void][]> = {
  content: [
    ['a claim', () => edit(file('claims/iron.yaml'), 'women with low stores', 'people who ran')],
    ['a source', () => edit(file('sources/studies.json'), /"title": "[^"]+"/, '"title": "New"')],
    ['a nutrient', () => edit(file('nutrients/magnesium.mdx'), 'symbol: Mg', 'symbol: Mx')],
    ['a product', () => edit(file('products/iron-capsule.yaml'), /^name: .*$/m, 'name: Renamed')],
    [
      'a term',
      () => edit(file('glossary/ferritin.yaml'), /^definition: .*$/m, 'definition: A word.'),
    ],
    ['a picture', () => cpSync('src/gallery/pictures/sample-small.png', file('images/curve.png'))],
    [
      'whose a picture is',
      () => edit(file('images/curve.yaml'), /^credit: .*$/m, 'credit: Somebody else'),
    ],
    ['the site', () => edit(file('site.yaml'), /^name: .*$/m, 'name: Another name')],
    ['an article', () => edit(file('articles/first.mdx'), '\n## ', '\nOne more sentence.\n\n## ')],
    [
      'an alias',
      () => edit(file('articles/model.mdx'), '/articles/old-model/', '/articles/older/'),
    ],
    ['a deletion', () => rmSync(file('articles/gone.mdx'))],
    ['a name', () => renameSync(file('articles/named.mdx'), file('articles/renamed.mdx'))],
    ['a new article', () => article('fresh', 'An article that was not there')],
    ['a collection without entries', () => rmSync(file('presets'), { recursive: true })],
  ],
  code: [
    ['a style', () => everywhere('src/styles/prose.css', '.callout', '.changed, .callout')],
    [
      'a component',
      () => everywhere('src/components/site/NotAdvice.astro', '<aside', '<aside data-changed'),
    ],
    ['a view', () => everywhere('src/views/claim.ts', "'Helps'", "'It helps'")],
    ['a script', () => everywhere('src/client/dom.ts', /$/, '\nconsole.debug(1);\n')],
    ['a rule', () => everywhere('src/checks/severity.ts', "  'unused',\n", '')],
  ],
  machine: [
    ['the day', () => (environment = { ...environment, TODAY: '2026-12-20' })],
    ['the address', () => (environment = { ...environment, SITE_URL: 'https://runners.example' })],
    ['a tag', () => (environment = { ...environment, SHOP_TAG: 'micromile-20' })],
    ['a cache that was cut', cutCaches],
  ],
};

function everywhere(name: string, from: string | RegExp, to: string): void {
  for (const project of [used, clean]) edit(path.join(project, name), from, to);
}

function cutCaches(): void {
  const cache = path.join(used, '.cache');
  for (const name of readdirSync(cache, { recursive: true, encoding: 'utf8' }))
    if (/kept\.db$|\bsites\/.*\.json$|\bload_[^/]*\.mjs$/.test(name))
      truncateSync(path.join(cache, name), 5000);
}

function built(project: string): {
  files: Map<string, string>;
  output: string;
  kept: number;
} {
  const { status, output } = build(project, { CONTENT_DIR: content, ...environment });
  expect(status === 0 ? '' : output).toBe('');
  return {
    files: contents(path.join(project, 'dist')),
    output,
    kept: Number(/, (\d+) as they were/.exec(output)?.[1] ?? 0),
  };
}

/** Files that a clean build has not, or has otherwise. */
function unlikeClean(files: Map<string, string>): string[] {
  // Its press, too: one that held content would hold that of now.
  rmSync(path.join(clean, '.cache'), { recursive: true, force: true });
  const expected = built(clean).files;
  const names = new Set([...files.keys(), ...expected.keys()]);
  return [...names].filter((name) => files.get(name) !== expected.get(name));
}

beforeAll(() => {
  for (const project of [used, clean]) {
    mkdirSync(project);
    copyProject(project);
  }
  writeSmallContent(content);
  cpSync('content/site.yaml', file('site.yaml'));
  // The small site has other figures.
  edit(file('site.yaml'), /^figure: .*\n/m, '');
  for (const [id, title] of [
    ['first', 'The first article of them all'],
    ['gone', 'An article that will be gone'],
    ['named', 'An article that will be renamed'],
  ] as const)
    article(id, title);
  built(used);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('where nothing changed the site is left as it stands', () => {
  const dist = path.join(used, 'dist');
  const before = contents(dist);
  const { ino } = statSync(dist);
  const { files, output } = built(used);
  expect(output).toContain('Nothing changed');
  expect(files).toEqual(before);
  expect(statSync(dist).ino).toBe(ino);
}, 120_000);

test.each([
  ['written in', (dist: string) => writeFileSync(path.join(dist, 'index.html'), 'Mine.')],
  ['added to', (dist: string) => writeFileSync(path.join(dist, 'mine.html'), 'Mine.')],
  ['cut', (dist: string) => rmSync(path.join(dist, 'articles'), { recursive: true })],
])(
  'a site that was %s is built again, of pages that are kept',
  (_name, change) => {
    const dist = path.join(used, 'dist');
    const before = contents(dist);
    change(dist);
    const { files, kept } = built(used);
    expect(files).toEqual(before);
    expect(kept).toBeGreaterThan(20);
  },
  120_000,
);

test('a file that is published as it lies there is published anew, also behind a link', () => {
  const humans = path.join(folder, 'humans.txt');
  writeFileSync(humans, 'Somebody.');
  for (const project of [used, clean]) symlinkSync(humans, path.join(project, 'public/humans.txt'));
  expect(built(used).files.get('humans.txt')).toBe(btoa('Somebody.'));
  writeFileSync(humans, 'Somebody else.');
  expect(built(used).files.get('humans.txt')).toBe(btoa('Somebody else.'));
}, 240_000);

test.each([
  ['its press is made', '.cache'],
  ['it is printed', ''],
])(
  'code that changes while %s is not what the next build prints',
  async (_when, place) => {
    const component = path.join(used, 'src/components/site/NotAdvice.astro');
    const text = readFileSync(component, 'utf8');
    const before = contents(path.join(used, 'dist'));
    if (place !== '') rmSync(path.join(used, '.cache/presses'), { recursive: true });
    edit(file('claims/magnesium.yaml'), /$/, '\n');
    const { end } = startBuild(used, { CONTENT_DIR: content });
    const isBegun = (name: string): boolean => name.startsWith('.staging-');
    while (!readdirSync(path.join(used, place)).some(isBegun)) await pause(10);
    writeFileSync(component, text.replace('<aside', '<aside data-changed'));
    const { status, output } = await end;
    writeFileSync(component, text);
    expect(output).toContain(
      'The code, or public/, changed while the site was built: build again.',
    );
    expect(status).toBe(1);
    expect(contents(path.join(used, 'dist'))).toEqual(before);
    expect(built(used).files).toEqual(before);
  },
  240_000,
);

test('a page, a picture, and what makes pages, are made again where they were cut or altered', () => {
  const dist = path.join(used, 'dist');
  const before = contents(dist);
  const pages = path.join(dist, 'articles');
  truncateSync(path.join(pages, 'model/index.html'), 900);
  edit(path.join(pages, 'first/index.html'), 'mg', 'kg');
  const pictures = path.join(dist, '_astro');
  const picture = readdirSync(pictures).find((name) => name.startsWith('curve.')) ?? '';
  truncateSync(path.join(pictures, picture), 100);
  expect(built(used).files).toEqual(before);
  const presses = path.join(used, '.cache/presses');
  for (const name of readdirSync(presses)) {
    const program = path.join(presses, name, 'program');
    const entry = readdirSync(program).find((one) => one.startsWith('prerender-entry')) ?? '';
    appendFileSync(path.join(program, entry), 'throw new Error();');
  }
  rmSync(dist, { recursive: true });
  expect(built(used).files).toEqual(before);
}, 120_000);

test('a site that is elsewhere is left alone by what is done to one that had the same files', () => {
  const copy = path.join(used, 'before');
  const dist = path.join(used, 'dist');
  cpSync(dist, copy, { recursive: true });
  const held = openSync(path.join(dist, 'index.html'), 'r');
  edit(file('articles/first.mdx'), '\n## ', '\nA sentence that goes again.\n\n## ');
  built(used);
  // Readers to whom a page is being sent have it to the end as it was.
  expect(readFileSync(held, 'utf8')).toBe(readFileSync(path.join(copy, 'index.html'), 'utf8'));
  closeSync(held);
  rmSync(copy, { recursive: true });
  edit(file('articles/first.mdx'), '\nA sentence that goes again.\n', '');
  built(used);
}, 120_000);

test('after the edit of one claim, what does not show it is kept', () => {
  edit(file('claims/magnesium.yaml'), /statement: (.*)\.$/m, 'statement: $1, we read.');
  const { files, kept } = built(used);
  expect(kept).toBeGreaterThan(10);
  expect(unlikeClean(files)).toEqual([]);
}, 120_000);

// `fresh.test.ts` changes code and machine at once, against a clean build too.
const steps =
  process.env['LONG_TESTS'] === undefined
    ? Object.entries(changes).filter(([name]) => name === 'content')
    : Object.values(changes).flatMap((list) =>
        list.map((change): [string, typeof list] => [change[0], [change]]),
      );
test.each(steps)(
  'after a change of %s it is the clean build',
  (_name, step) => {
    for (const [, change] of step) change();
    expect(unlikeClean(built(used).files)).toEqual([]);
  },
  120_000,
);
