/** The index of every question on the site. */
import { anchors } from '../anchors.ts';
import { inOrder } from '../domain/order.ts';
import { byNutrients } from '../domain/theme.ts';
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import { fitted, questionViews, type QuestionView } from './question.ts';

/** Every question once, under its theme. */
export interface FaqIndexView {
  count: number;
  groups: {
    /** Anchor of the group: `theme-bones`. */
    id: string;
    name: string;
    /** Page of its theme; undefined for the questions that have none. */
    href: string | undefined;
    questions: QuestionView[];
  }[];
  /** Nutrients that questions are about. */
  nutrients: { href: string; name: string }[];
}

/** Questions in the order of the themes; those without a theme come last. */
export function faqIndexView(library: Library): FaqIndexView {
  const all = fitted(questionViews(library.questions, library), 'index');
  const themed = [...library.themes.values()].map(({ id, data }) => ({
    id: anchors.theme(id),
    name: data.name,
    href: routes.theme(id),
    questions: byNutrients(
      data,
      all.filter(({ theme }) => theme === id),
      ({ topics }) => topics,
    ),
  }));
  const others = {
    id: anchors.theme('none'),
    name: themed.length === 0 ? 'All questions' : 'More questions',
    href: undefined,
    questions: all.filter(({ theme }) => theme === undefined),
  };
  return {
    count: all.length,
    groups: [...themed, others].filter(({ questions }) => questions.length > 0),
    nutrients: [...library.nutrientNames]
      .filter(([id]) => library.questionsAbout.has(id))
      .map(([id, name]) => ({ href: routes.nutrient(id), name }))
      .sort((a, b) => inOrder(a.name, b.name)),
  };
}
