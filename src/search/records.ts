/** Makes the records of the index from the library, so that nothing is found that is not published. */
import type { Document, Part } from '../document/document.ts';
import { sentenceStarts } from '../document/sentences.ts';
import { certaintyText } from '../domain/certainty.ts';
import { capitalize, clipped } from '../domain/format.ts';
import type { Library, RecordOf } from '../library/records.ts';
import { routes } from '../routes.ts';
import { claimRowView, claimTopicName } from '../views/claim.ts';
import { figureView } from '../views/figure.ts';
import { plainWords, type PartView } from '../views/parts.ts';
import { questionViews, type QuestionView } from '../views/question.ts';
import { termsInOrder, termView } from '../views/term.ts';
import { tools } from '../views/tool-list.ts';
import { productTitle } from '../schemas/product.ts';
import type { Card, SearchRecord } from './record.ts';

/** Where the compiled prose of an entry is read. */
export interface Documents {
  article: (record: RecordOf<'articles'>) => Document;
  nutrient: (record: RecordOf<'nutrients'>) => Document;
  page: (record: RecordOf<'pages'>) => Document;
}

/** Letters of a text by which it is found, and of a sentence that stands under a result. */
const mostOfBody = 900;
const mostOfText = 220;
/** A heading that more articles have than these says nothing of any. */
const mostOfHeading = 3;

/** Everything that can be found. */
export function searchRecords(library: Library, documents: Documents): SearchRecord[] {
  return [
    ...answerRecords(library),
    ...articleRecords(library, documents),
    ...nutrientRecords(library, documents),
    ...productRecords(library),
    ...termRecords(library),
    ...figureRecords(library),
    ...pageRecords(library, documents),
    ...claimRecords(library),
  ];
}

function answerRecords(library: Library): SearchRecord[] {
  return questionViews(library.questions.keys(), library).map((question) => {
    const answer = paragraphsOf(question.answer ?? []);
    return {
      kind: 'answers',
      title: question.question,
      aliases: [],
      lead: question.first,
      body: `${answer.join(' ')} ${namesOf(question.topics, library)} ${question.article.title}`,
      card: answerCard(question),
      answer,
    };
  });
}

function answerCard({ question, article, first, certainty }: QuestionView): Card {
  return {
    title: question,
    href: article.href,
    text: clipped(first, mostOfText),
    ...(certainty === undefined ? {} : { certainty: certaintyText[certainty], mark: certainty }),
  };
}

function namesOf(topics: readonly string[], library: Library): string {
  return topics
    .map((topic) => library.nutrientNames.get(topic) ?? topic.replaceAll('-', ' '))
    .join(' ');
}

function articleRecords(library: Library, { article: documentOf }: Documents): SearchRecord[] {
  const articles = [...library.articles.values()].map((record) => {
    const document = documentOf(record);
    return {
      record,
      takeaways: document.takeaways.map((parts) => textOf(parts)).join(' '),
      opening: textOf(openingOf(document.body)).slice(0, mostOfBody),
      sections: sectionsOf(document),
    };
  });
  const headings = Map.groupBy(
    articles.flatMap(({ sections }) => sections),
    ({ heading }) => heading,
  );
  const isCommon = (heading: string): boolean =>
    (headings.get(heading)?.length ?? 0) > mostOfHeading;
  return articles.flatMap(({ record: { id, data }, takeaways, opening, sections }, article) => {
    const href = routes.article(id);
    const folded = sections.filter(({ heading }) => isCommon(heading));
    const whole: SearchRecord = {
      kind: 'articles',
      article,
      title: data.title,
      aliases: [],
      lead: `${data.description} ${data.cannotWait ?? ''}`,
      body: [namesOf(data.topics, library), takeaways, opening]
        .concat(folded.map(({ text }) => text.slice(0, mostOfText)))
        .join(' ')
        .slice(0, 3 * mostOfBody),
      card: { title: data.title, href, text: clipped(data.description, mostOfText) },
    };
    return [
      whole,
      ...sections
        .filter(({ heading }) => !isCommon(heading))
        .map(({ id: anchor, heading, text }): SearchRecord => ({
          kind: 'articles',
          isSection: true,
          article,
          title: heading,
          aliases: [],
          lead: '',
          body: `${data.title} ${text.slice(0, mostOfBody)}`,
          card: {
            title: data.title,
            href: `${href}#${anchor}`,
            section: heading,
            text: firstSentence(text),
          },
        })),
    ];
  });
}

