/** An article as its page, its card and the feeds show it. */
import type { CompiledEntry } from '../corpus/compiled.ts';
import type { Document } from '../document/document.ts';
import { certaintyOrder, wasRead } from '../domain/certainty.ts';
import { lastChanged, newestDay } from '../domain/dates.ts';
import { formatCount } from '../domain/format.ts';
import { readingMinutes } from '../domain/reading-time.ts';
import { need, type ArticleName, type Library, type ProseRecord } from '../library/records.ts';
import { shared } from '../library/shared.ts';
import { routes } from '../routes.ts';
import type { Article, ArticleIndex } from '../schemas/article.ts';
import type { Certainty } from '../schemas/fields.ts';
import type { Person } from '../schemas/person.ts';
import { aiText } from './ai-use.ts';
import {
  bibliography,
  citationsOf,
  ungraded,
  type NoteView,
  type ReferenceView,
} from './citation.ts';
import { citationText } from './cite.ts';
import { changeViews, type ChangeView } from './change.ts';
import { dayView, type DayView } from './day.ts';
import { partViews, type PartView } from './parts.ts';
import { termNotes, type TermNoteView } from './term.ts';
import { offerViews, type OfferView } from './product.ts';
import { topicViews, type TopicView } from './topic.ts';

/** What lists show of an article. */
export interface ArticleCardView {
  href: string;
  title: string;
  description: string;
  published: DayView;
  updated: DayView | undefined;
  minutes: number;
  /** Its theme, then what else it is about. */
  topics: TopicView[];
  hasAds: boolean;
}

/** The label that every article carries. */
export interface ArticleFactsView {
  words: number;
  minutes: number;
  sources: { cited: number; read: number; studiedRunners: number };
  claims: { cited: number; byCertainty: { certainty: Certainty; count: number }[] };
  products: { linked: number; unread: number; refused: number };
  written: DayView;
  updated: DayView | undefined;
  reviewDue: DayView;
  /** "none yet", "November 24, 2026" or "November 24, 2026, of an earlier text". */
  medicalReview: string;
  /** "yes", "partly" or "no". */
  draftedWithAi: string;
}

/** The way to the article before or behind. */
export interface NeighborView {
  side: 'prev' | 'next';
  /** "Before this" */
  text: string;
  href: string;
  title: string;
}

/** The place of an article in a series. */
export interface SeriesView {
  name: string;
  /** Counted from 1, of those that are out. */
  part: number;
  /** "Part 2 of 3: Iron from start to end" */
  text: string;
  neighbors: NeighborView[];
}

export interface ArticleView extends ArticleCardView {
  /** What the site that publishes it is called. */
  publisher: string;
  /** In the order of the byline. */
  authors: { name: string; kind: Person['kind']; href: string }[];
  /** `by` with credentials; `before` the last change of the words, where that came later. */
  reviewed: { on: DayView; by: string; href: string; before: DayView | undefined } | undefined;
  reviewDue: DayView & { overdue: boolean };
  /** What part AI had; undefined for none. */
  aiText: string | undefined;
  /** Set when the page has a product link. */
  disclosure: { text: string; statements: string[] } | undefined;
  /** The care card: what cannot wait. */
  urgent: { title: string; parts: PartView[] } | undefined;
  takeaways: PartView[][];
  contents: { href: string; text: string }[];
  body: PartView[];
  faq: { id: string; aliases: string[]; question: string; answer: PartView[] }[];
  notes: NoteView[];
  terms: TermNoteView[];
  references: ReferenceView[];
  /** "56 sources, 10 studied runners" */
  referencesText: string;
  changes: ChangeView[];
  facts: ArticleFactsView;
  /** How to cite it, before its address. */
  citation: string;
  /** The article nearest to this one. */
  next: ArticleCardView | undefined;
  /** Its place in a series; undefined for most. */
  series: SeriesView | undefined;
  /** Those before and behind it in the order of its series, else of its theme. */
  neighbors: NeighborView[];
}

/** What lists show of an article. */
export const articleCardView = shared(makeArticleCardView);

