/** Feeds, read back by a parser that did not write them, and held against what the W3C's validator asks for. */
import { Parser as XmlParser } from 'htmlparser2';
import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { atom, jsonFeed, legalText, rss } from '#formats/feed.ts';
import { articleFeed, correctionFeed, mostArticles, type FeedView } from '#views/feed.ts';
import { perPage } from '#domain/pages.ts';
import { routes } from '../../src/routes.ts';
import { compiledArticle, modelLibrary } from './model.ts';

const base = new URL('https://runners.example');
const library = modelLibrary();
const feed = articleFeed(library, compiledArticle);
const corrections = correctionFeed(library);
const files = {
  rss: rss(feed, { base, self: '/feed.xml' }),
  atom: atom(feed, { base, self: '/feed.atom' }),
  json: jsonFeed(feed, { base, self: '/feed.json' }),
  corrections: rss(corrections, { base, self: '/corrections/feed.xml' }),
  theme: rss(articleFeed(library, compiledArticle, 'tired'), {
    base,
    self: '/themes/tired/feed.xml',
  }),
};
interface JsonItem {
  id: string;
  url: string;
  title: string;
  summary: string;
  content_html: string;
  date_published: string;
  date_modified: string;
  tags: string[];
  authors: { name: string }[];
  image: string;
}
const json = JSON.parse(files.json) as { version: string; feed_url: string; items: JsonItem[] };
const parser = new RssParser<object, { 'content:encoded'?: string }>();
const model = (): JsonItem => json.items.find(({ url }) => url.includes('/articles/model/'))!;

test('an independent parser reads the same items of RSS and Atom as JSON has', async () => {
  const [fromRss, fromAtom] = [
    await parser.parseString(files.rss),
    await parser.parseString(files.atom),
  ];
  const expected = feed.items.map(({ title, href }) => [title, new URL(href, base).href]);
  expect(fromRss.items.map(({ title, link }) => [title, link])).toEqual(expected);
  expect(fromAtom.items.map(({ title, link }) => [title, link])).toEqual(expected);
  expect(json.items.map(({ title, url }) => [title, url])).toEqual(expected);
  expect(fromRss.items.map((item) => item['content:encoded'])).toEqual(
    json.items.map((item) => item.content_html),
  );
  expect(fromAtom.items.map((item) => item.content)).toEqual(
    json.items.map((item) => item.content_html),
  );
  expect(fromRss.items.map(({ guid }) => guid)).toEqual(json.items.map(({ id }) => id));
  expect(fromRss.items.map(({ categories }) => categories)).toEqual(
    json.items.map(({ tags }) => tags),
  );
  expect(fromRss.feedUrl).toBe('https://runners.example/feed.xml');
});

test('an item has its author, its topics, its summary and its days', () => {
  // The days of tests/fixtures/content/articles/model.mdx: a review changes no word.
  expect(model()).toMatchObject({
    id: 'https://runners.example/articles/model/',
    summary: library.articles.get('model')?.data.description,
    date_published: '2026-01-10T00:00:00.000Z',
    date_modified: '2026-02-01T00:00:00.000Z',
    authors: [{ name: library.people.get('desk')?.data.name }],
  });
  expect(model().tags).toContain('Iron');
});

test('an item has the picture of its page beside its text, with the same in words', () => {
  const address = 'https://runners.example/cards/articles/model.png';
  expect(model().image).toBe(address);
  expect(model().content_html).not.toContain(address);
  for (const xml of [files.rss, files.atom]) {
    expect(xml).toContain(
      `<media:content url="${address}" type="image/png" medium="image" height="630" width="1200">`,
    );
    expect(xml.match(/<media:description type="plain">[^<]{20,}</g)).toHaveLength(
      feed.items.length,
    );
  }
  expect(files.corrections).not.toContain('media:');
});

