/** Where money and trackers hide in an address. */
import { describe, expect, test } from 'vitest';
import { referralOf, takeApart } from '#domain/referral.ts';

describe('an honest address holds no referral', () => {
  test.each([
    '/articles/iron/',
    '#ref-2',
    'mailto:desk@example.org',
    'https://ods.od.nih.gov/factsheets/Iron-HealthProfessional/',
    'https://www.sciencedirect.com/science/article/pii/S0002916523048001?via%3Dihub',
    'https://www.scielo.br/scielo.php?script=sci_arttext&pid=S0034-8910',
    'https://www.cambridge.org/core/journals/article?aid=12345',
    'https://onlinelibrary.wiley.com/doi/10.1002/x?af=R',
    'https://www.ruh.nhs.uk/pathology/tubelisting.asp?id=316&listing=v',
    'https://www.nice.org.uk/guidance/ng239/chapter/Recommendations#tag',
    'https://www.legislation.gov.uk/browse?ref=2024-12',
    'https://public4.pagefreezer.com/content/FDA/2022/https://www.fda.gov/medical-devices',
    'https://web.archive.org/web/2020/https://www.nih.gov/',
    'https://validator.w3.org/nu/?doc=https://example.org/',
    'https://example.org/articles/preferred=iron',
    'https://www.trustpilot.com/review/bit.ly',
    'https://example.org/v1.5/index.html/page?f=a.b',
    'https://notbit.ly.example/x',
    'https://www.google.com/search?q=url',
  ])('%s', (address) => expect(referralOf(address)).toBeUndefined());
});

const onward = (host: string) => `${host} only sends readers on`;
const sent = (name: string) => `"${name}=" says who sent the reader`;

describe('a referral', () => {
  test.each([
    ['https://amzn.to/3abc', onward('amzn.to')],
    ['https://A.CO/d/abc', onward('a.co')],
    ['https://bit.ly/abc', onward('bit.ly')],
    ['https://www.tinyurl.com/abc', onward('www.tinyurl.com')],
    ['https://t.co/abc', onward('t.co')],
    [
      'https://go.skimresources.com/?id=1&url=https%3A%2F%2Fshop.example',
      onward('go.skimresources.com'),
    ],
    ['https://www.awin1.com/cread.php?awinmid=1', onward('www.awin1.com')],
    ['https://goto.walmart.pxf.io/abc', onward('goto.walmart.pxf.io')],
    ['https://click.linksynergy.com/deeplink?id=1', onward('click.linksynergy.com')],
    ['https://rover.ebay.com/rover/1/711', onward('rover.ebay.com')],
    ['https://www.google.com/url?q=https://www.nih.gov/', onward('www.google.com')],
    ['https://google.co.uk/url?sa=t&url=x', onward('google.co.uk')],
    ['https://l.facebook.com/l.php?u=https://shop.example', onward('l.facebook.com')],
    ['https://www.linkedin.com/redir/redirect?url=x', onward('www.linkedin.com')],
    ['https://duckduckgo.com/l/?uddg=https://shop.example', onward('duckduckgo.com')],
    ['https://www-amazon-com.translate.goog/dp/B0', onward('www-amazon-com.translate.goog')],
    ['https://example.org/out?to=https%3A%2F%2Famzn.to%2F3abc', onward('amzn.to')],
    ['https://example.org/out?to=https%253A%252F%252Fbit.ly%252Fx', onward('bit.ly')],
    ['https://www.nih.gov/exit?url=https://amzn.to/x', onward('amzn.to')],
    ['https://example.org/https://a.example/https://amzn.to/x', onward('amzn.to')],
    ['https://www.google.com/amp/s/bit.ly/x', onward('bit.ly')],
    ['https:\\\\bit.ly\\abc', onward('bit.ly')],
    ['//bit.ly/abc', onward('bit.ly')],
    ['/\\bit.ly/abc', onward('bit.ly')],
    ['https://shop.example/iron?ref=abc', sent('ref')],
    ['https://shop.example/iron?REF=abc', sent('ref')],
    ['https://shop.example/iron?%72ef=abc', sent('ref')],
    ['https://shop.example/iron?a=1&amp;tag=evil-20', sent('tag')],
    ['https://shop.example/iron;tag=evil-20', sent('tag')],
    ['https://shop.example/dp/B0/ref=as_li_tl', sent('ref')],
    ['https://shop.example/iron#rcode=EVIL', sent('rcode')],
    ['https://shop.example/iron?aff[]=1', sent('aff')],
    ['https://www.iherb.com/pr/iron/1?rcode=EVIL', sent('rcode')],
    ['https://shop.example/?aff=1', sent('aff')],
    ['https://shop.example/?affiliate_id=1', sent('affiliate_id')],
    ['https://shop.example/?sca_ref=1.2', sent('sca_ref')],
    ['https://shop.example/?irclickid=1', sent('irclickid')],
    ['https://shop.example/?coupon=RUN', sent('coupon')],
    ['https://example.org/?utm_source=x', sent('utm_source')],
    ['https://example.org/?gclid=x', sent('gclid')],
    ['https://example.org/?next=https%3A%2F%2Fshop.example%2F%3Ftag%3Devil', sent('tag')],
  ])('%s', (address, what) => expect(referralOf(address)).toBe(what));

  test('is also what a merchant of the site calls its tag', () => {
    const address = 'https://shop.example/?mytag=x';
    expect(referralOf(address)).toBeUndefined();
    expect(referralOf(address, new Set(['mytag']))).toBe(sent('mytag'));
  });
});

test.each([
  ['https://Shop.Example./x', ['shop.example']],
  ['https://sh%6Fp.example/x', ['shop.example']],
  ['https://ｓhop.example/x', ['shop.example']],
  ['https://me@shop.example:8443/x', ['shop.example']],
  ['https://a.example/?u=//shop.example/x', ['a.example', 'shop.example']],
  ['https://a.example/?u=shop.example/x', ['a.example', 'shop.example']],
  ['https://a.example/http:/shop.example/x', ['a.example', 'shop.example']],
  ['https://a.example/#https://shop.example', ['a.example', 'shop.example']],
])('%s leads to %j', (address, hosts) => {
  expect(takeApart(address)?.hosts).toEqual(hosts);
});
