/** A feed as RSS 2, as Atom and as JSON Feed: the same items, under the same ids. */
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { anchors } from '../anchors.ts';
import { routes } from '../routes.ts';
import { site } from '../site.ts';
import { escaped } from '../domain/escape.ts';
import { certaintyText } from '../domain/certainty.ts';
import { cardSize } from '../views/card.ts';
import type { CitationView } from '../views/citation.ts';
import type { FeedItemView, FeedView } from '../views/feed.ts';
import { articleHtml, referencesHtml } from './article.ts';
import { linked, plainHtml } from './html.ts';

/** Where a feed stands. */
interface Place {
  /** Address of the site. */
  base: URL;
  /** Its own path. */
  self: string;
}

const never = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text without the characters that no XML may hold: no library leaves them out. */
export function legalText(text: string): string {
  return text.replace(never, '');
}

function legal<Value>(value: Value): Value {
  if (typeof value === 'string') return legalText(value) as Value;
  if (Array.isArray(value)) return value.map(legal) as Value;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, legal<unknown>(inner)]),
  ) as Value;
}

/** RSS 2. */
export function rss(feed: FeedView, { base, self }: Place): string {
  const whole = wholeIn(base);
  return tight(
    generateRssFeed(
      legal({
        title: feed.title,
        link: whole(feed.href),
        description: feed.description,
        language: site.language,
        copyright: feed.rights,
        ...(feed.updated === undefined ? {} : { lastBuildDate: time(feed.updated) }),
        docs: 'https://www.rssboard.org/rss-specification',
        atom: {
          links: [
            { href: whole(self), rel: 'self', type: 'application/rss+xml' },
            ...feed.pages.map(({ rel, href }) => ({ href: whole(href), rel })),
          ],
        },
        items: feed.items.map((item) => ({
          title: item.title,
          link: whole(item.href),
          description: item.summary,
          categories: item.topics.map((name) => ({ name })),
          guid: { value: whole(item.id), isPermaLink: item.id === item.href },
          pubDate: time(item.published),
          atom: { updated: time(item.updated) },
          dc: { creators: item.authors },
          ...mediaOf(item, whole),
          content: { encoded: contentHtml(item, base) },
        })),
      }),
    ),
  );
}

/** Atom. */
export function atom(feed: FeedView, { base, self }: Place): string {
  const whole = wholeIn(base);
  return tight(
    generateAtomFeed(
      legal({
        id: whole(feed.href),
        title: { value: feed.title },
        subtitle: { value: feed.description },
        // It must have a day: without an item it says the first that Atom knows.
        updated: time(feed.updated ?? '1970-01-01'),
        rights: { value: feed.rights },
        authors: [{ name: feed.publisher, uri: whole(routes.framePage('about')) }],
        links: [
          { href: whole(self), rel: 'self', type: 'application/atom+xml' },
          { href: whole(feed.href), rel: 'alternate', type: 'text/html' },
        ],
        entries: feed.items.map((item) => ({
          id: whole(item.id),
          title: { value: item.title },
          links: [{ href: whole(item.href), rel: 'alternate', type: 'text/html' }],
          published: time(item.published),
          updated: time(item.updated),
          authors: item.authors.map((name) => ({ name })),
          categories: item.topics.map((term) => ({ term })),
          summary: { value: item.summary },
          ...mediaOf(item, whole),
          content: { type: 'html', value: contentHtml(item, base) },
        })),
      }),
    ),
  );
}

/** JSON Feed 1.1. */
export function jsonFeed(feed: FeedView, { base, self }: Place): string {
  const whole = wholeIn(base);
  const made: unknown = generateJsonFeed(
    legal({
      title: feed.title,
      home_page_url: whole(feed.href),
      feed_url: whole(self),
      description: feed.description,
      language: site.language,
      authors: [{ name: feed.publisher, url: whole(routes.framePage('about')) }],
      items: feed.items.map((item) => ({
        id: whole(item.id),
        url: whole(item.href),
        title: item.title,
        summary: item.summary,
        ...(item.image === undefined ? {} : { image: whole(item.image.href) }),
        content_html: contentHtml(item, base),
        date_published: time(item.published),
        date_modified: time(item.updated),
        authors: item.authors.map((name) => ({ name })),
        tags: item.topics,
        language: site.language,
      })),
    }),
  );
  return JSON.stringify(made, undefined, 1);
}

// The library breaks the line around what holds markup, which would be part of a title.
function tight(xml: string): string {
  return xml.replace(/>\n\s*<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\n\s*<\//g, ']]></');
}

function wholeIn(base: URL): (path: string) => string {
  return (path) => new URL(path, base).href;
}

// Media RSS, which Atom's readers know too. It is beside the text, so that no reader shows it twice.
function mediaOf({ image }: FeedItemView, whole: (path: string) => string) {
  if (image === undefined) return {};
  return {
    media: {
      contents: [
        {
          url: whole(image.href),
          type: 'image/png',
          medium: 'image',
          ...cardSize,
          description: { value: image.alt, type: 'plain' },
        },
      ],
    },
  };
}

function time(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function contentHtml({ content, href }: FeedItemView, base: URL): string {
  if ('change' in content) {
    // All that was ever changed is here: nothing in it has to be read as HTML.
    const { title, on, what } = content.change;
    const address = new URL(content.change.href, base).href;
    return `<p>${escaped(what)}</p><p>${linked(address, title)}, ${escaped(on.text)}</p>`;
  }
  const { article } = content;
  return plainHtml(
    [
      `<p>${escaped(article.description)}</p>`,
      articleHtml(article, numbered),
      referencesHtml(article.references),
      `<p>${linked(article.href, 'This article on our site')}</p>`,
    ].join(''),
    new URL(href, base),
  );
}

// The numbers of the list of sources, and a word where the evidence is weak.
function numbered(citations: readonly CitationView[]): string {
  return citations
    .map(({ numbers, mark }) => {
      const links = numbers.map((number) =>
        linked(`#${anchors.reference(number)}`, String(number)),
      );
      const weak = mark === undefined ? [] : [weakText(mark)];
      return `<sup>[${[...links, ...weak].join(', ')}]</sup>`;
    })
    .join('');
}

function weakText(certainty: NonNullable<CitationView['mark']>): string {
  return certainty === 'none'
    ? 'no evidence'
    : `${certaintyText[certainty].toLowerCase()} evidence`;
}
