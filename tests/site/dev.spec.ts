/** What an author sees in `npm run dev`: pages of sound content, or what is wrong, and never a server that ended. */
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { expect, test } from '@playwright/test';
import { overviewOf } from '#checks/overview.ts';
import { checkContent } from '#checks/run.ts';
import { besideIds, dayAddress } from '#publish/dev-pages.ts';
import { copyProject, startDev } from './commands.ts';
import { stuckRounds } from './dev-rounds.ts';

const port = Number(process.env['TEST_PORT'] ?? 4391) + 1;
const site = `http://localhost:${port}`;
const article = '/articles/model/';

// A busy machine takes its time; what never comes runs into this.
const patience = { timeout: 60_000 };
test.setTimeout(240_000);
// One server for all, over a copy of the project: they break what it is made of, too.
test.describe.configure({ mode: 'default' });

let root: string;
let server: ChildProcess | undefined;
let output: () => string;

const day = '2026-11-25';
let opened: string;

// An editor that writes down what it was asked to open.
function editorIn(folder: string): string {
  opened = `${folder}/opened`;
  writeFileSync(`${folder}/editor`, `#!/bin/sh\necho "$@" > ${opened}\n`, { mode: 0o755 });
  return `${folder}/editor`;
}

test.beforeAll(async () => {
  root = copyProject();
  ({ server, output } = await startDev(port, { TODAY: day, LAUNCH_EDITOR: editorIn(root) }, root));
});
test.afterEach(async ({ context }, { status }) => {
  // What follows loads a page again, and a browser that closes one meanwhile may never end.
  await Promise.all(context.pages().map((page) => page.close()));
  // A page of the server's own says nothing of its error.
  if (status !== 'passed') console.log(output().slice(-5000));
  rmSync(`${root}/content`, { recursive: true, force: true });
  cpSync('tests/fixtures/content', `${root}/content`, { recursive: true });
  await expect.poll(() => answer(article), patience).toMatch(/^200 /);
});
test.afterAll(() => {
  server?.kill();
});

async function answer(path: string): Promise<string> {
  const response = await fetch(site + path, { redirect: 'manual' });
  // As a browser shows it.
  const text = (await response.text()).replaceAll(/<[^>]*>/g, '').replaceAll('&quot;', '"');
  return `${response.status} ${text}`;
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(`${root}/${file}`, 'utf8');
  const after = change(before);
  expect(after, `${file} as it was`).not.toBe(before);
  writeFileSync(`${root}/${file}`, after);
}

test('a page reloads by itself: after a save, with its errors, and when they are mended', async ({
  page,
}) => {
  await page.goto(site + article);
  await expect(page.getByRole('heading', { name: 'What is known' })).toBeVisible();
  edit('content/articles/model.mdx', (text) =>
    text.replace('## What is known', '## What is seen').replace('#what-is-known', '#what-is-seen'),
  );
  await expect(page.getByRole('heading', { name: 'What is seen' })).toBeVisible(patience);

  edit('content/articles/model.mdx', (text) =>
    text.replace('id="iron-capsule"', 'id="iron-<b>capsul&amp;e"'),
  );
  const desk = page.getByRole('complementary', { name: 'Writer’s desk' });
  await expect(desk.getByText('1 error, 0 warnings')).toBeVisible(patience);
  await expect(desk.getByText(/content\/articles\/model\.mdx:\d+:1/)).toBeVisible();
  expect(await desk.locator('b').count()).toBe(0);
  // The page stands there as it was made last.
  await expect(page.getByRole('heading', { name: 'What is seen' })).toBeVisible();
  await expect(desk.getByText(/The page as it was before/)).toBeVisible();

  edit('content/articles/model.mdx', (text) => text.replace('-<b>capsul&amp;e', '-capsul'));
  await expect(desk.getByText('there is no product "iron-capsul"')).toBeVisible(patience);
  await expect(desk.getByText('Did you mean "iron-capsule"?')).toBeVisible();

  edit('content/articles/model.mdx', (text) =>
    text.replace('"iron-capsul"', '"iron-capsule"').replace('is carried by', 'is borne by'),
  );
  await expect(page.getByText('is borne by').first()).toBeVisible(patience);
  await expect(desk.getByText('clean', { exact: true })).toBeVisible();
});

