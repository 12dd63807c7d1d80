/** The index of every question on the site. */
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import { topicName } from './topic.ts';

/** Questions by topic, each leading to its place in an article. */
export interface FaqIndexView {
  count: number;
  groups: {
    id: string;
    name: string;
    questions: { question: string; href: string; articleTitle: string }[];
  }[];
}

/** Every question under each of its topics; topics and questions in alphabetical order. */
export function faqIndexView(library: Library): FaqIndexView {
  const questions = library.articles.flatMap((article) =>
    article.data.questions.map(({ id, question, topics }) => ({
      topics,
      question,
      href: routes.question(article.id, id),
      articleTitle: article.data.title,
    })),
  );
  const topics = [...new Set(questions.flatMap((item) => item.topics))];
  return {
    count: questions.length,
    groups: topics
      .map((id) => ({
        id,
        name: topicName(id, library),
        questions: questions
          .filter((item) => item.topics.includes(id))
          .map(({ question, href, articleTitle }) => ({ question, href, articleTitle }))
          .sort((a, b) => a.question.localeCompare(b.question, 'en')),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}
