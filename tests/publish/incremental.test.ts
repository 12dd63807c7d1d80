/**
 * A build that keeps pages gives what a clean one gives, byte for byte, after each kind of change of the
 * content and of the machine. Changes that make other pages stale share a build; with LONG_TESTS set, each
 * is built by itself. `code-changes.test.ts` does the same with the code.
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
  assetsOf,
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
const humans = path.join(folder, 'humans.txt');
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

/** An article that shows one thing, and is made anew by nothing else of what pages show. */
const showing = (id: string, body: string, published = '2026-06-10'): void => {
  const [head = ''] = readFileSync('tests/fixtures/content/articles/second.mdx', 'utf8').split(
    /(?<=\n---\n)/,
  );
  writeFileSync(
    file(`articles/${id}.mdx`),
    head
      .replace(/^title: .*$/m, `title: An article that shows ${id}`)
      .replace('A made-up article', `The made-up article ${id}`)
      .replace(/^published: .*$/m, `published: ${published}`)
      .concat('\n', body, '\n'),
  );
};

let environment: Record<string, string> = {};

/**
 * What changes, by the step in which it is built. What shares a step makes other pages stale, so that none
 * of it is hidden by what else made a page anew; one article shows it all, and is made anew by any.
 */
const steps: [step: string, changes: [name: string, change: () => void][]][] = [
  [
    'what pages show',
    [
      [
        'a source',
        () => edit(file('sources/studies.json'), 'A second survey', 'The second survey'),
      ],
      ['a text', () => edit(file('nutrients/magnesium.mdx'), 'sits in bone', 'lies in bone')],
      ['a product', () => edit(file('products/iron-capsule.yaml'), /^name: .*$/m, 'name: Renamed')],
      [
        'a term',
        () => edit(file('glossary/ferritin.yaml'), /^definition: .*$/m, 'definition: A word.'),
      ],
      ['a figure', () => edit(file('figures/low-stores.yaml'), 'Of 43 women', 'Of all 43 women')],
      ['foods', () => edit(file('foods/iron.yaml'), 'Lentils, boiled', 'Lentils, cooked')],
      [
        'a picture',
        () => cpSync('src/gallery/pictures/sample-small.png', file('images/curve.png')),
      ],
      [
        'whose a picture is',
        () => edit(file('images/curve.yaml'), /^credit: .*$/m, 'credit: Somebody else'),
      ],
      ['a series', () => edit(file('series/iron.yaml'), 'Iron from start', 'Iron from its start')],
      ['a theme', () => edit(file('themes/tired.yaml'), 'Who runs low', 'Who is low')],
      ['a person', () => edit(file('people/pat-example.yaml'), 'Exists in', 'Is in')],
      ['a sheet', () => edit(file('sheets/iron.yaml'), 'Laboratories disagree', 'Some disagree')],
      ['a page', () => edit(file('pages/about.mdx'), 'It says what', 'It tells what')],
      ['a purpose', () => edit(file('purposes/iron.yaml'), 'name: Iron', 'name: Iron pills')],
      ['what is gone', () => edit(file('gone.yaml'), 'It rested on', 'It stood on')],
    ],
  ],
  [
    'what is known',
    [
      ['a claim', () => edit(file('claims/iron.yaml'), 'women with low stores', 'people who ran')],
      ['a nutrient', () => edit(file('nutrients/magnesium.mdx'), 'amount: 350', 'amount: 360')],
      ['a merchant', () => edit(file('merchants/maker.yaml'), 'name: Maker', 'name: The maker')],
    ],
  ],
  [
    'what it rests on',
    [
      ['a cited source', () => edit(file('sources/studies.json'), 'A survey', 'The survey')],
      ['an interaction', () => edit(file('interactions/minerals.yaml'), 'apart', 'hours apart')],
      ['a sheet that goes', () => rmSync(file('sheets/iron.yaml'))],
      ['a synonym', () => edit(file('synonyms.yaml'), 'low blood', 'thin blood')],
    ],
  ],
  [
    'which articles there are',
    [
      [
        'an article',
        () => edit(file('articles/first.mdx'), '\n## ', '\nOne more sentence.\n\n## '),
      ],
      [
        'an alias',
        () => edit(file('articles/model.mdx'), '/articles/old-model/', '/articles/older/'),
      ],
      ['a deletion', () => rmSync(file('articles/gone.mdx'))],
      ['a name', () => renameSync(file('articles/named.mdx'), file('articles/renamed.mdx'))],
      ['a new article', () => article('fresh', 'An article that was not there')],
      ['a collection without entries', () => rmSync(file('presets'), { recursive: true })],
    ],
  ],
  [
    'the machine',
    [
      ['the day', () => (environment = { ...environment, TODAY: '2026-12-20' })],
      ['a tag', () => (environment = { ...environment, SHOP_TAG: 'micromile-20' })],
    ],
  ],
  [
    'what every page shows',
    [['the site', () => edit(file('site.yaml'), /^name: .*$/m, 'name: Another')]],
  ],
];

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
  const files = contents(path.join(project, 'dist'));
  expect(assetsOf(files).filter((name) => !files.has(name))).toEqual([]);
  return { files, output, kept: Number(/, (\d+) as they were/.exec(output)?.[1] ?? 0) };
}

