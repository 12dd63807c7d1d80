/** Themes: what brings runners here, each with all that answers it. */
import { need, type DataRecord, type Library } from '../library/records.ts';
import { shared } from '../library/shared.ts';
import { routes } from '../routes.ts';
import type { Theme } from '../schemas/theme.ts';
import type { ArticleCardView } from './article.ts';
import { longLists, type Beginning, type ListedLink } from './long-list.ts';
import type { QuestionView } from './question.ts';

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
  questions: Beginning<QuestionView>;
  articles: Beginning<ArticleCardView>;
  /** Articles of other themes that speak of it. */
  alsoArticles: Beginning<ListedLink>;
  nutrients: { href: string; name: string }[];
  tools: ToolLinkView[];
}

/** The page of a theme, of which the home page shows some, too. */
export const themeView = shared(({ id, data }: DataRecord<Theme>, library): ThemeView => ({
  id,
  href: routes.theme(id),
  name: data.name,
  sentence: data.sentence,
  questions: longLists['themes/questions'].beginning(id, library),
  articles: longLists['themes/articles'].beginning(id, library),
  alsoArticles: longLists['themes/others'].beginning(id, library),
  nutrients: data.nutrients.map((nutrient) => ({
    href: routes.nutrient(nutrient),
    name: need(library.nutrientNames, nutrient, 'nutrient'),
  })),
  tools: toolsOf(data, library),
}));

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
