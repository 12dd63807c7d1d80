/** Every address of the site, one function each. All end with a slash. */

export const routes = {
  home: () => '/',
  articles: () => '/articles/',
  article: (slug: string) => `/articles/${slug}/`,
  question: (slug: string, questionId: string) => `/articles/${slug}/#${questionId}`,
  faq: () => '/faq/',
  products: () => '/products/',
  product: (id: string) => `/products/${id}/`,
  page: (slug: string) => `/${slug}/`,
  gallery: () => '/gallery/',
} as const;
