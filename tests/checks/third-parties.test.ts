/** What a browser would fetch from elsewhere, and links that leave the site, in built pages. */
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readBuiltPage } from '#checks/output/built-page.ts';
import { outsideLinkChecks, outsideLinkTerms } from '#checks/output/outside-links.ts';
import { foreignInStyle } from '#checks/output/third-parties.ts';
import { contentFile } from '#corpus/content-file.ts';
import { emptyCorpus } from '#corpus/corpus.ts';
import { addFile } from '#corpus/read.ts';
import { applyCase, goodFiles, type Files } from './fixture.ts';

const foreign = (html: string): string[] =>
  readBuiltPage(html).foreign.map(({ address }) => address);

describe('a page fetches nothing from elsewhere', () => {
  test.each([
    '<a href="https://elsewhere.example/">A</a>',
    '<map><area href="https://elsewhere.example/" alt="A"></map>',
    '<link rel="canonical" href="https://micromile.example/">',
    '<link rel="alternate" type="application/json" href="https://micromile.example/a.json">',
    '<meta property="og:image" content="https://micromile.example/card.png">',
    '<meta http-equiv="refresh" content="0;url=/a/">',
    '<img src="/a.png" srcset="/a.png 1x, /b.png 2x" alt="https://elsewhere.example/">',
    '<svg xmlns="http://www.w3.org/2000/svg" fill="url(#a)"><use href="#b"/><path d="M0,0//1"/></svg>',
    '<blockquote cite="https://elsewhere.example/">A</blockquote>',
    '<p title="https://elsewhere.example/" data-x="//elsewhere.example/">A</p>',
    '<div itemscope itemtype="https://schema.org/Thing">A</div>',
    '<link rel="stylesheet" href="/a.css"><script type="module" src="/_astro/a.js"></script>',
  ])('%s', (html) => expect(foreign(html)).toEqual([]));
});

describe('a page fetches from elsewhere', () => {
  const address = 'https://elsewhere.example/x';
  test.each([
    `<img src="${address}" alt="">`,
    `<img src=" ${address}" alt="">`,
    `<IMG SRC="${address}" ALT="">`,
    `<script src="${address}"></script>`,
    `<iframe src="${address}"></iframe>`,
    `<embed src="${address}">`,
    `<object data="${address}"></object>`,
    `<audio src="${address}"></audio>`,
    `<video poster="${address}"></video>`,
    `<video><source src="${address}"><track src="/a"></video>`,
    `<input type="image" src="${address}" alt="a">`,
    `<form action="${address}"></form>`,
    `<button formaction="${address}">A</button>`,
    `<a href="/" ping="${address}">A</a>`,
    `<a href="/" ping="/a ${address}">A</a>`,
    `<a href="/" attributionsrc="${address}">A</a>`,
    `<table background="${address}"></table>`,
    `<html manifest="${address}"></html>`,
    `<base href="${address}">`,
    `<meta http-equiv="refresh" content="0;url=${address}">`,
    `<meta http-equiv="Content-Security-Policy" content="report-uri ${address}">`,
    `<svg><use href="${address}"/></svg>`,
    `<svg><use xlink:href="${address}"/></svg>`,
    `<svg><image href="${address}"/></svg>`,
    `<svg><rect fill="url(${address})"/></svg>`,
    `<p style="background:url('${address}')">A</p>`,
    `<style>@import "${address}";</style>`,
    `<style>a{background:url(${address})}</style>`,
    `<link href="${address}">`,
    ...'stylesheet icon apple-touch-icon preload prefetch preconnect dns-prefetch modulepreload manifest'
      .split(' ')
      .map((rel) => `<link rel="${rel}" href="${address}">`),
    `<link rel="alternate stylesheet" href="${address}">`,
  ])('%s', (html) => expect(foreign(html)).toEqual([address]));

  test.each([
    ['<img src="//elsewhere.example/x" alt="">', ['//elsewhere.example/x']],
    ['<img src="/\\elsewhere.example/x" alt="">', ['/\\elsewhere.example/x']],
    ['<img src="/&#9;/elsewhere.example/x" alt="">', ['/\t/elsewhere.example/x']],
    ['<img src="HTTPS:\\\\elsewhere.example/x" alt="">', ['HTTPS:\\\\elsewhere.example/x']],
    [
      '<img srcset="/a.png 1x,https://a.example/b 2x, //c.example/d 3x" alt="">',
      ['https://a.example/b', '//c.example/d'],
    ],
    [
      '<link rel="preload" as="image" imagesrcset="https://a.example/b 2x">',
      ['https://a.example/b'],
    ],
  ])('%s', (html, addresses) => expect(foreign(html)).toEqual(addresses));
});

test.each([
  ['/*! https://tailwindcss.com */a{b:url(/a.woff2)}', []],
  ['a{b:url("data:image/svg+xml,%3Csvg xmlns=\'http://www.w3.org/2000/svg\'%3E")}', []],
  ['a{b:url(data:font/woff2;base64,d09//GMg)}', []],
  ['@import url(https://a.example/x)', ['https://a.example/x']],
  ['@import "//a.example/x"', ['//a.example/x']],
  ["a{b:image-set('https://a.example/x' 1x)}", ['https://a.example/x']],
  ['a{b:url(\\2f\\2f a.example/x)}', ['//a.example/x']],
  ['a{b:u\\72l(\\68ttps://a.example/x)}', ['https://a.example/x']],
])('in CSS: %s', (css, addresses) => expect(foreignInStyle(css)).toEqual(addresses));

