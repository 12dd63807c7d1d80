/**
 * Every address of the site, one function each, with the path under which the site stands on its host.
 * Pages end with a slash, files with their kind.
 */
import { basePath } from './base.ts';

/** The address of what has this path on the site, such as "/articles/old-name/": content writes paths so. */
export function addressOf(path: string): string {
  return basePath() + path;
}

/** Whether a link, as content writes it, leads to another page of this site. */
export function isOnSite(href: string): boolean {
  return /^\/(?!\/)/.test(href);
}

/** The path on the site of what has this address: where it lies in the folder of the site. */
export function pathOf(address: string): string {
  return address.slice(basePath().length);
}

/** Below this path each picture to share lies under the path of its page. */
export const cardsPath = '/cards';

export const routes = {
  home: () => addressOf('/'),
  articles: () => addressOf('/articles/'),
  article: (slug: string) => addressOf(`/articles/${slug}/`),
  question: (slug: string, questionId: string) => addressOf(`/articles/${slug}/#${questionId}`),
  faq: () => addressOf('/faq/'),
  answer: (questionId: string) => addressOf(`/faq/#${questionId}`),
  theme: (id: string) => addressOf(`/themes/${id}/`),
  products: () => addressOf('/products/'),
  product: (id: string) => addressOf(`/products/${id}/`),
  nutrients: () => addressOf('/nutrients/'),
  nutrient: (id: string) => addressOf(`/nutrients/${id}/`),
  sheet: (id: string) => addressOf(`/nutrients/${id}/sheet/`),
  evidence: () => addressOf('/evidence/'),
  narrowing: (page: string) => `${page}narrow.css`,
  claim: (id: string) => addressOf(`/evidence/${id}/`),
  /** The claims under a topic, where all of them are too many for one page. */
  topic: (id: string) => addressOf(`/evidence/${id}/claims/`),
  figures: () => addressOf('/figures/'),
  figure: (id: string) => addressOf(`/figures/${id}/`),
  figureEmbed: (id: string) => addressOf(`/figures/${id}/embed/`),
  figureFile: (id: string, kind: FigureFile) => addressOf(`/figures/${id}.${kind}`),
  /** A file of `public/`. */
  publicFile: (name: string) => addressOf(`/${name}`),
  sitemap: () => addressOf('/sitemap-index.xml'),
  manifest: () => addressOf('/site.webmanifest'),
  card: (name: CardName) => addressOf(`${cardsPath}/${name}.png`),
  person: (id: string) => addressOf(`/people/${id}/`),
  glossary: () => addressOf('/glossary/'),
  term: (id: string) => addressOf(`/glossary/#${id}`),
  tools: () => addressOf('/tools/'),
  dailyNeeds: () => addressOf('/tools/daily-needs/'),
  stack: () => addressOf('/tools/stack/'),
  feeds: () => addressOf('/feeds/'),
  feed: (kind: FeedKind, page = addressOf('/')) => `${page}feed.${kind}`,
  /** The newest changes, or those of a part of their log. */
  correctionFeed: (part?: number) =>
    addressOf(`/corrections/${part === undefined ? '' : `older/${part}/`}feed.xml`),
  /** A part of a list: of one that begins on a page of its own, the id is empty. */
  listPart: (list: LongListName, id: string, number: number) =>
    addressOf(`/${listPath(list, id)}/${number}/`),
  twin: (page: string) => `${page.slice(0, -1)}.md`,
  works: (page: string, kind: 'bib' | 'csl.json') => `${page.slice(0, -1)}.${kind}`,
  llms: (kind: 'txt') => addressOf(`/llms.${kind}`),
  search: () => addressOf('/search/'),
  data: () => addressOf('/data/'),
  rules: () => addressOf('/rules/'),
  dataFile: (name: string) => addressOf(`/data/${name}`),
  page: (slug: string) => addressOf(`/${slug}/`),
  framePage: (slug: FramePage) => addressOf(`/${slug}/`),
  gallery: () => addressOf('/gallery/'),
} as const;

/** Lists that go on in parts: the folder of the pages on which they begin, and their own below each of those. */
export const longListNames = [
  'articles/older',
  'corrections/older',
  'faq/more',
  'glossary/more',
  'themes/questions',
  'themes/articles',
  'themes/others',
  'nutrients/questions',
  'nutrients/articles',
  'nutrients/claims',
  'nutrients/products',
  'evidence/articles',
  'evidence/claims',
  'products/articles',
  'products/more',
  'figures/articles',
  'figures/more',
  'people/articles',
  'people/reviewed',
] as const;
export type LongListName = (typeof longListNames)[number];

/** The path of a list: "themes/bones/questions", "articles/older". */
export function listPath(list: LongListName, id: string): string {
  return id === '' ? list : list.replace('/', `/${id}/`);
}

/** The list of a path such as "themes/bones/questions", and the id of the page on which it begins. */
export function longListOf(path: string): { name: LongListName; id: string } | undefined {
  const [folder = '', ...rest] = path.split('/');
  const name = longListNames.find((one) => one === `${folder}/${rest.at(-1)}`);
  return name === undefined || rest.length > 2
    ? undefined
    : { name, id: rest.slice(0, -1).join('') };
}

/** Whether an address is that of a part of a list, or of its feed, which may come to be. */
export function isListPart(address: string): boolean {
  const [, path] = /^\/(.+)\/\d+\/(?:feed\.xml)?$/.exec(pathOf(address)) ?? [];
  return path !== undefined && longListOf(path) !== undefined;
}

/** Whether an address is that of the claims under a topic, which may come to be. */
export function isTopic(address: string): boolean {
  return /^\/evidence\/[^/]+\/claims\/$/.test(pathOf(address));
}

/** RSS, Atom and JSON Feed. */
export const feedKinds = ['xml', 'atom', 'json'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** What a figure can be taken along as. */
export const figureFiles = ['png', 'svg', 'csv', 'json'] as const;
export type FigureFile = (typeof figureFiles)[number];

/** What has a picture of its own where it is shared, and the id: "articles/iron-for-runners". */
export type CardName = `${'articles' | 'figures' | 'nutrients' | 'themes' | 'tools'}/${string}`;

/** Whether a page is made to be framed by others. */
export function isEmbed(path: string): boolean {
  return path.startsWith(routes.figures()) && path.endsWith('/embed/');
}

/** Pages of content/pages/ to which the frame of every page leads: a site has them all. */
export const framePages = [
  'about',
  'accessibility',
  'corrections',
  'disclosure',
  'how-we-work',
  'privacy',
] as const;
export type FramePage = (typeof framePages)[number];