function nutrientRecords(library: Library, { nutrient: documentOf }: Documents): SearchRecord[] {
  return [...library.nutrients.values()].map((record) => {
    const { id, data } = record;
    const text = textOf(documentOf(record).body);
    return {
      kind: 'nutrients',
      title: data.name,
      aliases: [data.symbol, id.replaceAll('-', ' ')].filter((name) => name !== undefined),
      lead: firstSentence(text),
      body: `${data.forms.map(({ form }) => form).join(' ')} ${text.slice(0, 2 * mostOfBody)}`,
      card: { title: data.name, href: routes.nutrient(id), text: firstSentence(text) },
    };
  });
}

// Pages that list what has records of its own, and what else readers call them.
const lists = [
  {
    name: 'Compare products',
    href: routes.products(),
    text: 'Products side by side: what decides, how the amounts are known, certification, and what we refuse.',
    names: ['products', 'product comparison', 'all products'],
  },
  {
    name: 'Nutrients',
    href: routes.nutrients(),
    text: 'Vitamins and minerals in one table: needs, upper limits, foods and evidence.',
    names: ['all nutrients', 'vitamins and minerals', 'vitamins', 'minerals'],
  },
  {
    name: 'Questions',
    href: routes.faq(),
    text: 'What runners ask about vitamins and minerals, answered.',
    names: ['faq', 'all questions', 'frequently asked questions'],
  },
  {
    name: 'Articles',
    href: routes.articles(),
    text: 'Every article, newest first.',
    names: ['all articles', 'blog'],
  },
  {
    name: 'Tools',
    href: routes.tools(),
    text: 'What you need in a day, and whether what you take is too much or clashes.',
    names: ['all tools', 'calculators'],
  },
  {
    name: 'Figures',
    href: routes.figures(),
    text: 'Pictures drawn from the evidence, free to take along.',
    names: ['all figures', 'charts'],
  },
  {
    name: 'Evidence',
    href: routes.evidence(),
    text: 'Every claim that this site rests on: how sure it is, and who was studied.',
    names: ['claims', 'studies', 'sources'],
  },
  {
    name: 'Glossary',
    href: routes.glossary(),
    text: 'Words of blood tests, studies and labels in plain sentences.',
    names: ['terms', 'definitions'],
  },
  {
    name: 'Feeds',
    href: routes.feeds(),
    text: 'Hear of new articles and of every correction in a feed reader.',
    names: ['rss', 'newsletter', 'subscribe'],
  },
  {
    name: 'Open data',
    href: routes.data(),
    text: 'Nutrients, foods, claims, sources and products as JSON and CSV.',
    names: ['data', 'download', 'csv', 'api'],
  },
  {
    name: 'The rules',
    href: routes.rules(),
    text: 'What a program demands of everything here before it is published.',
    names: ['rules'],
  },
] as const;

function productRecords(library: Library): SearchRecord[] {
  return [...library.products.values()].map(({ id, data }) => ({
    kind: 'products',
    title: productTitle(data),
    aliases: [data.name, ...(data.brand === undefined ? [] : [data.brand])],
    lead: `${data.category} ${namesOf(
      data.nutrients.map(({ nutrient }) => nutrient),
      library,
    )}`,
    body: data.fits,
    card: { title: productTitle(data), href: routes.product(id), text: capitalize(data.category) },
  }));
}

function termRecords(library: Library): SearchRecord[] {
  return termsInOrder(library)
    .map(({ id }) => termView(id, library))
    .map(({ id, name, definition, href }) => ({
      kind: 'terms',
      title: name,
      aliases: [...(library.glossary.get(id)?.data.also ?? []), id.replaceAll('-', ' ')],
      lead: firstSentence(definition),
      body: definition,
      card: { title: name, href, text: clipped(definition, mostOfText) },
    }));
}

function figureRecords(library: Library): SearchRecord[] {
  return [...library.figures.keys()].map((id) => {
    const { title, subtitle, rows, sentence, href } = figureView(id, library);
    return {
      kind: 'figures',
      title,
      aliases: [],
      lead: subtitle,
      body: rows.map(({ label }) => label).join(' '),
      card: { title, href, text: clipped(subtitle || sentence, mostOfText) },
    };
  });
}