test('changes that are too many for one file are in several, each once, and each names the others', async () => {
  const record = library.articles.get('model')!;
  const changes = Array.from({ length: 3 * perPage.entries + 1 }, (_, index) => ({
    on: '2026-02-01',
    kind: 'correction' as const,
    what: `Figure ${index} was wrong.`,
  }));
  const many = modelLibrary('2026-11-25', {
    articles: [{ ...record, data: { ...record.data, changes } }],
  });
  const pages = [undefined, 2, 1].map((part) =>
    rss(correctionFeed(many, part), { base, self: routes.correctionFeed(part) }),
  );
  const read = await Promise.all(pages.map((xml) => parser.parseString(xml)));
  const guids = read.flatMap(({ items }) => items.map(({ guid }) => guid));
  expect(new Set(guids).size).toBe(3 * perPage.entries + 1);
  expect(read.map(({ items }) => items.length)).toEqual([
    perPage.entries + 1,
    perPage.entries,
    perPage.entries,
  ]);
  // RFC 5005, 3: Paged Feeds.
  const links = (xml: string): string[] =>
    [...xml.matchAll(/<atom:link href="https:\/\/runners\.example([^"]+)" rel="(\w+)"\/>/g)].map(
      ([, href, rel]) => `${rel} ${href}`,
    );
  expect(pages.map(links)).toEqual([
    [
      'first /corrections/feed.xml',
      'next /corrections/older/2/feed.xml',
      'last /corrections/older/1/feed.xml',
    ],
    [
      'first /corrections/feed.xml',
      'previous /corrections/feed.xml',
      'next /corrections/older/1/feed.xml',
      'last /corrections/older/1/feed.xml',
    ],
    [
      'first /corrections/feed.xml',
      'previous /corrections/older/2/feed.xml',
      'last /corrections/older/1/feed.xml',
    ],
  ]);
  expect(links(files.corrections)).toEqual([]);
});

test('a feed has the day of its newest item, never that of the build', () => {
  const later = articleFeed(modelLibrary('2026-12-31'), compiledArticle);
  expect(rss(later, { base, self: '/feed.xml' })).toBe(files.rss);
  const newest =
    json.items
      .map(({ date_modified }) => date_modified)
      .toSorted()
      .at(-1) ?? '';
  expect(files.atom).toContain(`<updated>${newest}</updated>`);
  expect(files.rss).toContain(`<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>`);
});

test('what is not published is in no feed', () => {
  const before = modelLibrary('2026-01-09');
  const empty = articleFeed(before, compiledArticle);
  expect(empty.items).toEqual([]);
  expect(empty.updated).toBeUndefined();
  expect(rss(empty, { base, self: '/feed.xml' })).not.toContain('<item>');
});

test('an id stays where a title changes', () => {
  const articles = [...library.articles.values()].map((record) => ({
    ...record,
    data: { ...record.data, title: `${record.data.title}, told anew` },
  }));
  const renamed = articleFeed(modelLibrary('2026-11-25', { articles }), compiledArticle);
  expect(renamed.items.map(({ id }) => id)).toEqual(feed.items.map(({ id }) => id));
});

test(`a feed has at most ${mostArticles} articles, the newest`, () => {
  const [record] = library.articles.values();
  const articles = Array.from({ length: 30 }, (_, index) => ({
    ...record!,
    id: `copy-${index}`,
    data: { ...record!.data, published: `2026-03-${String(index + 1).padStart(2, '0')}` },
  }));
  const { items } = articleFeed(modelLibrary('2026-11-25', { articles }), compiledArticle);
  expect(items.map(({ published }) => published)).toEqual(
    Array.from({ length: 20 }, (_, index) => `2026-03-${String(30 - index).padStart(2, '0')}`),
  );
});

