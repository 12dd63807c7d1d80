/** What is examined on the built site, tried on pages of a test's own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkOutput, type OutputOptions } from '#checks/output/check.ts';
import { outputRules } from '#checks/output/rules.ts';
import { checkCorpus } from '#checks/run.ts';
import { readCorpus } from '#corpus/read.ts';
import { siteUrl } from '../../src/environment.ts';
import { memoryStore, openStore, type Store } from '../../src/store/store.ts';
import { day } from './fixture.ts';

const corpus = await readCorpus(path.resolve('tests/fixtures/content'));
// What the pages of a test must have of it is said by the tests on that alone.
corpus.ledger = [];
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function examine(files: Record<string, string>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return (await checkOutput(folder, checkCorpus(corpus, day), day, memoryStore())).problems;
}

const page = (body: string, head = ''): string => `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<title>Page</title>${head.includes('canonical') ? '' : '<meta name="robots" content="noindex">'}
${head}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
const disclosure = '<aside aria-label="Disclosure"><p>Ads.</p></aside>';
const ad =
  '<a href="https://www.shop.example/s?k=iron&amp;x=1" rel="sponsored nofollow noopener">Shop (ad)</a>';
const data = (object: object): string =>
  `<script type="application/ld+json">${JSON.stringify(object)}</script>`;
const article = {
  '@type': 'Article',
  headline: 'Iron & salt',
  description: 'What is known.',
  datePublished: '2026-01-10',
  author: { '@type': 'Organization', name: 'The desk' },
};
const visible =
  '<h1>Iron &amp; <em>salt</em></h1><p>What is\n known.</p><p>By The desk, <time datetime="2026-01-10">10 January</time></p>';

test('a whole and sound site has no problem', async () => {
  const files = {
    'index.html': page(
      `<h1 id="top">Home</h1><section aria-labelledby="top more"><h2 id="more">More</h2></section><p><a href="/a/#b">A</a> <a href="#top">Top</a> <a href="/table.csv">Table</a></p>`,
      '<link rel="icon" href="/icon.svg">',
    ),
    'a/index.html': page(`${visible}${disclosure}<h2 id="b">B</h2><p>${ad}</p>`, data(article)),
    'old/index.html': '<meta http-equiv="refresh" content="0;url=/a/"><a href="/a/">A</a>',
    'table.csv': 'x\n',
    'icon.svg': '<svg/>',
  };
  expect(await examine(files)).toEqual([]);
});

const cases = [
  ['output-html', '<h1>A</h1><p><em><div>B</div></em></p>', 10, /^<div> element is not permitted/],
  ['output-html', '<h1 id="x">A</h1><p id="x">B</p>', 10, /^Duplicate ID "x" \(no-dup-id\)\.$/],
  ['output-html', '<h1>A</h1><p><img src="/a.png"></p>', 10, /"alt"/, 'output-link'],
  ['output-heading', '<p>A</p>', 1, 'the page has 0 h1 elements.'],
  ['output-heading', '<h1>A</h1>\n<h1>B</h1>', 11, 'the page has 2 h1 elements.', 'output-html'],
  [
    'output-inline-code',
    '<h1>A</h1>\n<p style="color:red">B</p>',
    11,
    'the page holds a style attribute.',
    'output-html',
  ],
  [
    'output-inline-code',
    '<h1>A</h1>\n<script>alert(1)</script>',
    11,
    'the page holds an inline script.',
  ],
  [
    'output-inline-code',
    '<h1>A</h1>\n<p onclick="alert(1)">B</p>',
    11,
    'the page holds an attribute that runs code.',
  ],
  [
    'output-inline-code',
    '<h1>A</h1>\n<p><a href="javascript:alert(1)">B</a></p>',
    11,
    'the page holds a link that runs code.',
  ],
  [
    'output-merchant-link',
    `<h1>A</h1>${disclosure}\n<p>${ad.replace('sponsored ', '')}</p>`,
    11,
    'a link to www.shop.example has rel="nofollow noopener".',
  ],
  [
    'output-merchant-link',
    `<h1>A</h1>${disclosure}\n<p>${ad.replace(' (ad)', '')}</p>`,
    11,
    'a link to www.shop.example does not say "(ad)".',
  ],
  [
    'output-merchant-link',
    '<h1>A</h1>\n<p><a href="https://maker.example/">Maker</a></p>',
    11,
    'a link to maker.example has rel="".',
  ],
  [
    'output-disclosure',
    `<h1>A</h1>\n<p>${ad}</p>\n${disclosure}`,
    11,
    'a link to www.shop.example stands before the disclosure.',
  ],
  [
    'output-disclosure',
    `<h1>A</h1>\n<p>${ad}</p>`,
    11,
    'a link to www.shop.example stands before the disclosure.',
  ],
  [
    'output-third-party',
    '<h1>A</h1>\n<p><img src="https://tracker.example/p.gif" alt="B"></p>',
    11,
    'https://tracker.example/p.gif is fetched from another host.',
  ],
  [
    'output-outside-link',
    '<h1>A</h1>\n<p><a href="https://bit.ly/x">B</a></p>',
    11,
    'bit.ly only sends readers on, in "https://bit.ly/x".',
  ],
  ['output-link', '<h1>A</h1>\n<p><a href="/nowhere/">B</a></p>', 11, '/nowhere/ was not built.'],
  ['output-link', '<h1>A</h1>\n<p><a href="/#nothing">B</a></p>', 11, '/ has no id "nothing".'],
  ['output-link', '<h1>A</h1>\n<p><img src="/no.png" alt="B"></p>', 11, '/no.png was not built.'],
  ...[
    '<section aria-labelledby="gone"><h2>B</h2></section>',
    '<section aria-describedby="here gone"><h2 id="here">B</h2></section>',
    '<p><button type="button" aria-controls="gone">B</button></p>',
    '<p><button type="button" popovertarget="gone">B</button></p>',
    '<p><label for="gone">B</label> <input id="here" aria-label="C"></p>',
  ].map((body) => [
    'output-reference',
    `<h1>A</h1>\n${body}`,
    11,
    `${/([\w-]+)="(?:here )?gone"/.exec(body)?.[1] ?? ''} names "gone", and no element of the page has that id.`,
    'output-html',
  ]),
  [
    'output-unpublished',
    '<h1>A</h1>\n<p>See /articles/second/</p>',
    11,
    'the file names /articles/second/, which is not published.',
  ],
] as [string, string, number, string | RegExp, string?][];

describe('a page', async () => {
  // One site of all of them, since validators take their time to start.
  const problems = await examine({
    'index.html': page('<h1>Home</h1>'),
    ...Object.fromEntries(cases.map(([, body], number) => [`${number}.html`, page(body)])),
  });
  // rule, body of the page, line, message, another rule that it breaks
  test.each(cases.map((one, number) => [...one.slice(0, 2), number] as [string, string, number]))(
    '%s: %s',
    (rule, _body, number) => {
      const [, , line, message, also] = cases[number] ?? [];
      const own = problems.filter(({ file }) => file === `${number}.html`);
      const found = own.filter((problem) => problem.rule === rule);
      expect(found).toMatchObject([{ line, severity: 'error' }]);
      expect(found[0]?.message).toMatch(message ?? '');
      expect(own.filter((problem) => ![rule, also].includes(problem.rule))).toEqual([]);
    },
  );

  test.each([
    ['headline', { ...article, headline: 'Iron cures' }],
    ['description', { ...article, description: 'What nobody shows.' }],
    ['datePublished', { ...article, datePublished: '2026-01-11' }],
    ['name', { ...article, author: { '@type': 'Person', name: 'A famous doctor' } }],
    ['text', { '@graph': [article, { '@type': 'Answer', text: 'No.' }] }],
  ])('whose structured data has another %s than its text', async (field, object) => {
    const own = await examine({ 'index.html': page(visible, data(object)) });
    expect(own.map(({ rule, line }) => ({ rule, line }))).toEqual([
      { rule: 'output-structured-data', line: 6 },
    ]);
    expect(own[0]?.message).toContain(`the page does not show its ${field} "`);
  });

  test('whose styles the home page, and so the policy of the site, does not have', async () => {
    const styled = (style: string): string => page('<h1>A</h1>', `<style>${style}</style>`);
    const found = await examine({
      'index.html': styled('p{color:red}'),
      'same/index.html': styled('p{color:red}'),
      'none/index.html': page('<h1>A</h1>'),
      'other/index.html': styled('p{color:blue}'),
    });
    expect(found).toMatchObject([{ file: 'other/index.html', rule: 'output-styles' }]);
  });

  test('whose structured data is broken', async () => {
    const broken = '<script type="application/ld+json">{</script>';
    expect(await examine({ 'index.html': page(visible, broken) })).toMatchObject([
      { rule: 'output-structured-data', message: 'the structured data is no JSON.' },
    ]);
  });
});

describe('what the head of a page says of it', () => {
  const head = (address: string, words = address): string =>
    `<meta name="description" content="About ${words}">
<link rel="canonical" href="${siteUrl()}${address}">
<meta property="og:image" content="${siteUrl()}/card.png">`;
  const titled = (address: string, body: string, more = '', words?: string): string =>
    page(body, head(address, words) + more).replace('>Page<', `>Page ${words ?? address}<`);
  const crumbs = (...steps: [name: string, to: string][]): string =>
    data({
      '@graph': [
        {
          '@type': 'BreadcrumbList',
          itemListElement: steps.map(([name, to]) => ({ name, item: siteUrl() + to })),
        },
      ],
    });
  const trail = '<nav aria-label="Breadcrumb"><a href="/">Top</a></nav>';
  const deep = `${trail}<h1>Deep</h1>`;
  const home = titled('/', '<h1>Home</h1>');
  const site = { 'index.html': home, 'card.png': '' };

  test('is no problem where it is whole', async () => {
    const told = crumbs(['Top', '/'], ['Deep', '/a/b/']);
    expect(await examine({ ...site, 'a/b/index.html': titled('/a/b/', deep, told) })).toEqual([]);
  });

  test.each([
    ['no title', home.replace(/>Page [^<]*</, '><'), 'the page has no title.', 'output-html'],
    [
      'no description',
      home.replace(/<meta name="description"[^>]*>/, ''),
      'the page has no description.',
    ],
    [
      'no picture',
      home.replace(/<meta property[^>]*>/, ''),
      'the page has no picture to share of this site.',
    ],
    [
      'another address',
      home.replace('rel="canonical" href="', 'rel="canonical" href="/x'),
      `the page says that it stands at /x${siteUrl()}/, and stands at ${siteUrl()}/.`,
      'output-link',
    ],
  ])('is told where it has %s', async (_name, html, message, also?) => {
    const found = await examine({ ...site, 'index.html': html });
    expect(found.filter(({ rule }) => rule !== also)).toMatchObject([
      { rule: 'output-head', message },
    ]);
  });

  test('is told where its picture was not built', async () => {
    expect(await examine({ 'index.html': home })).toMatchObject([
      { rule: 'output-link', message: '/card.png was not built.' },
    ]);
  });

  test('is told where two pages say the same', async () => {
    const files = { ...site, 'same/index.html': titled('/same/', '<h1>A</h1>', '', '/') };
    expect(await examine(files)).toMatchObject([
      { file: 'same/index.html', message: 'the page has the title of /: "Page /".' },
      { file: 'same/index.html', message: 'the page has the description of /: "About /".' },
    ]);
  });

  test.each([
    [
      'no way down',
      '<h1>Deep</h1>',
      '',
      'the page shows 0 ways down to it, and its structured data hold 0.',
    ],
    [
      'it to readers alone',
      deep,
      '',
      'the page shows 1 way down to it, and its structured data hold 0.',
    ],
    [
      'two',
      `${trail}${deep}`,
      crumbs(['Top', '/'], ['Deep', '/a/b/']),
      'the page shows 2 ways down to it, and its structured data hold 1.',
    ],
    [
      'another name',
      deep,
      crumbs(['Home', '/'], ['Deep', '/a/b/']),
      `step 1 is Top (${siteUrl()}/), and Home (${siteUrl()}/) in the structured data.`,
    ],
    [
      'another end',
      deep,
      crumbs(['Top', '/'], ['Deeper', '/a/b/']),
      `step 2 is Deep (${siteUrl()}/a/b/), and Deeper (${siteUrl()}/a/b/) in the structured data.`,
    ],
    [
      'one step more',
      deep,
      crumbs(['Top', '/'], ['Deep', '/a/b/'], ['Down', '/']),
      `step 3 is nothing, and Down (${siteUrl()}/) in the structured data.`,
    ],
  ])('is told where a page below the first level has %s', async (_name, body, told, message) => {
    const found = await examine({ ...site, 'a/b/index.html': titled('/a/b/', body, told) });
    expect(found.filter(({ rule }) => rule === 'output-breadcrumb')).toMatchObject([{ message }]);
  });
});

test('a dead link of the frame is one problem, not one for each page', async () => {
  const body = '<h1>A</h1><p><a href="/gone/">B</a></p>';
  const files = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.html`, page(body)]));
  expect(await examine(files)).toMatchObject([
    { file: 'a.html', message: '/gone/ was not built, nor for 2 other pages.' },
  ]);
});

test('a stylesheet that fetches from another host is told', async () => {
  const css = 'a{b:c}\n@font-face{src:url(//fonts.example/a.woff2)}';
  expect(await examine({ 'a.css': css })).toMatchObject([
    {
      file: 'a.css',
      line: 2,
      rule: 'output-third-party',
      message: '//fonts.example/a.woff2 is fetched from another host.',
    },
  ]);
});

test('a feed or a map that names what is not published is told', async () => {
  const sitemap = `<urlset>\n<loc>${siteUrl()}/articles/second/</loc></urlset>`;
  const feed = '{"path": "/articles/second/"}';
  expect(await examine({ 'feed.json': feed, 'sitemap-0.xml': sitemap })).toMatchObject([
    { file: 'feed.json', line: 1, rule: 'output-unpublished' },
    { file: 'sitemap-0.xml', line: 2, rule: 'output-unpublished' },
  ]);
});

test('the words of its title, and the same path elsewhere, are nobody’s secret', async () => {
  const { title } = corpus.entries.articles.get('second')?.data ?? { title: '' };
  const other = 'https://site.example/articles/second/';
  const list = `id,words\na,${title}\nb,${other}\nc,/more/articles/second/\n`;
  expect(await examine({ 'list.csv': list })).toEqual([]);
});

test('every rule has its id, and says what it demands, why, and what to do', () => {
  for (const { id, demands, why, fix } of Object.values(outputRules)) {
    expect(id).toMatch(/^output-[a-z-]+$/);
    for (const sentence of [demands, why, fix]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  }
});

test('what was published and is in the content must have been built', async () => {
  corpus.ledger = ['/feed.xml', '/articles/model/', '/glossary/#ferritin', '/articles/old-model/'];
  const problems = await examine({
    'glossary/index.html': page('<h1>T</h1>\n<p id="ferritin">F</p>'),
    'feed.xml': '',
  });
  corpus.ledger = ['# nothing'];
  expect(problems.filter(({ rule }) => rule === 'output-address')).toMatchObject([
    { file: 'content/addresses.txt', line: 2, message: '/articles/model/ was not built.' },
  ]);
});

describe('the sentence that a programme requires', () => {
  const said = 'We earn from what you buy.';
  const link =
    '<a href="https://www.shop.example/s?k=x&amp;tag=ours-20" rel="sponsored nofollow">Shop (ad)</a>';
  const lacking = async (files: Record<string, string>): Promise<string[]> => {
    vi.stubEnv('SHOP_TAG', 'ours-20');
    const { merchants } = corpus.entries;
    const merchant = merchants.get('shop');
    if (merchant === undefined) return [];
    merchants.set('shop', { ...merchant, data: { ...merchant.data, statement: said } });
    try {
      return (await examine(files))
        .filter(({ rule, message }) => rule === 'output-disclosure' && message.includes('sentence'))
        .map(({ file }) => file);
    } finally {
      merchants.set('shop', merchant);
      vi.unstubAllEnvs();
    }
  };

  test('stands wherever the tag does', async () => {
    const words = `<aside aria-label="Disclosure">${said}</aside>`;
    expect(
      await lacking({
        'a/index.html': page(`<h1>A</h1>\n${words}\n${link}`),
        'b/index.html': page(`<h1>B</h1>\n<aside aria-label="Disclosure">An ad.</aside>\n${link}`),
        'c.md': '[Shop](https://www.shop.example/s?k=x&tag=ours-20)',
        'd.md': `${said} [Shop](https://www.shop.example/s?k=x&tag=ours-20)`,
      }),
    ).toEqual(['b/index.html', 'c.md']);
  });
});

test('pages that all cores look at give what one gives, in its order', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
  folders.push(folder);
  const wrong = [
    '<img src="https://a.example/x.png" alt="">',
    '<ul><p>No item.</p></ul>',
    '<a href="/none/">None</a>',
    '<p id="twice">A</p><p id="twice">B</p>',
    '<p aria-labelledby="none">A</p>',
    `${data(article)}<p>Other words.</p>`,
    '<div><b><u>',
  ];
  // Long enough for the others to take their part.
  const long = '<section><h2>A</h2><p>Words, <a href="#twice">a link</a>.</p></section>'.repeat(
    2000,
  );
  for (let number = 0; number < 300; number += 1) {
    const own = number % 9;
    const body = `<h1>Page ${number}</h1>${'<section><h2>A</h2></section>'.repeat(own)}${wrong[number % 19] ?? long}`;
    writeFileSync(path.join(folder, `p${number}.html`), page(body));
  }
  const file = path.join(folder, 'kept.db');
  const look = async (store: Store, threadsFrom: number) =>
    checkOutput(folder, checkCorpus(corpus, day), day, store, { threadsFrom });
  const alone = await look(memoryStore(), Infinity);
  expect(new Set(alone.problems.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(5);
  expect(await look(openStore(file), 0)).toEqual(alone);
  // Once more, with what the sound ones gave.
  expect(await look(openStore(file), 0)).toEqual(alone);
});

test('what two articles call themselves leaves no site unbuilt', async () => {
  const [model, second] = ['articles/model/index.html', 'articles/second/index.html'];
  const found = async (files: string[]) =>
    (await examine(Object.fromEntries(files.map((file) => [file, titled]))))
      .filter(({ message }) => message.includes('the page has the'))
      .map(({ file }) => file);
  const titled = page(
    '<h1>A</h1>',
    '<link rel="canonical" href="/"><meta name="description" content="A.">',
  );
  expect(await found([model, second])).toEqual([]);
  expect(await found([model, 'products/index.html'])).toEqual([
    'products/index.html',
    'products/index.html',
  ]);
});

describe('of a site that was published', () => {
  const site = { 'index.html': page('<h1>Home</h1>'), 'a.txt': 'Words.' };
  const store = memoryStore();
  const examineIn = async (folder: string, published?: OutputOptions['published']) =>
    checkOutput(folder, checkCorpus(corpus, day), day, store, { published });
  const written = (files: Record<string, string>): string => {
    const folder = mkdtempSync(path.join(tmpdir(), 'micromile-'));
    folders.push(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    return folder;
  };
  const foreign = page('<h1>Home</h1><img src="https://a.example/x.png" alt="">');

  test('no file is read again that is the same, and links to it are known', async () => {
    const { look } = await examineIn(written(site));
    // Whoever says that it is the same answers for it.
    const folder = written({ ...site, 'index.html': foreign, 'b.html': page('<h1>B</h1>') });
    const told = { look, has: (file: string) => file in site };
    const found = await examineIn(folder, told);
    expect(found.problems.map(({ file }) => file)).not.toContain('index.html');
    expect(found.look.digests).toEqual({ ...look.digests, 'b.html': expect.any(String) as string });
  });

  const leading = page('<h1>Home</h1><a href="/b.html#part">B</a>');
  const other = page('<h1>B</h1><h2 id="part">Part</h2>');
  test.each([
    ['a page', {}, ['/b.html was not built.']],
    ['a place of a page', { 'b.html': page('<h1>B</h1>') }, ['/b.html has no id "part".']],
    ['nothing', { 'b.html': other }, []],
    [
      'nothing, beside a new page that leads nowhere',
      { 'b.html': other, 'c.html': page('<h1>C</h1><a href="/d.html">D</a>') },
      ['/d.html was not built.'],
    ],
  ])('links of what is the same are told of where %s is gone', async (_what, files, expected) => {
    const whole = { 'index.html': leading, 'b.html': other };
    const has = (file: string): boolean => file === 'index.html';
    const first = await examineIn(written(whole));
    // The look of a site in which nothing of this was read again serves as well.
    const second = await examineIn(written(whole), { look: first.look, has });
    for (const { look } of [first, second]) {
      const found = await examineIn(written({ 'index.html': leading, ...files }), { look, has });
      const dead = found.problems.filter(({ rule }) => rule === 'output-link');
      expect(dead.map(({ message }) => message)).toEqual(expected);
    }
  });

  test('a file is read that is not the same, or was looked at by other rules', async () => {
    const { look } = await examineIn(written(site));
    const folder = written({ ...site, 'index.html': foreign });
    for (const told of [
      { look, has: (file: string) => file === 'a.txt' },
      { look: { ...look, rules: 'others' }, has: () => true },
      { look: { ...look, digests: {} }, has: () => true },
    ]) {
      const { problems } = await examineIn(folder, told);
      expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toContain(
        'index.html output-third-party',
      );
    }
  });
});
