/** Lighthouse, mobile, on the built site: `npm run build && npm run lighthouse`. Outside the tests: times vary. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { browserFlags, findOrInstallBrowser } from './browser.ts';
import { richArticle } from './site/articles.ts';

const article = richArticle().path;
const paths =
  process.argv.length > 2 ? process.argv.slice(2) : ['/', article, '/faq/', '/products/'];
const least = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
const categories = Object.keys(least) as (keyof typeof least)[];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const [sitePort, browserPort] = [await freePort(), await freePort()];
const site = `http://localhost:${sitePort}`;
const preview = spawn('astro', ['preview', '--port', String(sitePort), '--ignore-lock'], {
  stdio: 'ignore',
});
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: [...browserFlags, `--remote-debugging-port=${browserPort}`],
});

async function waitForSite(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = await fetch(site).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  throw new Error('The site does not answer: build it first with npm run build.');
}

try {
  await waitForSite();
  for (const path of paths) {
    const run = await lighthouse(site + path, {
      port: browserPort,
      onlyCategories: categories,
      logLevel: 'error',
    });
    const scores = categories.map((name) => {
      const score = Math.round((run?.lhr.categories[name]?.score ?? 0) * 100);
      if (score < least[name]) process.exitCode = 1;
      return `${name} ${score}`;
    });
    const failed = Object.values(run?.lhr.audits ?? {}).filter(
      ({ score, scoreDisplayMode }) =>
        score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
    );
    const times = ['first-contentful-paint', 'largest-contentful-paint', 'cumulative-layout-shift']
      .map((id) => `${id} ${run?.lhr.audits[id]?.displayValue ?? '?'}`)
      .join(', ');
    console.log(`${path}  ${scores.join(', ')}; ${times}`);
    for (const { id, title } of failed) console.log(`  below: ${id}. ${title}`);
  }
} finally {
  await browser.close();
  preview.kill();
}