function makeArticleCardView(
  { id, data }: ProseRecord<ArticleIndex>,
  library: Library,
): ArticleCardView {
  return {
    href: routes.article(id),
    title: data.title,
    description: data.description,
    published: dayView(data.published),
    updated: updatedDay(data),
    minutes: readingMinutes(data.words),
    topics: topicViews(data, library),
    hasAds: data.products.some((product) => library.hasPaidLink(product)),
  };
}

/**
 * The whole article, formatted.
 * @param record what lists know of it
 * @param compiled its frontmatter and compiled prose
 * @throws {Error} when it names something that does not exist
 */
export function articleView(
  record: ProseRecord<ArticleIndex>,
  { data, document }: CompiledEntry<'articles'>,
  library: Library,
): ArticleView {
  const citations = bibliography(citationsOf(document, library), library);
  // In reading order: marks are numbered as they come.
  const urgent = data.urgent && {
    title: data.urgent.title,
    parts: partViews(document.urgent, ungraded(citations), library),
  };
  const takeaways = document.takeaways.map((parts) => partViews(parts, citations, library));
  const body = partViews(document.body, citations, library);
  const faq = data.faq.map((item, index) => ({
    id: document.questionIds[index] ?? '',
    aliases: item.aliases,
    question: item.question,
    answer: partViews(document.answers[index] ?? [], citations, library),
  }));
  const facts = articleFacts(record.data, library);
  const series = seriesOf(record.id, library);
  const authors = data.authors.map((id) => {
    const { name, kind } = need(library.people, id, 'person').data;
    return { name, kind, href: routes.person(id) };
  });
  return {
    ...articleCardView(record, library),
    publisher: library.site.name,
    authors,
    reviewed: reviewOf(data, library),
    reviewDue: {
      ...dayView(data.reviewDue),
      overdue: library.isOverdue(data.reviewDue),
    },
    aiText: aiText(data.aiUse),
    disclosure: disclosureOf(record.data.products, library),
    urgent,
    takeaways,
    contents: contentsOf(document),
    body,
    faq,
    notes: citations.notes(),
    terms: termNotes(
      [document.urgent, ...document.takeaways, document.body, ...document.answers].flat(),
      library,
    ),
    references: citations.references(),
    referencesText: referencesText(facts.sources),
    changes: changeViews(data.changes),
    citation: citationText(
      authors.map(({ name }) => name),
      data.title,
      library.site.name,
      newestDay(data),
    ),
    facts,
    next: library
      .relatedArticles(record.id, 1)
      .flatMap((id) => library.articles.get(id) ?? [])
      .map((other) => articleCardView(other, library))[0],
    series,
    neighbors: series?.neighbors ?? neighborsIn(library.inTheme(record.id)),
  };
}

function neighborsIn({
  before,
  after,
}: {
  before?: ArticleName | undefined;
  after?: ArticleName | undefined;
}): NeighborView[] {
  const link = (side: NeighborView['side'], article: ArticleName | undefined): NeighborView[] =>
    article === undefined
      ? []
      : [
          {
            side,
            text: side === 'prev' ? 'Before this' : 'After this',
            href: routes.article(article.id),
            title: article.title,
          },
        ];
  return [...link('prev', before), ...link('next', after)];
}

// Of those that readers can open.
function seriesOf(id: string, library: Library): SeriesView | undefined {
  const { name = '', articles = [] } = library.seriesOf.get(id) ?? {};
  if (articles.length < 2) return undefined;
  const at = articles.findIndex((article) => article.id === id);
  return {
    name,
    part: at + 1,
    text: `Part ${at + 1} of ${articles.length}: ${name}`,
    neighbors: neighborsIn({ before: articles[at - 1], after: articles[at + 1] }),
  };
}

function updatedDay(data: Article | ArticleIndex): DayView | undefined {
  const day = newestDay(data);
  return day > data.published ? dayView(day) : undefined;
}

