/** Themes: what brings runners here, each with all that answers it. */
import { byNutrients } from '../domain/theme.ts';
import {
  need,
  type ArticleName,
  type DataRecord,
  type Library,
  type RecordOf,
} from '../library/records.ts';
import { shared } from '../library/shared.ts';
import { routes } from '../routes.ts';
import type { Theme } from '../schemas/theme.ts';
import { articleCardView, type ArticleCardView } from './article.ts';
import { fitted, questionViews, type QuestionView } from './question.ts';

/** A link with what it leads to. */
interface ToolLinkView {
  href: string;
  name: string;
  text: string;
}

/** A theme as its page shows it. */
export interface ThemeView {
  id: string;
  href: string;
  name: string;
  sentence: string;
  /** Those on its first nutrients first, as its articles. */
  questions: QuestionView[];
  articles: ArticleCardView[];
  /** Articles of other themes that speak of it. */
  alsoArticles: ArticleCardView[];
  nutrients: { href: string; name: string }[];
  tools: ToolLinkView[];
}

/** The page of a theme, of which the home page shows some, too. */
export const themeView = shared(({ id, data }: DataRecord<Theme>, library): ThemeView => {
  const articles = (names: readonly ArticleName[] = []): RecordOf<'articles'>[] =>
    names.map((article) => need(library.articles, article.id, 'article'));
  const own = articles(library.articlesUnder.get(id));
  const others = articles(library.articlesBeside.get(id));
  return {
    id,
    href: routes.theme(id),
    name: data.name,
    sentence: data.sentence,
    questions: questionsOfTheme(id, library),
    articles: byNutrients(data, own, ({ data: { topics } }) => topics).map((article) =>
      articleCardView(article, library),
    ),
    alsoArticles: others.map((article) => articleCardView(article, library)),
    nutrients: data.nutrients.map((nutrient) => ({
      href: routes.nutrient(nutrient),
      name: need(library.nutrientNames, nutrient, 'nutrient'),
    })),
    tools: toolsOf(data, library),
  };
});

/** The questions under a theme, those on its first nutrients first. */
export function questionsOfTheme(id: string, library: Library): QuestionView[] {
  const questions = questionViews(library.questionsUnder.get(id) ?? [], library);
  const { data } = need(library.themes, id, 'theme');
  return fitted(
    byNutrients(data, questions, ({ topics }) => topics),
    'page',
  );
}

function toolsOf({ nutrients }: Theme, library: Library): ToolLinkView[] {
  return [
    ...nutrients
      .filter((id) => library.sheets.has(id))
      .map((id) => ({
        href: routes.sheet(id),
        name: `${need(library.nutrientNames, id, 'nutrient')}: a page for your doctor`,
        text: 'One page to print and take along.',
      })),
    {
      href: routes.dailyNeeds(),
      name: 'What I need in a day',
      text: 'Your reference intakes and limits, and foods that meet them.',
    },
    {
      href: routes.stack(),
      name: 'What I take in a day',
      text: 'Your products added up against your limits, in your browser.',
    },
  ];
}
