/** Examines the built site before it is published: links, fragments, merchant links, disclosure, scripts, HTML. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import type { Corpus } from '../corpus/read.ts';
import type { Problem } from '../problem.ts';

interface BuiltPage {
  /** Path in the address: `/articles/x/`. */
  path: string;
  file: string;
  html: string;
  document: Document;
}

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
    const html = await readFile(path.join(directory, file), 'utf8');
    const page: BuiltPage = {
      path: `/${file}`.replace(/index\.html$/, ''),
      file,
      html,
      document: parseHTML(html).document as unknown as Document,
    };
    anchors.set(
      page.path,
      new Set([...page.document.querySelectorAll('[id]')].map((element) => element.id)),
    );
    problems.push(...examine(page, merchants));
    for (const link of page.document.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (!/^[/#]/.test(href)) continue;
      const target = new URL(href, `https://site.invalid${page.path}`);
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
  { file, document, html }: BuiltPage,
  merchants: ReadonlyMap<string, { programme: boolean }>,
): Problem[] {
  const problems: Problem[] = [];
  const report = (rule: string, message: string, fix: string): void => {
    problems.push(problem(file, rule, message, fix));
  };
  // A redirect page of Astro's has no frame of ours.
  if (document.querySelector('meta[http-equiv="refresh"]') !== null) return problems;
  const headings = document.querySelectorAll('h1').length;
  if (headings !== 1)
    report('output-heading', `the page has ${headings} h1 elements.`, 'Give it exactly one.');
  if (document.querySelector('[style]') !== null) {
    report('output-style', 'an element has a style attribute.', 'Use a class of the stylesheet.');
  }
  for (const script of document.querySelectorAll('script:not([src])')) {
    if (script.getAttribute('type') !== 'application/ld+json') {
      report(
        'output-script',
        'the page holds an inline script.',
        'Move it to a file, or do without.',
      );
    }
  }
  const disclosureAt = html.indexOf('aria-label="Disclosure"');
  for (const link of document.querySelectorAll('a[href^="http"]')) {
    const host = new URL(link.getAttribute('href') ?? '').host;
    const merchant = merchants.get(host);
    if (merchant === undefined) continue;
    const rel = link.getAttribute('rel') ?? '';
    if (!rel.includes('nofollow') || (merchant.programme && !rel.includes('sponsored'))) {
      report(
        'output-merchant-link',
        `a link to ${host} has rel="${rel}".`,
        'Only MerchantLink.astro may link to a merchant.',
      );
    }
    if (!merchant.programme) continue;
    if (!link.textContent?.includes('(ad)')) {
      report(
        'output-merchant-link',
        `a link to ${host} does not say "(ad)".`,
        'Only MerchantLink.astro may link to a merchant.',
      );
    }
    const linkAt = html.indexOf(
      `href="${(link.getAttribute('href') ?? '').replaceAll('&', '&amp;')}"`,
    );
    if (disclosureAt === -1 || (linkAt !== -1 && linkAt < disclosureAt)) {
      report(
        'output-disclosure',
        'a merchant link stands before the disclosure.',
        'Put <Disclosure> before the first product link.',
      );
    }
  }
  return problems;
}