function reviewOf(data: Article, { people }: Library): ArticleView['reviewed'] {
  if (data.reviewed === undefined) return undefined;
  const { name, credentials } = need(people, data.reviewed.by, 'person').data;
  const { on } = data.reviewed;
  const changed = lastChanged(data);
  return {
    on: dayView(on),
    by: credentials === undefined ? name : `${name}, ${credentials}`,
    href: routes.person(data.reviewed.by),
    before: changed > on ? dayView(changed) : undefined,
  };
}

/** The disclosure of a page that shows these products; undefined where none of them has a paid link. */
export function disclosureOf(
  productIds: readonly string[],
  library: Library,
): ArticleView['disclosure'] {
  const offers = productIds
    .flatMap((id): OfferView[] => offerViews(need(library.products, id, 'product').data, library))
    .filter((offer) => offer.isAd);
  if (offers.length === 0) return undefined;
  const merchants = [...new Set(offers.map((offer) => offer.merchantName))];
  const told = [
    ...new Set(
      offers.filter(({ subTag }) => subTag !== undefined).map((offer) => offer.merchantName),
    ),
  ];
  const statements = [...new Set(offers.flatMap((offer) => offer.statement ?? []))];
  return {
    text: `Links marked “(ad)” lead to ${merchants.join(' and ')}, which may pay us when you buy.${told.length === 0 ? '' : ` The links tell ${told.join(' and ')} which of our pages you came from.`}`,
    statements,
  };
}

function referencesText({ cited, studiedRunners }: ArticleFactsView['sources']): string {
  const runners = studiedRunners === 0 ? 'none' : studiedRunners;
  return `${formatCount(cited, 'source')}, ${runners} studied runners`;
}

function contentsOf({ headings }: Document): ArticleView['contents'] {
  return headings
    .filter(({ depth }) => depth === 2)
    .map(({ id, text }) => ({ href: `#${id}`, text }));
}

/**
 * The label of an article, counted.
 * @throws {Error} when it names something that does not exist
 */
export const articleFacts = shared(makeArticleFacts);

function makeArticleFacts(data: ArticleIndex, library: Library): ArticleFactsView {
  const { words, citations, products } = data;
  const byCertainty = certaintiesOf(citations, library);
  const sourceIds = new Set(citations.flatMap((id) => library.cited.get(id)?.sources ?? [id]));
  const sources = [...sourceIds].map((id) => need(library.sources, id, 'source').data.custom);
  const statuses = products.map((id) => need(library.products, id, 'product').data.status);
  return {
    words,
    minutes: readingMinutes(words),
    sources: {
      cited: sources.length,
      read: sources.filter(({ seen }) => wasRead(seen)).length,
      studiedRunners: sources.filter(({ runners }) => runners === 'yes').length,
    },
    claims: {
      cited: byCertainty.reduce((sum, { count }) => sum + count, 0),
      byCertainty,
    },
    products: {
      linked: statuses.filter((status) => status === 'listed').length,
      unread: statuses.filter((status) => status === 'unread').length,
      refused: statuses.filter((status) => status === 'refused').length,
    },
    written: dayView(data.published),
    updated: updatedDay(data),
    reviewDue: dayView(data.reviewDue),
    medicalReview: medicalReviewText(data),
    draftedWithAi: { none: 'no', assisted: 'partly', generated: 'yes' }[data.aiUse],
  };
}

/** How sure the claims among what is cited are: how many of each certainty, the surest first. */
export function certaintiesOf(
  citations: readonly string[],
  library: Library,
): ArticleFactsView['claims']['byCertainty'] {
  const certainties = citations.flatMap((id) => library.cited.get(id)?.certainty ?? []);
  return certaintyOrder
    .map((certainty) => ({
      certainty,
      count: certainties.filter((one) => one === certainty).length,
    }))
    .filter(({ count }) => count > 0);
}

function medicalReviewText(data: ArticleIndex): string {
  if (data.reviewed === undefined) return 'none yet';
  const { text } = dayView(data.reviewed.on);
  return lastChanged(data) > data.reviewed.on ? `${text}, of an earlier text` : text;
}
