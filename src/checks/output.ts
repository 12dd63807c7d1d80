/** Examines the built site before it is published: links, fragments, merchant links, disclosure, scripts, HTML. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Corpus } from '../corpus/read.ts';
import type { Problem } from '../problem.ts';
import { routes } from '../routes.ts';
import { readBuiltPage, type BuiltPage } from './built-page.ts';

/**
 * Problems of a built site; the place is the file that was built.
 * @param directory the staging folder
 */
export async function checkOutput(
  directory: string,
  corpus: Corpus | undefined,
): Promise<Problem[]> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    );
  const built = new Set(files.map((file) => `/${file}`));
  const anchors = new Map<string, Set<string>>();
  const problems: Problem[] = [];
  const links: { from: string; path: string; fragment: string }[] = [];
  const merchants = merchantHosts(corpus);
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const page = readBuiltPage(await readFile(path.join(directory, file), 'utf8'));
    // Path in the address: /articles/x/.
    const address = `/${file}`.replace(/index\.html$/, '');
    anchors.set(address, page.ids);
    problems.push(...examine(file, page, merchants));
    for (const { href } of page.links) {
      if (!/^[/#]/.test(href)) continue;
      // What the gallery shows is made up: its entries have no pages.
      if (address === routes.gallery() && href.startsWith('/')) continue;
      const target = new URL(href, `https://site.invalid${address}`);
      links.push({
        from: file,
        path: target.pathname,
        fragment: decodeURIComponent(target.hash.slice(1)),
      });
    }
  }
  for (const link of links) {
    const isPage = anchors.has(link.path);
    if (!isPage && !built.has(link.path)) {
      problems.push(
        problem(
          link.from,
          'output-link',
          `a link leads to ${link.path}, which was not built.`,
          'Correct the link, or add the page.',
        ),
      );
    } else if (
      isPage &&
      link.fragment !== '' &&
      anchors.get(link.path)?.has(link.fragment) !== true
    ) {
      problems.push(
        problem(
          link.from,
          'output-link',
          `a link leads to ${link.path}#${link.fragment}, and nothing there has that id.`,
          'Correct the fragment.',
        ),
      );
    }
  }
  return problems;
}

function problem(file: string, rule: string, message: string, fix: string): Problem {
  return { file, line: 1, column: 1, severity: 'error', rule, message, fix };
}

function merchantHosts(corpus: Corpus | undefined): Map<string, { programme: boolean }> {
  return new Map(
    [...(corpus?.entries.merchants.values() ?? [])].flatMap(({ data }) =>
      data.hosts.map((host) => [host, { programme: data.programme }] as const),
    ),
  );
}

function examine(
  file: string,
  page: BuiltPage,
  merchants: ReadonlyMap<string, { programme: boolean }>,
): Problem[] {
  const problems: Problem[] = [];
  const report = (rule: string, message: string, fix: string): void => {
    problems.push(problem(file, rule, message, fix));
  };
  // A redirect page of Astro's has no frame of ours.
  if (page.isRedirect) return problems;
  const count = page.headings.length;
  if (count !== 1)
    report('output-heading', `the page has ${count} h1 elements.`, 'Give it exactly one.');
  if (page.hasStyleAttribute) {
    report('output-style', 'an element has a style attribute.', 'Use a class of the stylesheet.');
  }
  if (page.hasInlineScript) {
    report(
      'output-script',
      'the page holds an inline script.',
      'Move it to a file, or do without.',
    );
  }
  for (const { href, rel, text, disclosed } of page.links) {
    if (!href.startsWith('http')) continue;
    const { host } = new URL(href);
    const merchant = merchants.get(host);
    if (merchant === undefined) continue;
    if (!rel.includes('nofollow') || (merchant.programme && !rel.includes('sponsored'))) {
      report(
        'output-merchant-link',
        `a link to ${host} has rel="${rel}".`,
        'Only MerchantLink.astro may link to a merchant.',
      );
    }
    if (!merchant.programme) continue;
    if (!text.includes('(ad)')) {
      report(
        'output-merchant-link',
        `a link to ${host} does not say "(ad)".`,
        'Only MerchantLink.astro may link to a merchant.',
      );
    }
    if (!disclosed) {
      report(
        'output-disclosure',
        'a merchant link stands before the disclosure.',
        'Put <Disclosure> before the first product link.',
      );
    }
  }
  return problems;
}
