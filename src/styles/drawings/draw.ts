/** Makes the bitmaps of the site from its drawings: social card, icons of systems, favicon.ico. */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserFlags, findOrInstallBrowser } from '../../../tests/browser.ts';

const face = readFileSync('src/styles/fonts/libre-franklin.woff2').toString('base64');
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: browserFlags,
});

async function picture(svg: string, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' });
  await page.setContent(`<!doctype html><style>
    @font-face { font-family: 'Libre Franklin'; font-weight: 500 850; src: url(data:font/woff2;base64,${face}); }
    body { margin: 0; background: #fff; } svg { display: block; width: ${width}px; height: ${height}px; }
  </style>${svg}`);
  await page.evaluate(() => document.fonts.ready);
  const bitmap = await page.screenshot();
  await page.close();
  return bitmap;
}

/** An icon file that holds one PNG: a six-byte head, one entry of sixteen bytes, the picture. */
function icon(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const mark = readFileSync('public/favicon.svg', 'utf8');
const card = readFileSync('src/styles/drawings/social-card.svg', 'utf8');
writeFileSync('public/social-card.png', await picture(card, 1200, 630));
writeFileSync('public/apple-touch-icon.png', await picture(mark, 180, 180));
for (const size of [192, 512])
  writeFileSync(`public/icon-${size}.png`, await picture(mark, size, size));
// Systems cut the corners off this one, down to a circle of four fifths.
const maskable = mark.replace('viewBox="0 0 32 32"', 'viewBox="-10 -10 52 52"');
writeFileSync('public/icon-maskable.png', await picture(maskable, 512, 512));
writeFileSync('public/favicon.ico', icon(await picture(mark, 32, 32), 32));
await browser.close();