/** Pages of the site that stands there, by the number that the system has for each file. */
function pageNumbers(): Map<string, number> {
  const dist = path.join(used, 'dist');
  return new Map(
    readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name, statSync(path.join(dist, name)).ino]),
  );
}

/** Files that a clean build has not, or has otherwise. */
function unlikeClean(files: Map<string, string>): string[] {
  // Only its press stays, which was made of other content than that of the used one.
  for (const name of ['dist', '.cache/sites', '.cache/kept.db'])
    rmSync(path.join(clean, name), { recursive: true, force: true });
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
  showing('nothing', 'Beans and bread hold iron.');
  showing('a-product', '<ProductTable ids="iron-capsule magnesium-capsule" />');
  showing('a-term', 'Doctors look at <Term id="ferritin">ferritin</Term> first.');
  showing('a-picture', '<Picture id="curve" />');
  showing('a-figure', '<Figure id="low-stores" />');
  showing('foods', '<FoodSources nutrient="iron" limit={3} />');
  showing('its-day', 'Beans and bread hold iron.', '2026-12-10');
  edit(file('series/iron.yaml'), 'second', 'nothing');
  writeFileSync(humans, 'Somebody.');
  for (const project of [used, clean]) symlinkSync(humans, path.join(project, 'public/humans.txt'));
  built(used);
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('styles and scripts of a file of their own are looked for', () => {
  const assets = assetsOf(contents(path.join(used, 'dist'))).join(' ');
  expect(assets).toMatch(/\/tools\.\S*\.css/);
  expect(assets).toMatch(/\.js\b/);
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
  expect(readFileSync(path.join(used, 'dist/humans.txt'), 'utf8')).toBe('Somebody.');
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

test('after the edit of one claim the articles that cite it are made anew, its page and the lists', () => {
  const before = pageNumbers();
  edit(file('claims/iron.yaml'), 'The upper limit is 45 mg a day.', 'The limit is 45 mg a day.');
  const { files } = built(used);
  const made = [...pageNumbers()].filter(([name, number]) => before.get(name) !== number);
  expect(made.map(([name]) => name).sort()).toEqual(
    [
      ...['first', 'gone', 'model', 'named'].map((id) => `articles/${id}/index.html`),
      'evidence/iron-limit/index.html',
      // They list it: among all claims, and among those about iron.
      'evidence/index.html',
      'nutrients/iron/index.html',
      // They count what all claims, or all records, hold.
      'index.html',
      'about/index.html',
      'data/index.html',
      // It names the index, in which the claim is.
      'search/index.html',
      // They lead on from old addresses, and are written by each build.
      'articles/old-model/index.html',
      'method/index.html',
    ].sort(),
  );
  expect(unlikeClean(files)).toEqual([]);
}, 120_000);

const each = steps.flatMap(([, changes]) =>
  changes.map((change): (typeof steps)[number] => [change[0], [change]]),
);
test.each(process.env['LONG_TESTS'] === undefined ? steps : each)(
  'after a change of %s it is the clean build',
  (_name, changes) => {
    for (const [, change] of changes) change();
    expect(unlikeClean(built(used).files)).toEqual([]);
  },
  120_000,
);

test('a press that is made now prints the same: the other ones held nothing of the content', () => {
  rmSync(path.join(clean, '.cache'), { recursive: true });
  expect(unlikeClean(contents(path.join(used, 'dist')))).toEqual([]);
}, 120_000);

test('what cannot be read of the caches is made again', () => {
  const before = contents(path.join(used, 'dist'));
  cutCaches();
  expect(built(used).files).toEqual(before);
}, 120_000);
