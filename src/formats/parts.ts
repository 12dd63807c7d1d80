/** Prose and the components in it as plain HTML: a card is a sentence, a figure a picture with its rows. */
import { escaped } from '../domain/escape.ts';
import { certaintyText } from '../domain/certainty.ts';
import { uncapitalize, withStop } from '../domain/format.ts';
import { routes } from '../routes.ts';
import type { CitationView, SourceLinkView } from '../views/citation.ts';
import type { ClaimTableView } from '../views/claim.ts';
import type { FigureView } from '../views/figure.ts';
import type { FoodListView } from '../views/food.ts';
import type { IntakeTableView } from '../views/intake.ts';
import type { ComponentView, PartView } from '../views/parts.ts';
import type { PictureView } from '../views/picture.ts';
import { statusTexts, type ProductTableView, type ProductView } from '../views/product.ts';
import { linked, listed, table } from './html.ts';

/** How a format marks what is cited at one place. */
export type Cite = (citations: readonly CitationView[]) => string;

/** Prose as HTML; the addresses in it are those of the page. */
export function partsHtml(parts: readonly PartView[], cite: Cite): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'citation') return part.citations.length === 0 ? '' : cite(part.citations);
      if (part.kind === 'evidence')
        return part.links.map(({ href, label }) => ` [${linked(href, label)}]`).join('');
      return componentHtml(part.component, cite);
    })
    .join('');
}

function componentHtml(component: ComponentView, cite: Cite): string {
  switch (component.name) {
    case 'Callout':
      return `<blockquote><p><strong>${escaped(component.title)}</strong></p>${partsHtml(component.children, cite)}</blockquote>`;
    case 'ProductCard':
      return `<p>${productHtml(component.product)}</p>`;
    case 'ProductTable':
      return productTableHtml(component.table);
    case 'NoCard':
      return `<p><strong>No product here.</strong> We link none for ${linked(component.nutrientHref, uncapitalize(component.nutrientName))}: ${escaped(component.reason)}</p>`;
    case 'FoodSources':
      return foodsHtml(component.list);
    case 'IntakeTable':
      return intakesHtml(component.table);
    case 'Figure':
      return figureHtml(component.figure, cite);
    case 'Picture':
      return pictureHtml(component.picture);
    case 'EvidenceTable':
      return claimsHtml(component.table);
    case 'Quote':
      return `<blockquote>${partsHtml(component.children, cite)}<p>${escaped(component.from)}${cite(component.citations)}</p></blockquote>`;
    case 'Term':
      return partsHtml(component.children, cite) + escaped(component.behind);
    case 'Dose': {
      const { amountText, elementalText } = component.dose;
      return escaped(amountText + (elementalText === undefined ? '' : ` (${elementalText})`));
    }
    default:
      return component satisfies never;
  }
}

// No way to a merchant: the page of the product has it, with what is to be known before.
function productHtml({ href, title, status, reason, servingText, doses }: ProductView): string {
  const amounts = doses
    .filter(({ isPerServing }) => isPerServing)
    .map(({ nutrientName, amountText }) => `${uncapitalize(nutrientName)} ${amountText}`);
  const holds =
    amounts.length === 0
      ? 'its amounts are not known'
      : `${servingText ?? 'a serving'} holds ${amounts.join(', ')}`;
  return `A product: ${linked(href, title)}; ${escaped(withStop(holds) + judgedText(status, reason))} Its page says what speaks against it and who should skip it.`;
}

function judgedText(status: ProductView['status'], reason: string | undefined): string {
  const judged = statusTexts[status];
  return judged === undefined ? '' : ` ${judged}: ${withStop(reason ?? 'no reason is given')}`;
}

function productTableHtml({ caption, columns, rows }: ProductTableView): string {
  return table(
    `${caption}. Amounts are per serving unless a row says otherwise.`,
    ['Product', 'Serving', ...columns.map(({ name }) => name), 'Certification'],
    rows.map(({ href, title, status, servingText, cells, certificationText }) => [
      linked(href, title) +
        (statusTexts[status] === undefined ? '' : ` (${statusTexts[status].toLowerCase()})`),
      escaped(servingText ?? 'not known'),
      ...cells.map((cell) => escaped(cell ?? '–')),
      escaped(certificationText),
    ]),
  );
}

