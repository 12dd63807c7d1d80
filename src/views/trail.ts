/** The way down to a page. */
import { routes } from '../routes.ts';

/** A page above another one. */
export interface Step {
  name: string;
  href: string;
}

/** The lists under which pages stand. */
export const lists = {
  articles: { name: 'Articles', href: routes.articles() },
  evidence: { name: 'Evidence', href: routes.evidence() },
  figures: { name: 'Figures', href: routes.figures() },
  glossary: { name: 'Glossary', href: routes.glossary() },
  nutrients: { name: 'Nutrients', href: routes.nutrients() },
  products: { name: 'Products', href: routes.products() },
  questions: { name: 'Questions', href: routes.faq() },
  tools: { name: 'Tools', href: routes.tools() },
} as const satisfies Record<string, Step>;