test('a page in other clothes, and a feed, are made of what was saved last, or say what is wrong', async () => {
  edit('content/articles/model.mdx', (text) => text.replace('is carried by', 'is borne by'));
  expect(await answer('/articles/model.md')).toMatch(/^200 [^]*is borne by/);
  edit('content/articles/model.mdx', (text) => text.replace('is borne by', 'is moved by'));
  expect(await answer('/feed.xml')).toMatch(/^200 [^]*is moved by/);
  edit('content/claims/magnesium.yaml', (text) => text.slice(0, -20));
  for (const path of ['/feed.xml', '/articles/model.bib', '/llms.txt'])
    expect(await answer(path)).toMatch(/^500 [^]*content\/claims\/magnesium\.yaml/);
});

test('a page hears of a save that came before it was connected, or when it never is', async ({
  page,
}) => {
  await page.route('**/@vite/client', (route) => route.abort());
  await page.goto(site + article);
  await expect(page.getByText('is carried by').first()).toBeVisible();
  edit('content/articles/model.mdx', (text) => text.replace('is carried by', 'is borne by'));
  await expect(page.getByText('is borne by').first()).toBeVisible(patience);
});

test('a page that is made slowly loads once, and a click while it waits is followed', async ({
  page,
}) => {
  const asked: string[] = [];
  await page.route('**/@vite/client', (route) => route.abort());
  await page.goto(site + article);
  await page.route(/\/$/, async (route) => {
    asked.push(new URL(route.request().url()).pathname);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.continue();
  });
  edit('content/articles/model.mdx', (text) => text.replace('is carried by', 'is borne by'));
  await expect(page.getByText('is borne by').first()).toBeVisible(patience);
  expect(asked).toEqual([article]);

  edit('content/articles/model.mdx', (text) => text.replace('is borne by', 'is carried by'));
  await page.evaluate(() => (location.href = '/articles/'));
  await expect(page).toHaveURL(`${site}/articles/`, patience);
  await expect(page.getByRole('heading', { level: 1, name: 'Articles' })).toBeVisible(patience);
  expect(asked).toEqual([article, '/articles/']);
});

test('a page that Vite never reached hears of a save of code, too', async ({ page }) => {
  await page.route('**/@vite/client', (route) => route.abort());
  await page.goto(`${site}/glossary/`);
  const list = 'src/components/glossary/TermList.astro';
  edit(list, (text) => text.replace('<dl>', '<dl aria-label="Made anew">'));
  await expect(page.locator('dl[aria-label="Made anew"]')).toBeVisible(patience);
  edit(list, (text) => text.replace('<dl aria-label="Made anew">', '<dl>'));
});

test('of a page that was never made the text is shown, and the line to mend', async ({ page }) => {
  const text = readFileSync(`${root}/content/articles/model.mdx`, 'utf8');
  writeFileSync(
    `${root}/content/articles/fresh.mdx`,
    text.replace('title: ', 'titel: ').replace('/articles/model/', '/articles/fresh/'),
  );
  await page.goto(`${site}/articles/fresh/`);
  await expect(page.locator('mark')).toHaveText(/^titel: /);
  await expect(page.getByText('What is known', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('"titel"', { exact: false })).toBeVisible();
  writeFileSync(
    `${root}/content/articles/fresh.mdx`,
    text.replace('/articles/model/', '/articles/fresh/').replace('old-model', 'old-fresh'),
  );
  await expect(page.getByRole('heading', { name: 'What is known' })).toBeVisible(patience);
});

test('what is wrong in wording stands beside the page, and its place opens in the editor', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await page.goto(site + article);
  edit('content/articles/model.mdx', (text) =>
    text.replace('## What is known', 'They took 25 mg a day.\n\n## What is known'),
  );
  const desk = page.getByRole('complementary', { name: 'Writer’s desk' });
  await expect(desk.getByText('"25 mg" has no citation in its sentence.')).toBeVisible(patience);
  // The page is the one with the mistake.
  await expect(page.getByText('They took 25 mg a day.')).toBeVisible();
  const place = desk.getByRole('link', { name: /model\.mdx:\d+:\d+/ }).first();
  const [line, column] = ((await place.textContent()) ?? '').split(':').slice(1);
  await place.click();
  await expect
    .poll(() => (existsSync(opened) ? readFileSync(opened, 'utf8').trim() : ''), patience)
    .toBe(`${root}/content/articles/model.mdx ${line} ${column}`);
  await expect(page.getByText('They took 25 mg a day.')).toBeVisible();
});