describe('the words of an article', () => {
  const text = (): string => model().content_html;
  test.each([
    ['the summary', library.articles.get('model')!.data.description],
    ['what cannot wait', 'Too many tablets: call emergency services'],
    ['a takeaway', '<li>Ask for a blood test before you take iron.'],
    ['a heading', '<h2>What is known</h2>'],
    ['a quotation', '<blockquote>'],
    ['a table', '<td>28%'],
    ['a callout', '<strong>Test before you take iron</strong>'],
    ['a term, without its button', 'Doctors look at ferritin first.'],
    ['a food', 'Lentils'],
    ['an intake', '<th scope="row">19–30</th>'],
    [
      'a product, as a sentence',
      'A product: <a href="https://runners.example/products/iron-capsule/">',
    ],
    ['claims', 'Who was studied'],
    ['why there is no product', 'No trial in runners carries one.'],
    ['a picture, in words', 'A picture on the page</a>: A red curve falls'],
    ['a figure', '<img src="https://runners.example/figures/low-stores.png" alt="'],
    ['a question', '<h3>How much iron is too much?</h3>'],
    [
      'a link to a place on the page',
      'href="https://runners.example/articles/model/#what-is-known"',
    ],
    ['a number of a source', 'href="https://runners.example/articles/model/#ref-1">1</a>'],
    ['the sources', '<h2>Sources</h2>'],
    ['who should ask a doctor', 'Not medical advice.'],
    ['a change', 'Update: A sentence on food was added.'],
    ['who reviewed it', 'Reviewed on January 20, 2026 by'],
  ])('have %s', (_what, words) => expect(text()).toContain(words));

  test('have nothing that a merchant is reached by', () => {
    const hosts = [...text().matchAll(/href="https?:\/\/([^/"]+)/g)].map(([, host]) => host);
    const merchants = [...library.merchants.values()].flatMap(({ data }) =>
      data.name.toLowerCase(),
    );
    expect(hosts.filter((host) => merchants.some((name) => host?.includes(name)))).toEqual([]);
    expect(text()).not.toContain('(ad)');
    const offers = [...library.products.values()].flatMap(({ data }) => data.offers);
    expect(offers.length).toBeGreaterThan(0);
    const named = offers.flatMap(({ url }) => url ?? []).filter((url) => text().includes(url));
    expect(named).toEqual([]);
  });
});

test('each change is an item of its own, whose id stays while its words do', () => {
  const [change] = corrections.items;
  expect(change).toMatchObject({
    title: expect.stringContaining('Update: What iron does for a runner') as string,
    summary: 'A sentence on food was added.',
    published: '2026-02-01',
  });
  const record = library.articles.get('model')!;
  const more = { on: '2026-02-01', kind: 'correction', what: 'A figure was wrong.' } as const;
  for (const changes of [
    [more, ...record.data.changes],
    [...record.data.changes, more],
  ]) {
    const articles = [{ ...record, data: { ...record.data, changes } }];
    const ids = correctionFeed(modelLibrary('2026-11-25', { articles })).items.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(ids).toContain(change?.id);
  }
});

test('characters that XML forbids are gone, and what would end a CDATA section is not', async () => {
  expect(legalText('a\u000Bb\uFFFFc\uD800d\u0000e\tf😀')).toBe('abcde\tf😀');
  const odd: FeedView = {
    ...corrections,
    items: corrections.items.slice(0, 1).map((item) => ({
      ...item,
      title: 'a\u000B ]]> & <b>',
      content: {
        change: {
          ...((item.content as never as { change: never }).change as object),
          what: 'x ]]> y ]]> z\uFFFF',
        },
      } as FeedView['items'][number]['content'],
    })),
  };
  const read = await parser.parseString(rss(odd, { base, self: '/corrections/feed.xml' }));
  expect(read.items[0]?.title).toBe('a ]]> & <b>');
  expect(read.items[0]?.['content:encoded']).toContain('x ]]&gt; y ]]&gt; z');
});