function pageRecords(library: Library, { page: documentOf }: Documents): SearchRecord[] {
  const made: SearchRecord[] = [
    ...[...library.themes.values()].map(({ id, data }) =>
      pageRecord(data.name, routes.theme(id), data.sentence, data.situation?.says ?? ''),
    ),
    ...tools.map(({ title, href, text, names }) =>
      pageRecord(title, href, text, 'calculator tool', names),
    ),
    ...lists.map(({ name, href, text, names }) => pageRecord(name, href, text, '', names)),
    ...[...library.sheets.values()].map(({ id }) => {
      const name = library.nutrients.get(id)?.data.name ?? id;
      return pageRecord(
        `${name}: a page for your doctor`,
        routes.sheet(id),
        'One page to print and take along.',
        'blood test print sheet',
        [`${name} sheet`],
      );
    }),
  ];
  return [
    ...made,
    ...[...library.pages.values()].map((record) =>
      pageRecord(
        record.data.title,
        routes.page(record.id),
        record.data.description,
        textOf(documentOf(record).body).slice(0, 2 * mostOfBody),
      ),
    ),
  ];
}

function pageRecord(
  title: string,
  href: string,
  text: string,
  body: string,
  names: readonly string[] = [],
): SearchRecord {
  return {
    kind: 'pages',
    title,
    aliases: names,
    lead: text,
    body,
    card: { title, href, text: clipped(text, mostOfText) },
  };
}

function claimRecords(library: Library): SearchRecord[] {
  return [...library.claims.values()].map((record) => {
    const { statement, href, certainty, findingText, population } = claimRowView(record);
    const { topic, nutrients, outcome } = record.data;
    return {
      kind: 'evidence',
      title: statement,
      aliases: [],
      lead: `${claimTopicName(topic, library)} ${namesOf(nutrients, library)} ${outcome}`,
      body: population,
      card: {
        title: statement,
        href,
        text: `${findingText}. ${population}.`,
        certainty: certaintyText[certainty],
        mark: certainty,
      },
    };
  });
}

interface Section {
  id: string;
  heading: string;
  text: string;
}

// Splits a body at its headings of the second level.
function sectionsOf({ body, headings }: Document): Section[] {
  const names = new Map(headings.map(({ id, text }) => [id, text]));
  const sections: Section[] = [];
  for (const part of body) {
    const [behind = '', ...opened] =
      typeof part === 'string' ? part.split(headingStart) : [textOf([part])];
    const last = sections.at(-1);
    if (last !== undefined) last.text += behind;
    for (let at = 0; at < opened.length; at += 2) {
      const id = opened[at] ?? '';
      // The heading's own words stand before its end.
      const text = (opened[at + 1] ?? '').replace(/^[^]*?<\/h2>/, '');
      sections.push({ id, heading: names.get(id) ?? '', text });
    }
  }
  return sections
    .filter(({ heading }) => heading !== '')
    .map(({ id, heading, text }) => ({ id, heading, text: tidy(text) }));
}

const headingStart = /<h2\b[^>]*\bid="([^"]*)"[^>]*>/;

function openingOf(body: readonly Part[]): Part[] {
  const end = body.findIndex((part) => typeof part === 'string' && headingStart.test(part));
  if (end === -1) return [...body];
  return [...body.slice(0, end), String(body[end]).split(headingStart)[0] ?? ''];
}

// The words of prose. Cards, tables and pictures have records of their own.
function textOf(parts: readonly Part[]): string {
  return tidy(
    parts
      .map((part): string => {
        if (typeof part === 'string') return part;
        return part.kind === 'citation' ? '' : textOf(part.children);
      })
      .join(''),
  );
}

const blockEnd = /<\/(?:p|li|td|th|tr|h\d|pre|blockquote)>/g;

// A mark leaves the space that stood before it.
function tidy(html: string): string {
  return plainWords(html.replace(blockEnd, '$& '))
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?](?:\s|$))/g, '')
    .trim();
}

function paragraphsOf(answer: readonly PartView[]): string[] {
  return answer
    .map((part): string => {
      if (typeof part === 'string') return part;
      return part.kind === 'component' && part.component.name === 'Dose'
        ? part.component.dose.amountText
        : '';
    })
    .join('')
    .split(/<\/(?:p|li|tr|pre)>/)
    .map(tidy)
    .filter((text) => text !== '');
}

function firstSentence(text: string): string {
  const [, second, third] = sentenceStarts(text.slice(0, 2 * mostOfBody));
  const end = second !== undefined && second < 16 ? third : second;
  return clipped(text.slice(0, end).trim(), mostOfText);
}
