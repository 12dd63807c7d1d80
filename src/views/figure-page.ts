/** A figure's own page, and what can be taken along. */
import { newestDay } from '../domain/dates.ts';
import { toCsv, type JsonRecord } from '../domain/csv.ts';
import { endsOf, figureClaims, pointOf } from '../domain/figure.ts';
import { need, type Library } from '../library/records.ts';
import { figureFiles, routes, type FigureFile } from '../routes.ts';
import { aiText, aiUseOf } from './ai-use.ts';
import { changeViews, type ChangeView } from './change.ts';
import {
  bibliography,
  dataCitation,
  sourceLinks,
  type NoteView,
  type ReferenceView,
} from './citation.ts';
import { claimRowView, type ClaimRowView } from './claim.ts';
import { dayView, type DayView } from './day.ts';
import { figureView, standingAlone, whoText, type FigureView } from './figure.ts';
import { longLists, type Beginning, type ListedLink } from './long-list.ts';
import { license } from './open-data.ts';
import { topicViews, type TopicView } from './topic.ts';

export interface FigurePageView {
  figure: FigureView;
  topics: TopicView[];
  published: DayView;
  updated: DayView | undefined;
  aiText: string | undefined;
  notes: NoteView[];
  references: ReferenceView[];
  claims: ClaimRowView[];
  articles: Beginning<ListedLink>;
  downloads: { href: string; text: string; encoding: string }[];
  /** What to write below it elsewhere. */
  citation: string;
  /** Its address. */
  address: string;
  /** Address of the page that others frame. */
  embed: string;
  license: typeof license;
  changes: ChangeView[];
  /** For search results, at most 160 characters. */
  description: string;
}

/** A figure as its files show it: with its sources, its address and its day. */
export interface FigureFileView extends FigureView {
  /** Lines at its foot. */
  below: string[];
}

const encodings: Record<FigureFile, [encoding: string, text: string]> = {
  png: ['image/png', 'Picture (PNG, 1,600 pixels wide)'],
  svg: ['image/svg+xml', 'Drawing (SVG)'],
  csv: ['text/csv', 'Numbers (CSV)'],
  json: ['application/json', 'Numbers and claims (JSON)'],
};

/**
 * The page of a figure.
 * @param base address of the site
 * @throws {Error} when there is no such figure
 */
export function figurePageView(id: string, library: Library, base: URL): FigurePageView {
  const { data } = need(library.figures, id, 'figure');
  const citations = bibliography([dataCitation(figureClaims(data))], library);
  const figure = figureView(id, library, citations);
  const newest = newestDay(data);
  const address = new URL(figure.href, base).href;
  return {
    figure,
    topics: topicViews(data, library),
    published: dayView(data.published),
    updated: newest > data.published ? dayView(newest) : undefined,
    aiText: aiText(aiUseOf(data, library)),
    notes: citations.notes(),
    references: citations.references(),
    claims: figureClaims(data).map((claim) => claimRowView(need(library.claims, claim, 'claim'))),
    articles: longLists['figures/articles'].beginning(id, library),
    downloads: figureFiles.map((kind) => {
      const [encoding, text] = encodings[kind];
      return { href: routes.figureFile(id, kind), text, encoding };
    }),
    citation: `${library.site.name}. “${data.title}” (figure), ${dayView(newest).text}. ${address}. ${license.name}.`,
    address,
    embed: new URL(routes.figureEmbed(id), base).href,
    license,
    changes: changeViews(data.changes),
    description: data.subtitle,
  };
}

/** A figure for a file. */
export function figureFileView(id: string, library: Library, base: URL): FigureFileView {
  const { data } = need(library.figures, id, 'figure');
  const claims = figureClaims(data);
  const sources = [
    ...new Set(claims.flatMap((claim) => need(library.cited, claim, 'claim').sources)),
  ];
  const names = sourceLinks(sources, library).map(({ text }) => text);
  return {
    ...standingAlone(figureView(id, library)),
    below: [
      ...(names.length === 0 ? [] : [`Sources: ${names.join('; ')}.`]),
      `${library.site.name}, ${dayView(newestDay(data)).text}, CC BY 4.0. ${new URL(routes.figure(id), base).href}`,
    ],
  };
}

/** The rows of a figure as records: the number, its ends, its unit, whom it is of and how sure it is. */
function figureRecords(id: string, library: Library): JsonRecord[] {
  const { data } = need(library.figures, id, 'figure');
  const marks = data.marks.map((mark) => ({ ...mark, population: undefined }));
  return [...data.rows, ...marks].map(({ label, from, population }) => {
    const found = pointOf(from, library);
    const point = found !== undefined && 'point' in found ? found.point : undefined;
    const ends = point && endsOf(point);
    return {
      label,
      value: point?.value ?? null,
      low: ends === undefined || point?.low === undefined ? null : ends.least,
      high: ends === undefined || point?.high === undefined ? null : ends.most,
      unit: data.unit,
      of: point?.of ?? null,
      n: point?.n ?? null,
      population: (point && whoText(population, point)) ?? null,
      certainty: point?.claim?.certainty ?? null,
      claim: 'claim' in from ? from.claim : null,
      product: 'product' in from ? from.product : null,
      nutrient: 'nutrient' in from ? from.nutrient : null,
    };
  });
}

/** The numbers of a figure as CSV. */
export function figureCsv(id: string, library: Library): string {
  return toCsv(figureRecords(id, library));
}

/** The numbers of a figure with the claims behind them, as JSON. */
export function figureJson(id: string, library: Library, base: URL): string {
  const { data } = need(library.figures, id, 'figure');
  const page = figurePageView(id, library, base);
  return JSON.stringify({
    title: data.title,
    subtitle: data.subtitle,
    ...(data.note === undefined ? {} : { note: data.note }),
    license: license.href,
    attribution: page.citation,
    updated: newestDay(data),
    rows: figureRecords(id, library),
    claims: figureClaims(data).map((claim) => need(library.claims, claim, 'claim').data),
  });
}
