/** Articles that the browser tests read: found by what they hold, so that each may be renamed. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What a test needs to know of an article, read from its file by a path of its own. */
export interface TestedArticle {
  slug: string;
  /** Its address. */
  path: string;
  title: string;
  questions: string[];
  /** Headings of its second level. */
  headings: string[];
  text: string;
  published: string;
  /** The newest of its days. */
  changed: string;
}

interface Frontmatter {
  title: string;
  published: string;
  updated?: string;
  reviewed?: { on: string };
  changes?: { on: string }[];
  draft?: boolean;
  faq?: { question: string }[];
}

/** Published articles, by their names. */
export function articles(directory = 'content'): TestedArticle[] {
  const today = process.env['TODAY'] ?? new Date().toISOString().slice(0, 10);
  return readdirSync(`${directory}/articles`)
    .toSorted()
    .map((file) => {
      const text = readFileSync(`${directory}/articles/${file}`, 'utf8');
      const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      return { file, text, body, data: parse(frontmatter) as Frontmatter };
    })
    .filter(({ data }) => data.draft !== true && data.published <= today)
    .map(({ file, text, body, data }) => {
      const slug = file.replace(/\.mdx$/, '');
      return {
        slug,
        path: `/articles/${slug}/`,
        title: data.title,
        questions: (data.faq ?? []).map(({ question }) => question),
        headings: [...body.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading),
        text,
        published: data.published,
        changed:
          [
            data.published,
            data.updated,
            data.reviewed?.on,
            ...(data.changes ?? []).map(({ on }) => on),
          ]
            .filter((day) => day !== undefined)
            .toSorted()
            .at(-1) ?? '',
      };
    });
}

/** The article with the most product cards, a refused one among them: it has every kind of card. */
export function richArticle(): TestedArticle {
  const refused = readdirSync('content/products')
    .filter((file) => /^status: refused$/m.test(readFileSync(`content/products/${file}`, 'utf8')))
    .map((file) => file.replace(/\.yaml$/, ''));
  const cards = ({ text }: TestedArticle): number => text.split('<ProductCard ').length;
  const [richest] = articles()
    .filter(({ text }) => refused.some((id) => text.includes(`<ProductCard id="${id}"`)))
    .toSorted((a, b) => cards(b) - cards(a));
  if (richest === undefined) throw new Error('No article shows a product that is refused.');
  return richest;
}

/** The first article, by name, that fits. @throws {Error} when none does */
export function first(fits: (article: TestedArticle) => boolean): TestedArticle {
  const found = articles().find(fits);
  if (found === undefined) throw new Error('No article holds what this test looks at.');
  return found;
}
