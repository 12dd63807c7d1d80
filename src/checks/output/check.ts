/** Examines the built site before it is published: the place of a problem is the file that was built. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Corpus } from '../../corpus/read.ts';
import { LineIndex } from '../../document/line-index.ts';
import { isPublished } from '../../domain/dates.ts';
import { siteUrl } from '../../environment.ts';
import type { Problem } from '../../problem.ts';
import { routes } from '../../routes.ts';
import type { Store } from '../../store/store.ts';
import type { RuleText } from '../rule.ts';
import { foldSpace, readBuiltPage, type BuiltPage } from './built-page.ts';
import { digestOf, validateHtml } from './html.ts';
import { outsideLinkChecks } from './outside-links.ts';
import { shapesOf, type PageShapes, type Shape } from './shapes.ts';
import { outputRules, type OutputFinding as Finding } from './rules.ts';
import { foreignInStyle } from './third-parties.ts';

interface Reference {
  file: string;
  at: { line: number; column: number };
  path: string;
  fragment: string;
}

const isText = /\.(?:html|css|xml|json|csv|txt|md|webmanifest)$/;

/**
 * Every problem of a built site.
 * @param directory the staging folder
 * @param today the day that the site was built for
 * @param store keeps which HTML was valid
 */
export async function checkOutput(
  directory: string,
  corpus: Corpus,
  today: string,
  store: Store,
): Promise<Problem[]> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, path.join(entry.parentPath, entry.name)))
    .sort();
  const built = new Set(files.map((file) => `/${file}`));
  const anchors = new Map<string, Set<string>>();
  const references: Reference[] = [];
  const problems: Problem[] = [];
  const pages = new Map<string, PageShapes & { digest: string }>();
  const shapes = new Map<string, Shape>();
  const hidden = unpublished(corpus, today);
  const findInLinks = outsideLinkChecks(corpus);
  for (const file of files.filter((name) => isText.test(name))) {
    const text = await readFile(path.join(directory, file), 'utf8');
    const lines = new LineIndex(text);
    const report = ({ rule, at, message }: Finding): void => {
      problems.push(toProblem(file, rule, lines.position(at), message));
    };
    findUnpublished(text, hidden).forEach(report);
    if (file.endsWith('.css'))
      findForeign({
        foreign: foreignInStyle(text).map((address) => ({ address, at: text.indexOf(address) })),
      }).forEach(report);
    if (!file.endsWith('.html')) continue;
    const page = readBuiltPage(text);
    const address = `/${file}`.replace(/index\.html$/, '');
    anchors.set(address, page.ids);
    findForeign(page).forEach(report);
    // A redirect page of Astro's has no frame of ours.
    if (!page.isRedirect) {
      [...findHeadings(page), ...findInlineCode(page), ...findStructuredData(page)].forEach(report);
      pages.set(file, { ...shapesOf(text, shapes), digest: digestOf(text) });
    }
    // What the gallery shows is made up: its entries have no pages.
    if (address === routes.gallery()) continue;
    findInLinks(page.links).forEach(report);
    for (const { target, at } of targets(page, address))
      references.push({ ...target, file, at: lines.position(at) });
  }
  const read = (file: string): Promise<string> => readFile(path.join(directory, file), 'utf8');
  for (const [file, findings] of await validateHtml(pages, shapes, read, store))
    for (const { message, ...place } of findings)
      problems.push(toProblem(file, outputRules.html, place, message));
  return [...problems, ...findDeadReferences(references, anchors, built)];
}

function relative(directory: string, file: string): string {
  return path.relative(directory, file).split(path.sep).join('/');
}

// A dead link in the frame of the site stands on every page, and is one mistake.
function findDeadReferences(
  references: readonly Reference[],
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  built: ReadonlySet<string>,
): Problem[] {
  const dead = new Map<string, { first: Reference; message: string; files: Set<string> }>();
  for (const reference of references) {
    const { path: target, fragment, file } = reference;
    const ids = anchors.get(target);
    const message =
      ids === undefined
        ? built.has(target)
          ? undefined
          : `${target} was not built`
        : fragment === '' || ids.has(fragment)
          ? undefined
          : `${target} has no id "${fragment}"`;
    if (message === undefined) continue;
    const known = dead.get(message) ?? { first: reference, message, files: new Set<string>() };
    known.files.add(file);
    dead.set(message, known);
  }
  return [...dead.values()].map(({ first, message, files }) => {
    const others = files.size - 1;
    const also = others === 0 ? '' : `, nor for ${others} other page${others === 1 ? '' : 's'}`;
    return toProblem(first.file, outputRules.link, first.at, `${message}${also}.`);
  });
}

