/** What readers are sent of a picture: light, upright, and with no metadata but whose it is. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureBytes } from '#publish/picture-bytes.ts';
import { mostPictureBytes } from '#schemas/image.ts';

const rights = {
  credit: 'Žofie & Co <desk>',
  licence: { name: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/' },
};

// Soft shapes under a grain, as photographs have them.
async function photograph(): Promise<Buffer> {
  const [width, height] = [1600, 1200];
  const grain = Buffer.alloc(width * height * 3);
  let seed = 1;
  for (let at = 0; at < grain.length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    grain[at] = 128 + 60 * Math.sin(at / 4000) + (seed % 24);
  }
  return sharp(grain, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Orientation: '6', Make: 'A camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .toBuffer();
}

async function made(bytes: Buffer, options: object): Promise<Buffer> {
  const size = { original: '/_astro/sample.jpg', width: 800, ...rights, ...options };
  return Buffer.from(await pictureBytes(new Uint8Array(bytes), size as never));
}

describe.each(['avif', 'webp'] as const)('as %s', (format) => {
  test('it is light, upright, as wide as it was asked for, and tells no place', async () => {
    const bytes = await made(await photograph(), { format, width: 1280 });
    const { width, exif, iptc, icc, xmp, orientation = 1 } = await sharp(bytes).metadata();
    expect(bytes.length).toBeLessThanOrEqual(mostPictureBytes);
    expect({ width, exif, iptc, icc, orientation }).toEqual({
      width: 1280,
      exif: undefined,
      iptc: undefined,
      icc: undefined,
      orientation: 1,
    });
    const told = xmp?.toString() ?? '';
    expect(told).toContain('<photoshop:Credit>Žofie &amp; Co &lt;desk&gt;</photoshop:Credit>');
    expect(told).toContain('CC BY 4.0');
    expect(told).toContain(`>${rights.licence.href}<`);
    expect(told).not.toMatch(/GPS|camera/i);
  });

  test('it is never wider than its original', async () => {
    const small = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { width, height } = await sharp(await made(small, { format, width: 480 })).metadata();
    expect([width, height]).toEqual([90, 60]);
  });
});

test('a drawing keeps what it draws and loses what programs noted in it', async () => {
  const drawing = `<?xml version="1.0"?><!-- by a program --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ink="https://a.example/ink" viewBox="0 0 9 9" ink:export="/home/somebody/x.svg"><metadata>who</metadata><ink:view zoom="2"/><g id="a"><rect width="9" height="9"/></g><use xlink:href="#a"/><text>1 &lt; 2</text></svg>`;
  const text = (await made(Buffer.from(drawing), { format: 'svg', width: 9 })).toString();
  expect(text).not.toMatch(/by a program|somebody|who<|\bink:|zoom/);
  expect(text).toContain('<g id="a"><rect width="9" height="9"/></g><use xlink:href="#a"/>');
  expect(text).toContain('<text>1 &lt; 2</text>');
  expect(text).toMatch(/^<svg [^>]*><metadata><rdf:RDF.*Žofie &amp; Co &lt;desk&gt;.*<\/metadata>/);
  expect((await sharp(Buffer.from(text)).metadata()).format).toBe('svg');
});

test('a picture that cannot be light is named', async () => {
  const noise = Buffer.from(
    Array.from({ length: 1300 * 1300 * 3 }, (_, at) => (at * at * 31 + at * 17) % 251),
  );
  const bytes = await sharp(noise, { raw: { width: 1300, height: 1300, channels: 3 } })
    .png()
    .toBuffer();
  await expect(made(bytes, { format: 'webp', width: 1280 })).rejects.toThrow(
    '/_astro/sample.jpg is heavier than 150000 bytes as webp: crop it.',
  );
});
