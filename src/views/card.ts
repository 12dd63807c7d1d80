/** What stands on the picture that other sites show beside a link to a page. */
import { namesWithCard } from '../corpus/collections.ts';
import { certaintyText, weakest } from '../domain/certainty.ts';
import { formatCount, withStop } from '../domain/format.ts';
import { need, type Library } from '../library/records.ts';
import { routes, type CardName } from '../routes.ts';
import { certaintiesOf } from './article.ts';
import { claimsAbout } from './claim.ts';
import { figureView } from './figure.ts';
import { leadOf, sureTextOf } from './nutrient-page.ts';
import { tools } from './tool-list.ts';

/** Pixels that the sites which show such pictures ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The picture of one page. */
export interface CardView {
  /** "Article" */
  kind: string;
  /** What the site is called. */
  site: string;
  title: string;
  /** The answer, or what the page holds. */
  line: string;
  /** Certainty or key figure; undefined where there is none. */
  fact: { name: string; text: string } | undefined;
  /** Where it stands, without the scheme: "example.org/tools/stack/". */
  address: string;
}

/** A picture as the head of a page names it. */
export interface ShareImage {
  href: string;
  alt: string;
}

/** Everything that has a picture of its own. */
export function cardNames(library: Library): CardName[] {
  return [
    ...namesWithCard.flatMap((name) =>
      [...library[name].keys()].map((id) => `${name}/${id}` as const),
    ),
    ...tools.map(({ id }) => `tools/${id}` as const),
  ];
}

/**
 * The picture of a page.
 * @param base address of the site
 * @throws {Error} when there is no such page
 */
export function cardView(name: CardName, library: Library, base: URL): CardView {
  const { href, ...card } = cardOf(name, library);
  const { host, pathname } = new URL(href, base);
  return { ...card, site: library.site.name, address: host + pathname };
}

/**
 * The picture of a page as its head names it, with the same in words.
 * @throws {Error} when there is no such page
 */
export function shareImage(name: CardName, library: Library): ShareImage {
  const { kind, title, line, fact } = cardOf(name, library);
  const words = [`${kind}: ${title}`, line, ...(fact ? [`${fact.name}: ${fact.text}`] : [])];
  return {
    href: routes.card(name),
    alt: words.map((text) => (/[.?!]$/.test(text) ? text : withStop(text))).join(' '),
  };
}

type Card = Omit<CardView, 'site' | 'address'> & { href: string };

function cardOf(name: CardName, library: Library): Card {
  const [kind, id = ''] = name.split('/');
  switch (kind) {
    case 'articles':
      return ofArticle(id, library);
    case 'figures':
      return ofFigure(id, library);
    case 'nutrients':
      return ofNutrient(id, library);
    case 'themes':
      return ofTheme(id, library);
    default:
      return ofTool(id);
  }
}

function ofArticle(id: string, library: Library): Card {
  const { data } = need(library.articles, id, 'article');
  const text = certaintiesOf(data.citations, library)
    .map(({ certainty, count }) => `${count} ${certaintyText[certainty].toLowerCase()}`)
    .join(', ');
  return {
    kind: 'Article',
    title: data.title,
    line: data.description,
    fact: text === '' ? undefined : { name: 'Claims', text },
    href: routes.article(id),
  };
}

function ofFigure(id: string, library: Library): Card {
  const { title, subtitle, numbers } = figureView(id, library);
  const certainty = weakest(numbers.flatMap((row) => row.certainty ?? []));
  return {
    kind: 'Figure',
    title,
    line: subtitle,
    fact: certainty && { name: 'Certainty', text: certaintyText[certainty] },
    href: routes.figure(id),
  };
}

function ofNutrient(id: string, library: Library): Card {
  const { data } = need(library.nutrients, id, 'nutrient');
  const text = sureTextOf(claimsAbout(id, library).map((claim) => claim.data));
  return {
    kind: 'Nutrient',
    title: data.name,
    line: leadOf(data),
    fact: text === undefined ? undefined : { name: 'Evidence', text },
    href: routes.nutrient(id),
  };
}

function ofTheme(id: string, library: Library): Card {
  const { data } = need(library.themes, id, 'theme');
  const own = library.articlesUnder.get(id)?.length ?? 0;
  const questions = library.questionsUnder.get(id)?.length ?? 0;
  const counts = [
    ...(questions === 0 ? [] : [formatCount(questions, 'question')]),
    ...(own === 0 ? [] : [formatCount(own, 'article')]),
  ].join(', ');
  return {
    kind: 'Theme',
    title: data.name,
    line: data.sentence,
    fact: counts === '' ? undefined : { name: 'Answers', text: counts },
    href: routes.theme(id),
  };
}

function ofTool(id: string): Card {
  const tool = tools.find((one) => one.id === id);
  if (tool === undefined) throw new Error(`There is no tool "${id}".`);
  return {
    kind: 'Tool',
    title: tool.title,
    line: tool.text,
    fact: { name: 'Stored or sent', text: 'nothing' },
    href: tool.href,
  };
}