function toProblem(
  file: string,
  { id, fix }: RuleText,
  { line, column }: { line: number; column: number },
  message: string,
): Problem {
  return { file, line, column, severity: 'error', rule: id, message, fix };
}

function findHeadings({ headings }: BuiltPage): Finding[] {
  if (headings.length === 1) return [];
  const message = `the page has ${headings.length} h1 elements.`;
  return [{ rule: outputRules.heading, at: headings[1]?.at ?? 0, message }];
}

function findInlineCode({ inlineCode, links }: BuiltPage): Finding[] {
  const rule = outputRules.inlineCode;
  return [
    ...inlineCode.map(({ at, what }) => ({ rule, at, message: `the page holds ${what}.` })),
    ...links
      .filter(({ href }) => /^\s*javascript:/i.test(href))
      .map(({ at }) => ({ rule, at, message: 'the page holds a link that runs code.' })),
  ];
}

function findForeign({ foreign }: Pick<BuiltPage, 'foreign'>): Finding[] {
  return foreign.map(({ at, address }) => ({
    rule: outputRules.thirdParty,
    at,
    message: `${address.slice(0, 200)} is fetched from another host.`,
  }));
}

// Fields of schema.org that hold words for readers.
const wordFields = new Set(['headline', 'name', 'description', 'text', 'alternateName']);

function findStructuredData(page: BuiltPage): Finding[] {
  const rule = outputRules.structuredData;
  return page.structuredData.flatMap(({ json, at }): Finding[] => {
    let data: unknown;
    try {
      data = JSON.parse(json);
    } catch {
      return [{ rule, at, message: 'the structured data is no JSON.' }];
    }
    return said(data).flatMap(({ field, value }): Finding[] => {
      const isShown = field.startsWith('date')
        ? page.times.has(value)
        : page.text.includes(foldSpace(value));
      return isShown
        ? []
        : [{ rule, at, message: `the page does not show its ${field} "${value.slice(0, 80)}".` }];
    });
  });
}

function said(data: unknown): { field: string; value: string }[] {
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([field, value]: [string, unknown]) =>
    typeof value === 'string'
      ? wordFields.has(field) || field.startsWith('date')
        ? [{ field, value }]
        : []
      : said(value),
  );
}

function unpublished({ entries }: Corpus, today: string): string[] {
  return [...entries.articles.values()]
    .filter(({ data }) => !isPublished(data, today))
    .map(({ id }) => routes.article(id));
}

// By its address alone: the words of a title, such as "Vitamin B12", may stand anywhere.
function findUnpublished(text: string, hidden: readonly string[]): Finding[] {
  const site = siteUrl();
  return hidden.flatMap((address): Finding[] => {
    for (let at = text.indexOf(address); at !== -1; at = text.indexOf(address, at + 1)) {
      // On another host, or the end of a longer path, it is another page's.
      const isOurs = !/[\w.~%:-]/.test(text.charAt(at - 1)) || text.slice(0, at).endsWith(site);
      const message = `the file names ${address}, which is not published.`;
      if (isOurs) return [{ rule: outputRules.unpublished, at, message }];
    }
    return [];
  });
}

function targets(
  { links, files }: BuiltPage,
  address: string,
): { target: { path: string; fragment: string }; at: number }[] {
  const base = `https://site.invalid${address}`;
  return [
    ...links.map(({ href, at }) => ({ value: href, at })),
    ...files.map(({ address: value, at }) => ({ value, at })),
  ]
    .filter(({ value }) => /^(?:\/(?!\/)|#)/.test(value) && URL.canParse(value, base))
    .map(({ value, at }) => {
      const { pathname, hash } = new URL(value, base);
      return { target: { path: decode(pathname), fragment: decode(hash.slice(1)) }, at };
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
