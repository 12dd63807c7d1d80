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
  glossary: () => '/glossary/',
  term: (id: string) => `/glossary/#${id}`,
  tools: () => '/tools/',
  dailyNeeds: () => '/tools/daily-needs/',
  stack: () => '/tools/stack/',
  data: () => '/data/',
  rules: () => '/rules/',
  dataFile: (name: string) => `/data/${name}`,
  page: (slug: string) => `/${slug}/`,
  framePage: (slug: FramePage) => `/${slug}/`,
  gallery: () => '/gallery/',
} as const;

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
