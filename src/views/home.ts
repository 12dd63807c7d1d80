/** The home page: newest and most useful, and what the build counted. */
import type { ArticleCardView } from './article.ts';

export interface HomeView {
  newest: ArticleCardView[];
  questions: { question: string; href: string }[];
  counts: {
    articles: number;
    questions: number;
    claims: number;
    sources: number;
    productsLinked: number;
    productsRefused: number;
  };
}