test('an author sees what an article holds, that it is to come, and the site as of a day', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1500, height: 900 });
  await page.goto(`${site}/articles/second/`);
  const desk = page.getByRole('complementary', { name: 'Writer’s desk' });
  await expect(page.getByText('From January 10, 2027', { exact: true })).toBeVisible();
  const overview = overviewOf('second', await checkContent(`${root}/content`, day), day);
  await expect(desk.getByText(String(overview?.words), { exact: true })).toBeVisible();
  await expect(desk.getByText(`${overview?.uncited.length} claim`, { exact: false })).toBeVisible();
  await expect(desk.getByText('January 10, 2027: published')).toBeVisible();
  // What no page that was built may hold, see structure.spec.ts.
  const html = await (await fetch(`${site}/articles/second/`)).text();
  for (const mark of [...Object.values(besideIds), dayAddress]) expect(html).toContain(mark);

  const show = async (wanted: string): Promise<void> => {
    await desk.getByLabel('As readers see it on').fill(wanted);
    await desk.getByRole('button', { name: 'Show', exact: true }).click();
  };
  await show('2027-01-09');
  await expect(page.getByText('The site as readers see it on January 9, 2027')).toBeVisible(
    patience,
  );
  expect(await answer('/articles/second/')).toMatch(/^404 /);
  await show('2027-01-10');
  await expect(page.getByText('The site as readers see it on January 10, 2027')).toBeVisible(
    patience,
  );
  expect(await answer('/articles/second/')).toMatch(/^200 /);
  await desk.getByRole('button', { name: 'Show all that is written' }).click();
  await expect(page.getByText('From January 10, 2027', { exact: true })).toBeVisible(patience);

  edit('content/articles/second.mdx', (text) =>
    text.replace('authors: [desk]', 'draft: true\nauthors: [desk]'),
  );
  await expect(page.getByText('Draft', { exact: true })).toBeVisible(patience);
});

const broken: [file: string, change: (text: string) => string, line: RegExp][] = [
  ['claims/iron.yaml', (text) => text.replace('statement: ', 'statement: "'), /:\d+:\d+ {2}error /],
  ['claims/magnesium.yaml', (text) => text.slice(0, -20), /:\d+:\d+ {2}error /],
  ['sources/studies.json', (text) => text.slice(0, text.length / 2), /:\d+:\d+ {2}error /],
  ['merchants/shop.yaml', (text) => text.replace('name:', 'nane:'), /:1:1 {2}error .*"nane"/],
  ['people/desk.yaml', () => '', /:1:1 {2}error {2}the file is empty/],
  [
    'foods/iron.yaml',
    (text) => text.replace('nutrient: iron', 'nutrient: irn'),
    /:\d+:\d+ {2}error /,
  ],
  ['interactions/minerals.yaml', (text) => `${text}\n- id: [`, /:\d+:\d+ {2}error /],
  ['glossary/ferritin.yaml', (text) => text.replace('name:', 'nane:'), /:\d+:\d+ {2}error /],
  ['sheets/iron.yaml', (text) => `unknown: 1\n${text}`, /:1:1 {2}error .*"unknown"/],
  [
    'products/magnesium-capsule.yaml',
    (text) => text.replace('fits:', 'fitz:'),
    /:\d+:1 {2}error .*"fitz"/,
  ],
  ['nutrients/magnesium.mdx', (text) => text.replace('unit: mg', 'unit: kg'), /:\d+:\d+ {2}error /],
];

for (const [file, change, line] of broken) {
  test(`while ${file} is not sound, every page says where and why`, async () => {
    expect(await answer(article)).toMatch(/^200 /);
    edit(`content/${file}`, change);
    for (const path of ['/', '/evidence/', '/how-we-work/', article, '/data/claims.json']) {
      const text = await answer(path);
      expect(text, path).toMatch(new RegExp(`^500 [^]*content/${file}${line.source}`));
      expect(text, path).not.toMatch(/\n {4}at /);
      // What was made before stands there.
      if (path === article) expect(text).toContain('What is known');
    }
  });
}

