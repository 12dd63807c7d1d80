/** The index of every question on the site. */
import { anchors } from '../anchors.ts';
import { formatCount } from '../domain/format.ts';
import { inOrder } from '../domain/order.ts';
import type { Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import { longLists, type MoreView } from './long-list.ts';
import { fitted, questionViews, type QuestionView } from './question.ts';

/** Every question once, under its theme; with too many for a page the first of each theme. */
export interface FaqIndexView {
  count: number;
  /** Whether all of them stand here, and have an address on the page. */
  isWhole: boolean;
  groups: {
    /** Anchor of the group: `theme-bones`. */
    id: string;
    name: string;
    /** Page of its theme; undefined for the questions that have none. */
    href: string | undefined;
    /** How many there are. */
    count: number;
    questions: QuestionView[];
    /** Where the others are: "All 312 questions: Bones". */
    more: MoreView | undefined;
  }[];
  /** Where not all stand here, those that had an address here before, with their ids. */
  moved: { ids: string[]; href: string; question: string }[];
  /** Nutrients that questions are about. */
  nutrients: { href: string; name: string }[];
}

/** Questions of a theme where not all stand here. */
const ofTheme = 10;

/** Questions in the order of the themes; those without a theme come last. */
export function faqIndexView(library: Library): FaqIndexView {
  const { hasWholeFaq, questionsUnder, themeNames } = library;
  const groups = [...themeNames].map(([id, name]) => {
    const ids = questionsUnder.get(id) ?? [];
    const isWhole = hasWholeFaq || ids.length <= ofTheme;
    return {
      id: anchors.theme(id),
      name,
      href: routes.theme(id),
      count: ids.length,
      ids: isWhole ? ids : ids.slice(0, ofTheme),
      more: isWhole
        ? undefined
        : {
            href: `${routes.theme(id)}#questions`,
            text: `All ${formatCount(ids.length, 'question')}: ${name}`,
            numbers: [],
          },
    };
  });
  const others = questionsUnder.get('') ?? [];
  const rest = hasWholeFaq ? undefined : longLists['faq/more'].beginning('', library);
  const all = [
    ...groups,
    {
      id: anchors.theme('none'),
      name: groups.length === 0 ? 'All questions' : 'More questions',
      href: undefined,
      count: others.length,
      ids: rest === undefined ? others : others.slice(0, rest.items.length),
      more: rest?.more,
    },
  ].filter(({ count }) => count > 0);
  // Of all together is asked whether a page can hold their answers.
  const views = fitted(
    questionViews(
      all.flatMap(({ ids }) => ids),
      library,
    ),
    hasWholeFaq ? 'index' : 'page',
  ).values();
  return {
    count: library.questions.size,
    isWhole: hasWholeFaq,
    groups: all.map(({ ids, ...group }) => ({ ...group, questions: [...views.take(ids.length)] })),
    moved: hasWholeFaq ? [] : movedFrom(library),
    nutrients: [...library.nutrientNames]
      .filter(([id]) => library.questionsAbout.has(id))
      .map(([id, name]) => ({ href: routes.nutrient(id), name }))
      .sort((a, b) => inOrder(a.name, b.name)),
  };
}

// What was published leads on for good, also where a page of all would be too long by now.
function movedFrom({ questions, publishedAnswers }: Library): FaqIndexView['moved'] {
  const published = new Set(publishedAnswers);
  return [...questions.values()].flatMap(({ question: { id, aliases, question }, article }) => {
    const ids = [id, ...aliases].filter((one) => published.has(one));
    return ids.length === 0 ? [] : [{ ids, href: routes.question(article.id, id), question }];
  });
}
