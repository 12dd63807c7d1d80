/** How soon a page paints on a slow phone: the heaviest article against a bare page of the same words. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { compressSite } from '../../src/publish/compress.ts';
import { memoryStore } from '../../src/store/store.ts';
import { browserFlags, findBrowser } from '../browser.ts';
import { startServer } from '../site/servers.ts';

/** What one load of a page cost. */
interface Paint {
  /** Milliseconds to the first contentful paint, and of the longest task. */
  paint: number;
  longestTask: number;
  /** Cumulative layout shift. */
  shift: number;
}

// Slow 4G as Lighthouse applies it, and a processor of a cheap phone.
const network = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const slowdown = 4;
const port = 4388;

/**
 * Loads each variant in turn and prints medians and their ratios to the bare page.
 * @param folder for the sites that are compared
 * @throws {Error} when nothing was built, or nginx is not installed
 */
export async function benchPaint(folder: string, rounds: number): Promise<void> {
  const root = path.join(folder, 'paint');
  rmSync(root, { recursive: true, force: true });
  cpSync('dist', root, { recursive: true });
  const article = heaviestArticle(root);
  const addresses = writeVariants(root, article);
  await compressSite(root, 9, memoryStore());
  const server = await startServer('nginx', root, path.resolve('deploy'), port);
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: browserFlags,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const first: Record<string, Paint[]> = {};
    const third: Record<string, Paint[]> = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, [one = '', two = '', three = '']] of Object.entries(addresses)) {
        const [opened, , last] = await visit(browser, [three, one, two]);
        (first[name] ??= []).push(opened as Paint);
        (third[name] ??= []).push(last as Paint);
      }
    }
    console.log(`paint: ${article}, slow 4G, processor ${slowdown} times slower, ${rounds} rounds`);
    print('first page of a visit', first);
    print('third page of a visit', third);
  } finally {
    await browser.close();
    server.kill();
  }
}

function heaviestArticle(root: string): string {
  const folder = path.join(root, 'articles');
  const sizes = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      bytes: readFileSync(path.join(folder, name, 'index.html')).length,
    }));
  const [heaviest] = sizes.sort((a, b) => b.bytes - a.bytes);
  if (heaviest === undefined) throw new Error('No article was built.');
  return `/articles/${heaviest.name}/`;
}

// Of each variant two pages to come from, and the article.
function writeVariants(root: string, article: string): Record<string, string[]> {
  const pages = ['/', '/faq/', article];
  const write = (variant: string, make: (html: string) => string): string[] =>
    pages.map((address) => {
      const folder = path.join(root, variant, address);
      mkdirSync(folder, { recursive: true });
      const html = readFileSync(path.join(root, address, 'index.html'), 'utf8');
      writeFileSync(path.join(folder, 'index.html'), make(html));
      return `/${variant}${address}`;
    });
  const inside = /<style>(.*?)<\/style>/s;
  const [, styles = ''] =
    inside.exec(readFileSync(path.join(root, article, 'index.html'), 'utf8')) ?? [];
  writeFileSync(path.join(root, 'linked.css'), styles);
  writeFileSync(
    path.join(root, 'bare.css'),
    'body{max-width:40em;margin:auto;padding:1em;font:1.1em/1.5 serif}\nh1{font-size:1.6em}\n',
  );
  return {
    built: pages,
    linked: write('linked', (html) =>
      html.replace(inside, '<link rel="stylesheet" href="/linked.css">'),
    ),
    bare: write('bare', (html) => {
      const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
      const words = main
        .replaceAll(/<(script|svg)\b.*?<\/\1>/gs, '')
        .replaceAll(/<\/(?:p|li|h\d|tr|div|summary)>/g, '\n')
        .replaceAll(/<[^>]+>/g, '')
        .split('\n')
        .filter((line) => line.trim() !== '');
      return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title><link rel="stylesheet" href="/bare.css"><body>${words.map((line) => `<p>${line}</p>`).join('\n')}</body></html>`;
    }),
  };
}

async function visit(browser: Browser, addresses: readonly string[]): Promise<Paint[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    const seen = { task: 0, shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.task = Math.max(seen.task, duration);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const paints: Paint[] = [];
  for (const address of addresses) paints.push(await load(page, address));
  await context.close();
  return paints;
}

async function load(page: Page, address: string): Promise<Paint> {
  await page.goto(`http://127.0.0.1:${port}${address}`, { waitUntil: 'networkidle' });
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { task: number; shift: number } };
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { paint: paint?.startTime ?? Number.NaN, longestTask: seen.task, shift: seen.shift };
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(title: string, runs: Readonly<Record<string, Paint[]>>): void {
  console.log(title);
  const bare = median((runs['bare'] ?? []).map(({ paint }) => paint));
  for (const [name, paints] of Object.entries(runs)) {
    const paint = median(paints.map((one) => one.paint));
    const task = median(paints.map((one) => one.longestTask));
    const shift = median(paints.map((one) => one.shift));
    console.log(
      `  ${name.padEnd(8)} ${paint.toFixed(0).padStart(6)} ms, ${(paint / bare).toFixed(2)} of bare; longest task ${task.toFixed(0)} ms; shift ${shift.toFixed(3)}`,
    );
  }
}
