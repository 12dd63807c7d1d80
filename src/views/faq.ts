/** The index of every question on the site. */
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';

/** Questions by theme, each leading to its place in an article. */
export interface FaqIndexView {
  count: number;
  groups: {
    id: string;
    name: string;
    questions: { question: string; href: string; articleTitle: string }[];
  }[];
}

/** Every question under its theme, in the order of the themes; those without one come last. */
export function faqIndexView(library: Library): FaqIndexView {
  const questions = library.articles.flatMap((article) =>
    article.data.questions.map(({ id, question, theme }) => ({
      theme,
      question,
      href: routes.question(article.id, id),
      articleTitle: article.data.title,
    })),
  );
  const themes = [...library.themes.values()].map(({ id, data: { name } }) => ({ id, name }));
  return {
    count: questions.length,
    groups: [...themes, { id: undefined, name: 'More questions' }]
      .map(({ id, name }) => ({
        id: id ?? 'more',
        name,
        questions: questions
          .filter(({ theme }) => theme === id)
          .map(({ question, href, articleTitle }) => ({ question, href, articleTitle })),
      }))
      .filter((group) => group.questions.length > 0),
  };
}
