/** The search page: what it shows before anything is typed, and without a script. */
import { inOrder } from '../domain/order.ts';
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import { productTitle } from '../schemas/product.ts';

export interface SearchPageView {
  themes: { href: string; name: string; sentence: string }[];
  /** Everything by its first letter. */
  letters: { letter: string; entries: IndexEntry[] }[];
  /** Lists that hold what is left out here, because it is too much for one page. */
  lists: { href: string; name: string }[];
}

interface IndexEntry {
  href: string;
  name: string;
  /** "question", "term": what is not told by its name. */
  kind: string;
}

/** Most entries of one page: as many as keep it within 60 KB, compressed. */
const mostEntries = 2500;

/** What the page shows. */
export function searchPageView(library: Library): SearchPageView {
  const articles = [...library.articles.values()];
  const questions: IndexEntry[] = articles.flatMap(({ id, data }) =>
    data.questions.map((question) => ({
      href: routes.question(id, question.id),
      name: question.question,
      kind: 'question',
    })),
  );
  const titles: IndexEntry[] = articles.map(({ id, data }) => ({
    href: routes.article(id),
    name: data.title,
    kind: 'article',
  }));
  const others: IndexEntry[] = [
    ...[...library.nutrients.values()].map(({ id, data }) => ({
      href: routes.nutrient(id),
      name: data.name,
      kind: 'nutrient',
    })),
    ...[...library.products.values()].map(({ id, data }) => ({
      href: routes.product(id),
      name: productTitle(data),
      kind: 'product',
    })),
    ...[...library.glossary.values()].map(({ id, data }) => ({
      href: routes.term(id),
      name: data.name,
      kind: 'term',
    })),
    ...[...library.figures.values()].map(({ id, data }) => ({
      href: routes.figure(id),
      name: data.title,
      kind: 'figure',
    })),
  ];
  const fits = questions.length + titles.length + others.length <= mostEntries;
  const entries = fits ? [...questions, ...titles, ...others] : others.slice(0, mostEntries);
  const sorted = entries.toSorted((a, b) => inOrder(sortKey(a.name), sortKey(b.name)));
  return {
    themes: [...library.themes.values()].map(({ id, data }) => ({
      href: routes.theme(id),
      name: data.name,
      sentence: data.sentence,
    })),
    letters: [...Map.groupBy(sorted, ({ name }) => letterOf(name))].map(([letter, own]) => ({
      letter,
      entries: own,
    })),
    lists: fits
      ? []
      : [
          { href: routes.faq(), name: 'All questions' },
          { href: routes.articles(), name: 'All articles' },
        ],
  };
}

function sortKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase();
}

function letterOf(name: string): string {
  const [first = ''] = sortKey(name).trim();
  return /[a-z]/.test(first) ? first.toUpperCase() : '0–9';
}
