/** Every address of the site, one function each. Pages end with a slash, files with their kind. */

export const routes = {
  home: () => '/',
  articles: () => '/articles/',
  article: (slug: string) => `/articles/${slug}/`,
  question: (slug: string, questionId: string) => `/articles/${slug}/#${questionId}`,
  faq: () => '/faq/',
  products: () => '/products/',
  product: (id: string) => `/products/${id}/`,
  nutrients: () => '/nutrients/',
  nutrient: (id: string) => `/nutrients/${id}/`,
  sheet: (id: string) => `/nutrients/${id}/sheet/`,
  evidence: () => '/evidence/',
  claim: (id: string) => `/evidence/${id}/`,
  glossary: () => '/glossary/',
  term: (id: string) => `/glossary/#${id}`,
  dailyNeeds: () => '/tools/daily-needs/',
  stack: () => '/tools/stack/',
  data: () => '/data/',
  dataFile: (name: string) => `/data/${name}`,
  page: (slug: string) => `/${slug}/`,
  gallery: () => '/gallery/',
} as const;
