/** Every address of the site, one function each. Pages end with a slash, files with their kind. */

export const routes = {
  home: () => '/',
  articles: () => '/articles/',
  article: (slug: string) => `/articles/${slug}/`,
  question: (slug: string, questionId: string) => `/articles/${slug}/#${questionId}`,
  faq: () => '/faq/',
  answer: (questionId: string) => `/faq/#${questionId}`,
  theme: (id: string) => `/themes/${id}/`,
  products: () => '/products/',
  product: (id: string) => `/products/${id}/`,
  nutrients: () => '/nutrients/',
  nutrient: (id: string) => `/nutrients/${id}/`,
  sheet: (id: string) => `/nutrients/${id}/sheet/`,
  evidence: () => '/evidence/',
  narrowing: (page: string) => `${page}narrow.css`,
  claim: (id: string) => `/evidence/${id}/`,
  figures: () => '/figures/',
  figure: (id: string) => `/figures/${id}/`,
  figureEmbed: (id: string) => `/figures/${id}/embed/`,
  figureFile: (id: string, kind: FigureFile) => `/figures/${id}.${kind}`,
  manifest: () => '/site.webmanifest',
  card: (name: CardName) => `/cards/${name}.png`,
  person: (id: string) => `/people/${id}/`,
  glossary: () => '/glossary/',
  term: (id: string) => `/glossary/#${id}`,
  tools: () => '/tools/',
  dailyNeeds: () => '/tools/daily-needs/',
  stack: () => '/tools/stack/',
  feeds: () => '/feeds/',
  feed: (kind: FeedKind, page = '/') => `${page}feed.${kind}`,
  /** The newest changes, or those of a page further back. */
  correctionFeed: (page = 1) =>
    page === 1 ? '/corrections/feed.xml' : `/corrections/older/${page}/feed.xml`,
  twin: (page: string) => `${page.slice(0, -1)}.md`,
  works: (page: string, kind: 'bib' | 'csl.json') => `${page.slice(0, -1)}.${kind}`,
  llms: (kind: 'txt') => `/llms.${kind}`,
  search: () => '/search/',
  data: () => '/data/',
  rules: () => '/rules/',
  dataFile: (name: string) => `/data/${name}`,
  page: (slug: string) => `/${slug}/`,
  framePage: (slug: FramePage) => `/${slug}/`,
  gallery: () => '/gallery/',
} as const;

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
