/** What of a built page the others are looked at with, and where its links lead. */
import { siteUrl } from '../../environment.ts';
import { addressOf, routes } from '../../routes.ts';
import { keyOf } from '../../store/store.ts';
import type { BuiltPage } from './built-page.ts';

/** Kept where nothing was wrong with the page itself. */
export interface PageFacts {
  ids: string[];
  /** Names of where its links lead on this site, each once. */
  targets: string[];
  /** Digests of its style elements. */
  styles: string[];
  /** Of a page that search engines may list. */
  title?: string;
  description?: string;
}

/** The address at which a file stands. */
export function addressOfFile(file: string): string {
  return addressOf(`/${file}`.replace(/index\.html$/, ''));
}

/** Whether search engines may list a page. */
export function isListed({ isRedirect, head }: BuiltPage): boolean {
  return !isRedirect && !head.isHidden;
}

/** What others are looked at with. */
export function pageFacts(page: BuiltPage, address: string): PageFacts {
  return {
    ids: [...page.ids],
    targets: targets(page, address),
    styles: page.styles.map(({ text }) => digestOfStyle(text)),
    ...(isListed(page) && {
      title: page.head.title,
      description: page.head.description ?? '',
    }),
  };
}

let lastStyle = { text: '', digest: keyOf(['']) };

// Pages hold the same styles.
function digestOfStyle(text: string): string {
  if (lastStyle.text !== text) lastStyle = { text, digest: keyOf([text]) };
  return lastStyle.digest;
}

/**
 * As text: what is parsed of a page holds on to all of it. A line each for what all pages are asked, and
 * for what few are: nobody reads the links of ten thousand pages that are as they were.
 */
export function factsText({ ids, targets: led, ...rest }: PageFacts): string {
  return [rest, ids, led].map((part) => JSON.stringify(part)).join('\n');
}

const partIn = (text: string, line: number): unknown => JSON.parse(text.split('\n')[line] ?? '');

/** What all pages are asked. */
export const restIn = (text: string): Omit<PageFacts, 'ids' | 'targets'> =>
  partIn(text, 0) as Omit<PageFacts, 'ids' | 'targets'>;

/** Ids of the page. */
export const idsIn = (text: string): string[] => partIn(text, 1) as string[];

/** Where its links lead. */
export const targetsIn = (text: string): string[] => partIn(text, 2) as string[];

/** Where a link leads on this site. */
export type Target = [path: string, fragment: string];

// As one text, since a site of thousands of pages has millions of links.
function nameOf([to, fragment]: Target): string {
  return `${to.length} ${to}${fragment}`;
}

/** Where a name leads. */
export function named(name: string): Target {
  const length = Number.parseInt(name, 10);
  const rest = name.slice(name.indexOf(' ') + 1);
  return [rest.slice(0, length), rest.slice(length)];
}

function targets(page: BuiltPage, address: string): PageFacts['targets'] {
  if (address === routes.gallery()) return [];
  const values = new Set(ownValues(page).map(({ value }) => value));
  const found = new Set<string>();
  for (const value of values) {
    const target = targetOf(value, address);
    if (target !== undefined) found.add(nameOf(target));
  }
  return [...found];
}

/** Offset of the first link of a page that leads somewhere. */
export function placeOf(page: BuiltPage, address: string, wanted: Target): number {
  const found = ownValues(page).find(({ value }) => {
    const target = targetOf(value, address);
    return target?.[0] === wanted[0] && target[1] === wanted[1];
  });
  return found?.at ?? 0;
}

function ownValues({ links, files, head }: BuiltPage): { value: string; at: number }[] {
  return [
    ...links.map(({ href, at }) => ({ value: href, at })),
    ...files.map(({ address, at }) => ({ value: address, at })),
    ...(head.image?.startsWith(`${siteUrl()}/`) === true
      ? [{ value: new URL(head.image).pathname, at: 0 }]
      : []),
  ];
}

// Nothing in it that a browser reads otherwise than it is written.
const plainTarget = /^((?:\/[\w-][\w.-]*)*\/?)(?:#([\w.-]*))?$/;

// Undefined where an address leads to another site, or nowhere.
function targetOf(value: string, address: string): Target | undefined {
  const [, to, fragment = ''] = plainTarget.exec(value) ?? [];
  if (to !== undefined && to !== '') return [to, fragment];
  if (value.startsWith('#') && to === '' && plainTarget.test(address)) return [address, fragment];
  const base = `https://site.invalid${address}`;
  if (!/^(?:\/(?!\/)|#)/.test(value) || !URL.canParse(value, base)) return undefined;
  const { pathname, hash: end } = new URL(value, base);
  return [decode(pathname), decode(end.slice(1))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
