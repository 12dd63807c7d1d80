/** Addresses that a reader may be sent to, and those that are written to lead elsewhere. */
import { describe, expect, test } from 'vitest';
import {
  addressFault,
  doiSchema,
  hostSchema,
  isInstitution,
  pubmedSchema,
} from '#schemas/address.ts';

describe('an address of the public internet', () => {
  test.each([
    'https://example.org',
    'https://example.org/',
    'https://www.nhs.uk/conditions/iron-deficiency-anaemia/',
    'https://nhs.uk/',
    'https://www.gov.uk/guidance?a=b#c',
    'https://thehealthhub01.blogspot.com/2019/08/vitamins-and-minerals-iron.html',
    'https://a-b.c-d.example.org/x',
    'HTTPS://WWW.NIH.GOV/',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC3423002',
    'https://fr.wikipedia.org/wiki/Carence_en_éléments',
    'https://www.wemjournal.org/article/S1080-6032%2809%2970110-3/fulltext',
    'https://onlinelibrary.wiley.com/doi/10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
    'https://public4.pagefreezer.com/content/FDA/16-06-2022T13:39/https://www.fda.gov/medical-devices',
    'https://medium.com/@somebody/iron',
    'https://journals.lww.com/cjsportsmed/Abstract/2003/01000/The_Incidence,_Risk_Factors,_and_Clinical.8.aspx',
  ])('%s', (address) => {
    expect(addressFault(address)).toBeUndefined();
  });
});

const hidden = 'must not hold spaces, line breaks, backslashes or characters that cannot be seen';
const user = 'must not name a user: the host is what stands behind the @';
const port = 'must not name a port';
const number = 'must name its host, not the number of one';
const letters = 'must write its host in plain letters: other alphabets hold look-alikes';
const strange = 'must lead to a host of the public internet';
const shared = 'must be somebody’s own host: everybody can have a name below this one';
const noHost = 'must hold a host name';
const https = 'must be an https address';

describe('no address', () => {
  test.each([
    ['', https],
    ['example.org', https],
    ['//example.org/', https],
    ['http://example.org/', https],
    ['ftp://example.org/', https],
    ['javascript:alert(1)', https],
    ['data:text/html,x', https],
    ['https:example.org', https],
    ['https:/example.org', https],
    ['https://www.nih.gov@evil.example/', user],
    ['https://me:secret@example.org/', user],
    ['https://@example.org/', user],
    ['https://www.nih.gov%40evil.example/', noHost],
    ['https://example.org:8443/', port],
    ['https://example.org:443/', port],
    ['https://example.org:/', port],
    ['https://exa\nmple.org/x', hidden],
    ['https://exa\tmple.org/x', hidden],
    [' https://example.org/x', hidden],
    ['https://example.org/a b', hidden],
    ['https://example.org/a\u00A0b', hidden],
    ['https://example.org/a\u200Bb', hidden],
    ['https://example.org/\u202Egpj.exe', hidden],
    ['https:\\\\example.org\\x', hidden],
    ['https://example.org\\@evil.example/', hidden],
    ['https://example.org/x%0D%0AY', hidden],
    ['https://example.org/x%00', hidden],
    ['https://127.0.0.1/', number],
    ['https://127.1/', number],
    ['https://2130706433/', number],
    ['https://0x7f000001/', number],
    ['https://0x7f.0.0.1/', number],
    ['https://0177.0.0.1/', number],
    ['https://10.0.0.1/', number],
    ['https://[::1]/', number],
    ['https://[::ffff:127.0.0.1]/', number],
    ['https://www.xn--nh-jlc.gov/iron', letters],
    ['https://xn--80ak6aa92e.com/', letters],
    ['https://www.nіh.gov/', letters],
    ['https://ｅxample.org/', letters],
    ['https://example。org/', letters],
    ['https://münchen.de/', letters],
    ['https://localhost/', strange],
    ['https://example/', strange],
    ['https://router.local/', strange],
    ['https://wiki.internal/', strange],
    ['https://shop.test/', strange],
    ['https://shop.invalid/', strange],
    ['https://a.localhost/', strange],
    ['https://printer.lan/', strange],
    ['https://duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion/', strange],
    ['https://1.168.192.in-addr.arpa/', strange],
    ['https://www.nih.gov.evil/', strange],
    ['https://co.uk/', shared],
    ['https://com.au/x', shared],
    ['https://uk/', strange],
    ['https:///example.org/', noHost],
    ['https://example.org./', noHost],
    ['https://example..org/', noHost],
    ['https://.example.org/', noHost],
    ['https://-example.org/', noHost],
    ['https://exa_mple.org/', noHost],
    ['https://exa%6Dple.org/', noHost],
    ['https://example.org,evil.example/', noHost],
    [`https://${'a'.repeat(64)}.org/`, noHost],
    [`https://${'a.'.repeat(130)}org/`, noHost],
  ])('%j', (address, fault) => {
    expect(addressFault(address)).toBe(fault);
  });

  test('an old work may exist under http alone', () => {
    expect(addressFault('http://books.nap.edu/openbook.php?id=1', { http: true })).toBeUndefined();
    expect(addressFault('http://localhost:8080/x', { http: true })).toBe(port);
    expect(addressFault('ftp://example.org/', { http: true })).toBe(
      'must be an http or https address',
    );
  });
});