describe('a link that leaves the site', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  const { files } = applyCase({
    name: 'a label seen at a shop',
    file: 'products/iron-capsule.yaml',
    find: 'claims: [iron-test]',
    put: "claims: [iron-test]\nlabelSeen: { url: 'https://www.shop.example/dp/1', on: 2026-03-01 }",
  });

  function corpusOf(all: Files) {
    const root = path.resolve('tests/fixtures/content');
    const corpus = emptyCorpus(root);
    for (const [file, bytes] of all) {
      const collection = file.split('/')[0];
      if (collection === 'merchants' || collection === 'products')
        addFile(corpus, contentFile(root, collection, path.join(root, file), bytes));
    }
    return corpus;
  }

  const sponsored = 'sponsored nofollow noopener';
  const plain = 'nofollow noopener';
  const found = (
    link: { href: string; rel?: string; text?: string; disclosed?: boolean },
    all: Files = goodFiles,
  ): string[] =>
    outsideLinkChecks(outsideLinkTerms(corpusOf(all)))
      .find([{ at: 0, rel: sponsored, text: 'Capsule at Shop (ad)', disclosed: true, ...link }])
      .map(({ rule, message }) => `${rule.id}: ${message}`);

  const shop = 'https://www.shop.example/s?k=iron';
  const money = 'output-merchant-link: a link to';

  test.each([
    [shop, {}, []],
    [shop, { rel: plain }, [`${money} www.shop.example has rel="${plain}".`]],
    [shop, { text: 'Shop' }, [`${money} www.shop.example does not say "(ad)".`]],
    [
      'https://smile.shop.example/x',
      { text: 'Shop' },
      [`${money} smile.shop.example does not say "(ad)".`],
    ],
    ['https://shop.example/x', { text: 'Shop' }, [`${money} shop.example does not say "(ad)".`]],
    [
      'https://WWW.SHOP.EXAMPLE/x',
      { text: 'Shop' },
      [`${money} www.shop.example does not say "(ad)".`],
    ],
    [
      'https://maker.example/iron',
      { rel: '', text: 'Maker' },
      [`${money} maker.example has rel="".`],
    ],
    ['https://maker.example/iron', { rel: plain, text: 'Maker' }, []],
    [`${shop}&tag=evil-20`, {}, [`${money} www.shop.example does not carry the site’s tag alone.`]],
    [
      'https://shop-uk.example/x',
      {},
      [`${money} shop-uk.example leads to the merchant shop-uk.example without its mark.`],
    ],
    [
      'https://out.example/?u=https://shop.example/',
      {},
      [`${money} out.example leads to the merchant shop.example without its mark.`],
    ],
    ['/out?u=https://shop.example/', {}, []],
    ['https://agency.example/', { rel: '', text: 'Agency' }, []],
    ['http://agency.example/', { rel: '', text: 'Agency' }, []],
    [
      'https://agency.example/?ref=x',
      {},
      ['output-outside-link: "ref=" says who sent the reader, in "https://agency.example/?ref=x".'],
    ],
    [
      'https://nih.gov@evil.example/',
      {},
      [
        'output-outside-link: "https://nih.gov@evil.example/" must not name a user: the host is what stands behind the @.',
      ],
    ],
    [
      'https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2',
      {},
      [],
    ],
  ] as [string, { rel?: string; text?: string }, string[]][])('%s %j', (href, link, messages) => {
    vi.stubEnv('SHOP_TAG', '');
    expect(found({ href, ...link })).toEqual(messages);
  });

  test('carries the site’s tag, once, where one is set', () => {
    vi.stubEnv('SHOP_TAG', 'runner-20');
    const alone = `${money} www.shop.example does not carry the site’s tag alone.`;
    expect(found({ href: `${shop}&tag=runner-20` })).toEqual([]);
    expect(found({ href: shop })).toEqual([alone]);
    expect(found({ href: `${shop}&tag=other-20` })).toEqual([alone]);
    expect(found({ href: `${shop}&tag=runner-20&tag=other-20` })).toEqual([alone]);
  });

  test('to a label is a source: the host for its words, nofollow, no tag', () => {
    vi.stubEnv('SHOP_TAG', 'runner-20');
    const label = { href: 'https://www.shop.example/dp/1', text: 'shop.example', rel: plain };
    expect(found({ ...label, disclosed: false }, files)).toEqual([]);
    expect(found({ ...label, rel: sponsored }, files)).toEqual([
      `${money} the label at www.shop.example has rel="${sponsored}".`,
    ]);
    expect(found({ ...label, rel: '' }, files)).toEqual([
      `${money} the label at www.shop.example has rel="".`,
    ]);
    // With other words, or with a tag, it is an offer and held to what offers say.
    expect(found({ ...label, text: 'Buy it' }, files)).toHaveLength(3);
    expect(found({ ...label, href: `${label.href}?tag=runner-20` }, files)).toHaveLength(2);
  });
});