/** Foods as a list in their order. */
export function foodsHtml({
  caption,
  foods,
  explanation,
  notes,
  sources,
  more,
}: FoodListView): string {
  const rows = foods.map((food) => {
    const mark = food.noteMark === undefined ? '' : ` (${food.noteMark})`;
    const about = [food.servingText, food.dietText].filter(Boolean).join(', ');
    const kinds = food.kinds.map(({ text, noteMark }) =>
      escaped(text + (noteMark === undefined ? '' : ` (${noteMark})`)),
    );
    return (
      escaped(
        `${food.food}${mark}: ${food.amountText}${about === '' ? '' : `; ${about}`}: ${food.shareText}`,
      ) + listed(kinds)
    );
  });
  // The page says of each food how long its bar is.
  const said = explanation.replace(/ Each bar .*$/s, '');
  const marked = notes.map(({ mark, text }) => `<p>(${mark}) ${escaped(text)}</p>`);
  const all = more && ` ${linked(more.href, `All ${more.count} foods`)}`;
  return `<p><strong>${escaped(caption)}</strong></p>${listed(rows, 'ol')}<p>${escaped(said)}</p>${marked.join('')}<p>${sourcesHtml(sources)}${all ?? ''}</p>`;
}

/** Reference intakes and limits as a table. */
export function intakesHtml({
  caption,
  columns,
  rows,
  basisText,
  limit,
  riskReductionText,
  sources,
}: IntakeTableView): string {
  return [
    table(
      caption,
      ['Age', ...columns],
      rows.map(({ ages, cells }) => [ages, ...cells.map((cell) => cell ?? '–')].map(escaped)),
    ),
    ...[basisText, limit.text, riskReductionText].map((text) =>
      text === undefined ? '' : `<p>${escaped(text)}</p>`,
    ),
    `<p>${sourcesHtml(sources)}</p>`,
  ].join('');
}

function sourcesHtml(sources: readonly SourceLinkView[]): string {
  const all = sources.map(({ href, text }) => linked(href, text)).join('; ');
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${all}`;
}

/** Claims as a table, each with how sure it is and who was studied. */
export function claimsHtml({ caption, groups }: ClaimTableView): string {
  return table(
    caption,
    ['Claim', 'Who was studied', 'Found', 'Certainty'],
    groups.flatMap(({ claims }) =>
      claims.map((claim) => [
        linked(claim.href, claim.statement),
        escaped(`${claim.population}. ${claim.runnersText}.`),
        escaped(claim.findingText),
        escaped(certaintyText[claim.certainty]),
      ]),
    ),
  );
}

// Its files are made for screens, under names that change with their bytes: the page has it.
function pictureHtml({ alt, caption, credit, licence, source, ai }: PictureView): string {
  const words = alt === '' ? '' : `: ${escaped(withStop(alt))}`;
  const whose = `${linked(licence.href, licence.name)}.`;
  return [
    `<p>[${linked('#main', 'A picture on the page')}${words}]`,
    caption === undefined ? '' : escaped(caption),
    `Picture: ${escaped(credit)}, ${whose}`,
    source === undefined ? '' : linked(source, 'Where it is from'),
    `${ai === undefined ? '' : escaped(ai)}</p>`,
  ]
    .filter((piece) => piece !== '')
    .join(' ');
}

/** A figure: its picture, what one sees on it, and every row in words. */
export function figureHtml(figure: FigureView, cite: Cite): string {
  const { id, href, title, subtitle, sentence, rows, marks, note, citations } = figure;
  const alt = `${title}. ${sentence}`;
  const picture = `<img src="${routes.figureFile(id, 'png')}" alt="${escaped(alt)}">`;
  const cited = (own: readonly CitationView[]): string => (own.length === 0 ? '' : cite(own));
  const lines = rows.map(
    ({ label, valueText, whoText, citations: own }) =>
      escaped(`${label}: ${valueText}${whoText === undefined ? '' : ` (${whoText})`}`) + cited(own),
  );
  return [
    `<p><strong>${linked(href, title)}</strong></p>`,
    `<p>${escaped(subtitle)}${cited(citations)}</p>`,
    `<p>${picture}</p>`,
    listed([...lines, ...marks.map(({ label, valueText }) => escaped(`${label} ${valueText}`))]),
    note === undefined ? '' : `<p>${escaped(note)}</p>`,
  ].join('');
}
