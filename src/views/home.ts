/** The home page: what brings runners here, answered; then articles, tools and what the build counted. */
import { formatCount, formatNumber } from '../domain/format.ts';
import type { Reader } from '../domain/intake.ts';
import type { DataRecord, Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Theme } from '../schemas/theme.ts';
import { sourceLinks } from './citation.ts';
import { figureView, type FigureView } from './figure.ts';
import { needsView } from './needs.ts';
import type { QuestionView } from './question.ts';
import { stackView } from './stack.ts';
import { themeView, type ThemeView } from './theme.ts';
import { needsPage, presetInput, stackPage } from './tools.ts';

/** What a runner would say, the short answer, and the page that says more. */
export interface SituationView {
  says: string;
  answer: string;
  href: string;
  /** What the answer rests on; `label` says it whole. */
  evidence: { href: string | undefined; text: string; label: string }[];
}

/** A finished result of a tool, for somebody made up. */
export interface ExampleView {
  /** "a woman of 34, vegan", "A race day" */
  who: string;
  rows: { name: string; text: string; note: string | undefined }[];
}

export interface HomeView {
  /** The care cards of articles: what cannot wait, each leading to what to do. */
  cannotWait: { title: string; href: string }[];
  situations: SituationView[];
  /** The first of each of the first themes. */
  questions: QuestionView[];
  /** Undefined where the site names none. */
  figure: FigureView | undefined;
  /** The first articles under each theme; those without one come last. */
  groups: {
    name: string;
    href: string | undefined;
    articles: { href: string; title: string; description: string }[];
    /** Where a theme's others are, if it has more: "All 12 articles: Bones". */
    all: { href: string; text: string } | undefined;
  }[];
  /** Undefined where the content holds too little for one. */
  needs: ExampleView | undefined;
  stack: ExampleView | undefined;
  counts: { count: string; text: string }[];
}

const questionCount = 4;
const needCount = 6;
/** Articles of a theme: with more, a page of a thousand would be no page any more. */
const articleCount = 6;

/** A reader with more to plan than most. */
const exampleReader: Reader = {
  sex: 'female',
  ageYears: 34,
  lifeStage: 'none',
  diet: 'vegan',
  periods: 'unknown',
};

/** What the home page shows. */
export function homeView(library: Library): HomeView {
  const themes = [...library.themes.values()].map((record) => ({
    record,
    theme: themeView(record, library),
  }));
  return {
    cannotWait: [...library.articles.values()].flatMap(({ id, data: { cannotWait: title } }) =>
      title === undefined ? [] : [{ title, href: routes.article(id) }],
    ),
    situations: themes.flatMap(({ record, theme }) => situationView(record, theme, library)),
    questions: themes
      .flatMap(({ theme }) => theme.questions.items.slice(0, 1))
      .slice(0, questionCount),
    figure:
      library.site.figure === undefined ? undefined : figureView(library.site.figure, library),
    groups: groupsOf(
      themes.map(({ theme }) => theme),
      library,
    ),
    needs: needsExample(library),
    stack: stackExample(library),
    counts: countsOf(library),
  };
}

// A situation leads to the first article of its theme, or to the theme as long as it has none.
function situationView(
  { data: { situation } }: DataRecord<Theme>,
  theme: ThemeView,
  library: Library,
): SituationView[] {
  if (situation === undefined) return [];
  const links = sourceLinks(situation.sources, library);
  return [
    {
      says: situation.says,
      answer: situation.answer,
      href: theme.articles.items[0]?.href ?? theme.href,
      evidence: links.map(({ href, text: label }, index) => {
        const text = links.length === 1 ? 'Evidence' : `Evidence ${index + 1}`;
        return { href, text, label: `${text}: ${label}` };
      }),
    },
  ];
}

function groupsOf(themes: readonly ThemeView[], library: Library): HomeView['groups'] {
  type Shown = HomeView['groups'][number]['articles'][number];
  const group = (
    name: string,
    href: string | undefined,
    articles: readonly Shown[],
    count: number,
  ): HomeView['groups'][number] => ({
    name,
    href,
    articles: articles
      .slice(0, articleCount)
      .map(({ href: own, title, description }) => ({ href: own, title, description })),
    all:
      href !== undefined && count > articleCount
        ? { href, text: `All ${formatCount(count, 'article')}: ${name}` }
        : undefined,
  });
  const others = [...library.articles.values()].filter(({ data }) => data.theme === undefined);
  return [
    ...themes.map(({ name, href, articles: { items, count } }) => group(name, href, items, count)),
    group(
      themes.length === 0 ? 'Articles' : 'More articles',
      undefined,
      others.map(({ id, data }) => ({ ...data, href: routes.article(id) })),
      others.length,
    ),
  ].filter(({ articles }) => articles.length > 0);
}

function needsExample(library: Library): ExampleView | undefined {
  const { who, planned } = needsView(needsPage(library).data, exampleReader);
  const rows = planned
    .slice(0, needCount)
    .map(({ row }) => ({ name: row.name, text: row.needText, note: undefined }));
  return rows.length === 0 ? undefined : { who: `${who}, plans for`, rows };
}

// The first example day in which something is wrong, because that is what the tool is for.
function stackExample(library: Library): ExampleView | undefined {
  const { data } = stackPage(library);
  const days = [...library.presets.values()].map(({ data: preset }) => {
    const input = presetInput(preset, data);
    return { preset, input, view: stackView(data, input) };
  });
  const day = days.find(({ view }) => view.verdict.isBad) ?? days[0];
  if (day === undefined) return undefined;
  const { preset, input, view } = day;
  return {
    who: preset.name,
    rows: [
      ...input.products.flatMap(({ id, times }) => {
        const product = data.products.find((item) => item.id === id);
        return product === undefined
          ? []
          : [{ name: product.title, text: `${formatNumber(times)} a day`, note: undefined }];
      }),
      {
        name: 'Verdict',
        text: view.verdict.text,
        note: view.clashes[0] && `${view.clashes[0].names}: ${view.clashes[0].advice}`,
      },
    ],
  };
}

function countsOf(library: Library): HomeView['counts'] {
  const statuses = [...library.products.values()].map(({ data }) => data.status);
  const refused = statuses.filter((status) => status === 'refused').length;
  const listed = statuses.filter((status) => status === 'listed').length;
  const counted = (count: number, one: string, many: string): HomeView['counts'][number] => ({
    count: formatNumber(count),
    text: count === 1 ? one : many,
  });
  return [
    counted(library.articles.size, 'article', 'articles'),
    counted(library.questions.size, 'question answered', 'questions answered'),
    counted(library.claims.size, 'claim graded', 'claims graded'),
    counted(library.sources.size, 'source', 'sources'),
    counted(listed, 'product linked', 'products linked'),
    counted(refused, 'product refused', 'products refused'),
    counted(0, 'cookie', 'cookies and trackers'),
  ];
}
