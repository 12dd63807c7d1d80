/** What the environment may say, and what an unusable value is answered with. */
import { afterEach, expect, test, vi } from 'vitest';
import { siteUrl } from '#environment.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['https://runner.example/', 'https://runner.example'],
  ['http://localhost:4321', 'http://localhost:4321'],
  ['', 'https://micromile.example'],
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