describe('a host of somebody', () => {
  test.each(['shop.example', 'www.amazon.com', 'nuun.co.uk', 'shop.myshopify.com', 'a.github.io'])(
    '%s',
    (host) => expect(hostSchema.safeParse(host).success).toBe(true),
  );
  test.each([
    'co.uk',
    'com.au',
    'github.io',
    'myshopify.com',
    'blogspot.com',
    'com',
    'nhs.uk',
    'kobe.jp',
    'Shop.example',
    'shop.example.',
    'shop.example:443',
    'https://shop.example',
    '*.shop.example',
    '127.0.0.1',
    '0x7f.1',
    'localhost',
    'shop.local',
    'xn--80ak6aa92e.com',
    'shop',
    '',
  ])('not %j', (host) => expect(hostSchema.safeParse(host).success).toBe(false));
});

test.each([
  ['www.nih.gov', true],
  ['www.nhs.uk', true],
  ['www.ox.ac.uk', true],
  ['lpi.oregonstate.edu', true],
  ['www.who.int', true],
  ['nih.gov.example', false],
  ['gov.shop.example', false],
  ['edu.com', false],
])('whether %s belongs to an authority or a school: %s', (host, answer) => {
  expect(isInstitution(host)).toBe(answer);
});

describe('a DOI', () => {
  test.each([
    '10.1000/182',
    '10.1000.10/123',
    '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
    '10.1002/(sici)1096-8644(199706)103:2<197::aid-ajpa5>3.0.co;2-#',
    '10.1016/S0140-6736(01)05627-6',
    '10.1093/ajcn/84.2.289',
    '10.1093/jn/nxab123_045',
    '10.1371/journal.pone.0058090',
    '10.1249/01.MSS.0000074448.45220.EA',
  ])('%s', (doi) => expect(doiSchema.safeParse(doi).success).toBe(true));
  test.each([
    '10.1000/../../evil',
    '10.1000/./x',
    '10.1000/x/..',
    '10.1000/%2e%2e/evil',
    '10.1000/x y',
    '10.1000/x\ny',
    '10.1000/',
    '10.100/x',
    '11.1000/x',
    'doi:10.1000/x',
    '10.1000/x?utm_source=y',
    '10.1000/x.',
    '10.1000/x,',
    '10.1000/x)',
    '10.1000/x]',
    '10.1000/x/',
    '10.1000/x–y',
    '10.1000/x\\y',
    '10.1000/https://evil.example',
    `10.1000/${'x'.repeat(200)}`,
    '10.1000/"x"',
  ])('not %j', (doi) => expect(doiSchema.safeParse(doi).success).toBe(false));
});

test.each([
  ['12345678', true],
  ['7', true],
  ['0', false],
  ['000000', false],
  ['012345', false],
  ['123456789', false],
  ['12 34', false],
  ['١٢٣', false],
])('whether %j is a number of PubMed: %s', (number_, answer) => {
  expect(pubmedSchema.safeParse(number_).success).toBe(answer);
});