// https://validator.w3.org/feed/docs/: the messages of the validator, as far as they can hit a feed like ours.
describe.each(Object.entries(files).filter(([name]) => name !== 'json'))('%s', (name, xml) => {
  const isAtom = name === 'atom';
  const items = xml.split(isAtom ? '<entry>' : '<item>').slice(1);
  const all = (element: string, text = xml): string[] =>
    [...text.matchAll(new RegExp(`<${element}(?: [^>]*)?>([\\s\\S]*?)</${element}>`, 'g'))].map(
      ([, inner = '']) => inner.trim(),
    );

  test('SAXError: every element is closed, and nothing stands that XML forbids', () => {
    const open: string[] = [];
    const lost: string[] = [];
    new XmlParser(
      {
        onopentagname: (tag) => open.push(tag),
        onclosetag: (tag, isImplied) => {
          // A tag that is closed by itself is implied too.
          if (isImplied && open.at(-1) !== tag) lost.push(tag);
          else if (open.pop() !== tag) lost.push(tag);
        },
      },
      { xmlMode: true },
    ).end(xml);
    expect([...open, ...lost]).toEqual([]);
    expect(legalText(xml)).toBe(xml);
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
  });

  test('DuplicateItem: ids are whole addresses, each once', () => {
    const ids = items.flatMap((item) => all(isAtom ? 'id' : 'guid', item).slice(0, 1));
    expect(ids).toHaveLength(items.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !URL.canParse(id))).toEqual([]);
  });

  test('MissingAtomSelfLink: it names its own address', () => {
    const self = { rss: 'feed.xml', atom: 'feed.atom', corrections: 'corrections/feed.xml' }[name];
    expect(xml).toContain(
      `href="https://runners.example/${self ?? 'themes/tired/feed.xml'}" rel="self"`,
    );
  });

  test('InvalidRFC2822Date, InvalidRFC3339Date: days are in the form of their format, at midnight', () => {
    const rfc822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} 00:00:00 GMT$/;
    const rfc3339 = /^\d{4}-\d\d-\d\dT00:00:00(?:\.000)?Z$/;
    const old = [...all('pubDate'), ...all('lastBuildDate')];
    const dated = [...all('updated'), ...all('published'), ...all('atom:updated')];
    expect(old.filter((day) => !rfc822.test(day))).toEqual([]);
    expect(dated.filter((day) => !rfc3339.test(day))).toEqual([]);
    expect(old.length + dated.length).toBeGreaterThan(items.length);
  });

  test('ContainsHTML: titles and summaries hold no tags', () => {
    const words = [...all('title'), ...all('description'), ...all('summary'), ...all('subtitle')];
    expect(words.filter((text) => /&lt;|<[a-z]/.test(text))).toEqual([]);
    expect(words.filter((text) => text === '')).toEqual([]);
  });

  test('MissingDescription, MissingElement: each item has what its format asks for', () => {
    for (const item of items) {
      const wanted = isAtom
        ? ['id', 'title', 'updated', 'author', 'summary', 'content']
        : ['title', 'link', 'description', 'guid', 'pubDate', 'dc:creator', 'content:encoded'];
      expect(wanted.filter((element) => all(element, item).length === 0)).toEqual([]);
      // Readers take the first of the two for the text of an item.
      const places = (isAtom ? [] : ['<description>', '<content:encoded>']).map((start) =>
        item.indexOf(start),
      );
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  test('NotHtml, SecurityRisk, DangerousStyleAttr, ContainsRelRef: the HTML is plain and whole', () => {
    const html = isAtom
      ? all('content').map((text) => text.replaceAll('&lt;', '<').replaceAll('&quot;', '"'))
      : all('content:encoded');
    expect(html).toHaveLength(items.length);
    for (const text of html) {
      expect(text).not.toMatch(/<(?:script|style|iframe|object|embed|form|button|svg|meta|link)\b/);
      expect(text).not.toMatch(/ (?:style|class|id|on\w+|popovertarget)=/);
      expect(text).not.toMatch(/ (?:href|src)="(?!https?:\/\/|mailto:)/);
    }
  });

  test('UndefinedElement: each prefix is declared', () => {
    const used = new Set(
      [...xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').matchAll(/<(\w+):/g)].map(
        ([, prefix]) => prefix,
      ),
    );
    expect([...used].filter((prefix) => !xml.includes(`xmlns:${prefix}="`))).toEqual([]);
  });
});

test('JSON Feed 1.1 has what its specification asks for', () => {
  expect(json.version).toBe('https://jsonfeed.org/version/1.1');
  expect(json.feed_url).toBe('https://runners.example/feed.json');
  for (const item of json.items) {
    expect(typeof item.id).toBe('string');
    expect(item.content_html).not.toBe('');
  }
});
