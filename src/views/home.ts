/** The home page: newest and most useful, and what the build counted. */
import { certaintyOrder } from '../domain/certainty.ts';
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Certainty } from '../schemas/parts.ts';
import { articleCardView, type ArticleCardView } from './article.ts';

export interface HomeView {
  /** The page for newcomers, where the content has one. */
  start: { href: string; title: string; description: string } | undefined;
  newest: ArticleCardView[];
  questions: { question: string; href: string }[];
  counts: {
    articles: number;
    questions: number;
    claims: number;
    /** How sure they are; marks that no claim bears are left out. */
    byCertainty: { certainty: Certainty; count: number }[];
    sources: number;
    productsLinked: number;
    productsRefused: number;
  };
}

const newestCount = 6;
const questionCount = 6;

/** What the home page shows; the questions are the first of each of the newest articles. */
export function homeView(library: Library): HomeView {
  const products = [...library.products.values()].map(({ data }) => data.status);
  const claims = [...library.claims.values()].map(({ data }) => data.certainty);
  const questions = library.articles.flatMap((article) =>
    article.data.questions.map(({ id, question }, rank) => ({
      question,
      href: routes.question(article.id, id),
      rank,
    })),
  );
  const start = library.pages.get('start');
  return {
    start: start && {
      href: routes.page(start.id),
      title: start.data.title,
      description: start.data.description,
    },
    newest: library.articles
      .slice(0, newestCount)
      .map((article) => articleCardView(article, library)),
    questions: questions
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, questionCount)
      .map(({ question, href }) => ({ question, href })),
    counts: {
      articles: library.articles.length,
      questions: questions.length,
      claims: claims.length,
      byCertainty: certaintyOrder
        .map((certainty) => ({
          certainty,
          count: claims.filter((claim) => claim === certainty).length,
        }))
        .filter(({ count }) => count > 0),
      sources: library.sources.size,
      productsLinked: products.filter((status) => status === 'listed').length,
      productsRefused: products.filter((status) => status === 'refused').length,
    },
  };
}