test('what another file needs and is gone is told where it is named', async () => {
  rmSync(`${root}/content/people/desk.yaml`);
  expect(await answer(article)).toMatch(
    /^500 [^]*model\.mdx:\d+:\d+ {2}error {2}there is no person "desk"/,
  );
  rmSync(`${root}/content/sources`, { recursive: true });
  for (const path of ['/', '/evidence/'])
    expect(await answer(path)).toMatch(
      /^500 [^]*content\/claims\/iron\.yaml:\d+:\d+ {2}error {2}there is no source/,
    );
});

test('an article that is not sound concerns its own page: lists go on without it', async () => {
  edit('content/articles/model.mdx', (text) => text.replace('id="iron-capsule"', 'id="none"'));
  expect(await answer(article)).toMatch(/^500 /);
  for (const path of ['/', '/articles/', '/faq/', '/nutrients/iron/']) {
    const text = await answer(path);
    expect(text, path).toMatch(/^200 /);
    expect(text, path).not.toContain('What iron does for a runner');
  }
});

test('a mistake in wording stands beside the pages that show the file', async () => {
  edit('content/claims/iron.yaml', (text) =>
    text.replace('Low stores are', 'Iron cures anemia and is'),
  );
  for (const path of ['/evidence/', '/evidence/iron-prevalence/'])
    expect(await answer(path), path).toMatch(
      /^200 [^]*1 error, 0 warningscontent\/claims\/iron\.yaml:2:\d+ {2}error/,
    );
  // Elsewhere it is told apart from what is wrong there.
  for (const path of ['/', '/how-we-work/'])
    expect(await answer(path), path).toMatch(/^200 [^]*cleanElsewhere: 1 error, 0 warnings/);
});

test('an alias leads on as soon as it is saved', async () => {
  edit('content/articles/model.mdx', (text) => text.replace('old-model', 'older-model'));
  expect(await answer('/articles/older-model/')).toMatch(/^302 /);
  expect(await answer('/articles/old-model/')).toMatch(/^404 /);
});

test('what was taken away says why, until it is back', async () => {
  const reason = 'It rested on one study, which was retracted.';
  expect(await answer('/articles/withdrawn/')).toMatch(/^410 .*Taken away/s);
  expect(await answer('/articles/withdrawn/')).toContain(reason);
  expect(await answer('/data/prices.csv')).toMatch(/^410 /);
  edit('content/gone.yaml', (text) => text.replaceAll('/articles/withdrawn/', '/articles/other/'));
  edit('content/addresses.txt', (text) => text.replaceAll(/^\/articles\/withdrawn.*\n/gm, ''));
  await expect.poll(() => answer('/articles/other/'), patience).toMatch(/^410 /);
  expect(await answer('/articles/withdrawn/')).toMatch(/^404 /);
});

test('no round of breaking and mending leaves a page as it was', async () => {
  expect(await stuckRounds(root, site, 18)).toEqual([]);
});

test('whatever becomes of the content, the server goes on', async () => {
  const content = `${root}/content`;
  const model = `${content}/articles/model.mdx`;
  const text = readFileSync(model, 'utf8');
  // Without the article it would not be sound, and then every page says so.
  rmSync(`${content}/series`, { recursive: true });
  const refused = async (reason: RegExp): Promise<void> =>
    expect(await answer(article)).toMatch(new RegExp(`^500 [^]*${reason.source}`));

  writeFileSync(model, Buffer.from([0xff, 0xfe, 0x41, 0x00]));
  await refused(/model\.mdx:1:1 {2}error {2}the file is not UTF-8/);
  writeFileSync(model, `${text}${'x'.repeat(300_001)}`);
  await refused(/model\.mdx:1:1 {2}error {2}the file is larger than 300 kB/);
  writeFileSync(model, '\u0000'.repeat(5));
  await refused(/model\.mdx:1:1 {2}error/);
  writeFileSync(model, '');
  await refused(/model\.mdx:1:1 {2}error {2}the file is empty/);
  rmSync(model);
  expect(await answer(article)).toMatch(/^404 /);
  mkdirSync(model);
  await refused(/model\.mdx:1:1 {2}error {2}is a folder/);
  rmSync(model, { recursive: true });
  symlinkSync('/nowhere', model);
  await refused(/model\.mdx:1:1 {2}error {2}is a link/);
  rmSync(model);
  writeFileSync(
    `${content}/articles/renamed.mdx`,
    text.replace('/articles/model/', '/articles/renamed/'),
  );
  expect(await answer('/articles/renamed/')).toMatch(/^200 /);
  renameSync(`${content}/articles/renamed.mdx`, model);
  expect(await answer('/articles/renamed/')).toMatch(/^404 /);
  writeFileSync(model, text);
  chmodSync(model, 0o000);
  await answer(article);
  chmodSync(model, 0o644);
  expect(await answer(article)).toMatch(/^200 /);

  rmSync(`${content}/claims`, { recursive: true });
  writeFileSync(`${content}/claims`, 'a file');
  await refused(/content\/claims:1:1 {2}error {2}"claims" is no folder/);
  rmSync(content, { recursive: true });
  await refused(/The content folder .* does not exist/);
  mkdirSync(content);
  await refused(/The content folder .* holds none of/);
  rmSync(content, { recursive: true });
  writeFileSync(content, 'a file');
  await refused(/The content folder .* is a file/);
  rmSync(content);
  cpSync('tests/fixtures/content', content, { recursive: true });
  expect(await answer(article)).toMatch(/^200 /);
  expect(server?.exitCode).toBeNull();
});

