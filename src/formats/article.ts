/** A whole article in plain HTML, in the order of its page. */
import { escaped } from '../domain/escape.ts';
import { certaintyText } from '../domain/certainty.ts';
import { formatList, stopAfter, withStop } from '../domain/format.ts';
import { notAdvice } from '../views/not-advice.ts';
import type { ArticleView, SeriesView } from '../views/article.ts';
import type { ChangeView } from '../views/change.ts';
import type { ReferenceView } from '../views/citation.ts';
import { linked, listed } from './html.ts';
import { partsHtml, type Cite } from './parts.ts';

/** The article without its title, its summary and its sources. */
export function articleHtml(article: ArticleView, cite: Cite): string {
  const { urgent, takeaways, disclosure, body, faq, changes, series } = article;
  return [
    urgent &&
      `<blockquote><p><strong>${escaped(urgent.title)}</strong></p>${partsHtml(urgent.parts, cite)}</blockquote>`,
    '<h2>Key takeaways</h2>',
    listed(takeaways.map((parts) => partsHtml(parts, cite))),
    `<p>${escaped(bylineText(article))}</p>`,
    series && `<p>${seriesHtml(series)}</p>`,
    // The links that it speaks of stand on the pages of products.
    disclosure && '<p>Pages of products on our site may have paid links; there are none here.</p>',
    partsHtml(body, cite),
    `<p><strong>Not medical advice.</strong> ${escaped(notAdvice)}</p>`,
    faq.length > 0 && '<h2>Questions</h2>',
    ...faq.map(({ question, answer }) => `<h3>${escaped(question)}</h3>${partsHtml(answer, cite)}`),
    changesHtml(changes),
  ]
    .filter((piece) => typeof piece === 'string')
    .join('');
}

function seriesHtml({ text, neighbors }: SeriesView): string {
  const ways = neighbors.map(
    (neighbor) =>
      ` ${neighbor.text}: ${linked(neighbor.href, neighbor.title)}${stopAfter(neighbor.title)}`,
  );
  return escaped(withStop(text)) + ways.join('');
}

/** Who wrote it, when, with what part of AI, and who of a health profession read it. */
export function bylineText(article: ArticleView): string {
  const { authors, published, updated, aiText, reviewed, reviewDue } = article;
  const changed = updated === undefined ? '' : `, updated ${updated.text}`;
  const review =
    reviewed === undefined
      ? 'No health professional has reviewed this article.'
      : `Reviewed on ${reviewed.on.text} by ${reviewed.by}${reviewed.before === undefined ? '' : `, before the last change on ${reviewed.before.text}`}.`;
  return [
    `By ${formatList(authors.map(({ name }) => name))}, ${published.text}${changed}.`,
    aiText,
    review,
    reviewDue.overdue
      ? `It was to be looked at again by ${reviewDue.text}; newer evidence may be missing.`
      : undefined,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

/** What changed on a page, under a heading; nothing where nothing did. */
export function changesHtml(changes: readonly ChangeView[]): string {
  if (changes.length === 0) return '';
  return `<h2>Changes</h2>${listed(changes.map(({ on, kindText, what }) => escaped(`${on.text}. ${kindText}: ${what}`)))}`;
}

/** The list of sources under its heading: what each is, what was read of it, how sure what rests on it is. */
export function referencesHtml(references: readonly ReferenceView[]): string {
  if (references.length === 0) return '';
  return `<h2>Sources</h2>${listed(
    references.map((reference) => referenceHtml(reference, reference.certainties)),
    'ol',
  )}`;
}

/** One source, and how sure what rests on it is. */
export function referenceHtml(
  reference: ReferenceView,
  certainties: ReferenceView['certainties'],
): string {
  const { retracted, html, href, linkText, notice } = reference;
  const facts = [
    reference.designText,
    reference.seenText,
    reference.runnersText,
    certainties.length === 0
      ? undefined
      : `certainty: ${certainties.map((certainty) => certaintyText[certainty].toLowerCase()).join(', ')}`,
  ];
  return [
    retracted ? '<strong>Retracted.</strong>' : '',
    html,
    href === undefined ? '' : linked(href, linkText ?? href),
    notice === undefined || notice.isNothing ? '' : escaped(withStop(notice.text)),
    escaped(`(${facts.filter((fact) => fact !== undefined).join('; ')})`),
  ]
    .filter((piece) => piece !== '')
    .join(' ');
}
