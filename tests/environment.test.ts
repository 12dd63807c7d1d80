/** What the environment may say, and what an unusable value is answered with. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isPublicSite, merchantSubTag, merchantTag, siteUrl } from '#environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['https://runner.example/', 'https://runner.example'],
  ['http://localhost:4321', 'http://localhost:4321'],
  ['', 'https://micromile.example'],
  ['https://runner.example/blog', 'https://runner.example/blog'],
  ['http://localhost:4321/x/y.z/', 'http://localhost:4321/x/y.z'],
  ['https://Runner.example/blog', 'https://runner.example/blog'],
])('SITE_URL "%s" is %s', (given, address) => {
  vi.stubEnv('SITE_URL', given);
  expect(siteUrl()).toBe(address);
});

test.each(['runner.example', 'localhost:4321', 'mailto:desk@runner.example'])(
  'SITE_URL "%s" is refused by name',
  (given) => {
    vi.stubEnv('SITE_URL', given);
    expect(siteUrl).toThrow(
      `SITE_URL is "${given}": write the whole address, such as https://example.org.`,
    );
  },
);

test.each([
  ['https://runner.example/blog?x=1', 'https://runner.example/blog'],
  ['https://runner.example/?token=secret', 'https://runner.example'],
  ['https://runner.example#top', 'https://runner.example'],
  ['https://me:secret@runner.example', 'https://runner.example'],
  ['https://me@runner.example/blog', 'https://runner.example/blog'],
])('SITE_URL "%s" is more than the site can keep', (given, address) => {
  vi.stubEnv('SITE_URL', given);
  expect(siteUrl).toThrow(
    `SITE_URL holds more than scheme, host and path: write ${address} alone.`,
  );
});

test.each([
  'https://runner.example/Blog',
  'https://runner.example/a b',
  'https://runner.example/_astro/-',
])('SITE_URL "%s" has a path that no link may have', (given) => {
  vi.stubEnv('SITE_URL', given);
  expect(siteUrl).toThrow(/^SITE_URL has the path \/.*: use small letters/);
});

describe('a tag', () => {
  const shop = { name: 'Shop', tagVariable: 'SHOP_TAG' };
  const amazon = { ...shop, tagPattern: '[a-z0-9-]{1,40}-20' };

  test.each([
    [shop, 'ABC1234', 'ABC1234'],
    [shop, ' runner-21 ', 'runner-21'],
    [amazon, 'micromile-20', 'micromile-20'],
    [shop, '', undefined],
    [shop, ' ', undefined],
    [{ name: 'Shop' }, 'ABC1234', undefined],
  ])('of %j in "%s" is %s', (merchant, value, tag) => {
    vi.stubEnv('SHOP_TAG', value);
    expect(merchantTag(merchant)).toBe(tag);
  });

  test.each([
    [shop, 'ghp_0123456789abcdefghijklmnopqrstuvwxyz'],
    [shop, 'eyJhbGciOiJIUzI1NiJ9.e30.ZRrHA1JJJW8opsbCGfG_HACGpVUMN_a9IV7pAx_Zmeo'],
    [shop, 'AKIAIOSFODNN7EXAMPLE'],
    [shop, '123e4567-e89b-12d3-a456-426614174000'],
    [shop, 'postgres://me:secret@db/x'],
    [shop, 'a"onclick="x'],
    [amazon, 'micromile-21'],
    [amazon, 'micromile-20 secret'],
    [amazon, `${'a'.repeat(60)}-20`],
  ])('of %j is refused without a word of what was set: %s', (merchant, value) => {
    vi.stubEnv('SHOP_TAG', value);
    expect(() => merchantTag(merchant)).toThrow(
      /^SHOP_TAG does not look like a tag of Shop \(.*\): set it to the tag, or to nothing\.$/,
    );
    expect(() => merchantTag(merchant)).not.toThrow(value);
  });
});

test.each([
  ['https://runners.com', true],
  ['https://example-runners.com/blog', true],
  ['https://micromile.example', false],
  ['https://www.example.org', false],
  ['http://localhost:4321', false],
  ['http://127.0.0.1', false],
  ['http://[::1]:8080', false],
  ['https://site.test', false],
])('%s is reached by readers: %s', (address, isPublic) => {
  vi.stubEnv('SITE_URL', address);
  expect(isPublicSite()).toBe(isPublic);
});

describe('what tells a merchant which page was read', () => {
  const shop = { name: 'Shop', tagVariable: 'SHOP_TAG', subTagParameter: 'sub' };

  test('is sent only with a tag and where the owner says so', () => {
    vi.stubEnv('SHOP_TAG', 'abc');
    expect(merchantSubTag(shop)).toBeUndefined();
    vi.stubEnv('SHOP_SUBTAG', 'on');
    expect(merchantSubTag(shop)).toBe('sub');
    vi.stubEnv('SHOP_TAG', '');
    expect(merchantSubTag(shop)).toBeUndefined();
  });

  test('is on or nothing, and needs its parameter', () => {
    vi.stubEnv('SHOP_SUBTAG', 'yes');
    expect(() => merchantSubTag(shop)).toThrow(
      'SHOP_SUBTAG is neither "on" nor empty: with "on", Shop is told which page was read.',
    );
    vi.stubEnv('SHOP_SUBTAG', 'on');
    expect(() => merchantSubTag({ name: 'Shop', tagVariable: 'SHOP_TAG' })).toThrow(
      'SHOP_SUBTAG is on, and the file of Shop names no subTagParameter.',
    );
  });
});