test('a page that waits for the content folder is shown when it is back', async ({ page }) => {
  renameSync(`${root}/content`, `${root}/away`);
  await page.goto(site + article);
  await expect(page.getByText('does not exist')).toBeVisible();
  renameSync(`${root}/away`, `${root}/content`);
  await expect(page.getByRole('heading', { name: 'What is known' })).toBeVisible(patience);
});

test('edits of schemas, compiler and rules show without a start', async () => {
  edit('src/schemas/product.ts', (text) => text.replaceAll('fits:', 'suits:'));
  await expect
    .poll(() => answer('/'), patience)
    .toMatch(/^500 [^]*iron-capsule\.yaml:\d+:\d+ {2}error .*"(?:fits|suits)"/);
  edit('src/schemas/product.ts', (text) => text.replaceAll('suits:', 'fits:'));
  await expect.poll(() => answer('/'), patience).toMatch(/^200 /);

  const addresses = 'src/checks/rules/unsafe-link.ts';
  const rule = readFileSync(`${root}/${addresses}`, 'utf8');
  writeFileSync(`${root}/${addresses}`, `${rule}\nthrow new Error('A mistake of ours.');\n`);
  await expect
    .poll(() => answer('/'), patience)
    .toMatch(/^500 [^]*A mistake of ours\.\n {4}at .*unsafe-link\.ts/);
  writeFileSync(`${root}/${addresses}`, `${rule}\nconst {`);
  await expect.poll(() => answer('/'), patience).toMatch(/^500 [^]*unsafe-link\.ts/);
  writeFileSync(`${root}/${addresses}`, rule);
  await expect.poll(() => answer('/'), patience).toMatch(/^200 /);

  edit('src/document/compile.ts', (text) => `${text}\nexport const edited = 1;\n`);
  await expect.poll(() => answer(article), patience).toMatch(/^200 /);
});

test('a server whose own code was edited starts again and says so', async ({ page }) => {
  await page.goto(site + article);
  edit('src/publish/dev.ts', (text) => text.replace("'no-store'", "'no-store, private'"));
  const control = async (): Promise<string | null> =>
    (await fetch(site + article).catch(() => undefined))?.headers.get('cache-control') ?? null;
  await expect.poll(control, patience).toBe('no-store, private');
  expect(output()).toContain('src/publish/dev.ts is part of this server, which starts again.');
  // A page that was open hears of saves again.
  edit('content/articles/model.mdx', (text) => text.replace('is carried by', 'is borne by'));
  await expect(page.getByText('is borne by').first()).toBeVisible(patience);
});

test('each save prints what was found once', async () => {
  const printed = output().length;
  edit('content/articles/model.mdx', (text) => text.replace('id="iron-capsule"', 'id="none"'));
  await answer(article);
  await answer('/');
  const now = output().slice(printed);
  expect(now.split('there is no product "none"').length - 1).toBe(1);
  edit('content/articles/model.mdx', (text) => text.replace('is carried by', 'is borne by'));
  await answer(article);
  const again = output().slice(printed + now.length);
  expect(again).not.toContain('there is no product');
  expect(again).toContain('1 error');
});
