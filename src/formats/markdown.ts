/** Pages as Markdown for programs and for plain text: what is cited stands in footnotes, with how sure it is. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import type { BlockContent, Root, RootContent } from 'mdast';
import { escaped } from '../domain/escape.ts';
import { certaintyText } from '../domain/certainty.ts';
import { uncapitalize } from '../domain/format.ts';
import { anchors } from '../anchors.ts';
import { routes } from '../routes.ts';
import type { ArticleView } from '../views/article.ts';
import type { CitationView, NoteView, ReferenceView } from '../views/citation.ts';
import type { FigurePageView } from '../views/figure-page.ts';
import type { MoreView } from '../views/long-list.ts';
import type { NutrientPageView, StatementView } from '../views/nutrient-page.ts';
import { notAdvice } from '../views/not-advice.ts';
import { articleHtml, changesHtml, referenceHtml } from './article.ts';
import { handlers } from './handlers.ts';
import { linked, listed, plainTree, table } from './html.ts';
import { mdastOf } from './mdast.ts';
import { claimsHtml, figureHtml, foodsHtml, intakesHtml, partsHtml } from './parts.ts';

/** What a page cites. */
interface Cited {
  notes: readonly NoteView[];
  references: readonly ReferenceView[];
}

// The way to what of a list does not stand on its page.
function moreHtml(more: MoreView | undefined): string {
  return more === undefined ? '' : `<p>${linked(more.href, more.text)}</p>`;
}

/** An article. */
export function articleMarkdown(article: ArticleView, base: URL): string {
  const { title, description, href, facts } = article;
  const counted = facts.claims.byCertainty.map(
    ({ certainty, count }) => `${count} ${certaintyText[certainty].toLowerCase()}`,
  );
  const claims =
    counted.length === 0 ? '' : `; certainty of the claims that it cites: ${counted.join(', ')}`;
  return document(
    `<h1>${escaped(title)}</h1><p>${escaped(description)}</p>` +
      headHtml(href, `${article.referencesText}${claims}`) +
      articleHtml(article, footnoted),
    article,
    new URL(href, base),
  );
}

/** A nutrient: what its page says, without what leads elsewhere. */
export function nutrientMarkdown(nutrient: NutrientPageView, base: URL): string {
  const { id, name, alsoText, lead, aiText, sureText, testFirst, facts, elsewhere } = nutrient;
  const href = routes.nutrient(id);
  const said = (statement: StatementView): string =>
    partsHtml(statement.parts, footnoted) + (statement.unverified ? ' (unverified)' : '');
  const part = (title: string | undefined, html: string): string =>
    title === undefined || html === '' ? '' : `<h2>${escaped(title)}</h2>${html}`;
  const titles = nutrient.parts;
  return document(
    [
      `<h1>${escaped(name)}</h1>`,
      alsoText === undefined ? '' : `<p>Also called ${escaped(alsoText)}.</p>`,
      `<p>${escaped(lead)}</p>`,
      headHtml(href, sureText),
      aiText === undefined ? '' : `<p>${escaped(aiText)}</p>`,
      '<p>No health professional has reviewed this page.</p>',
      testFirst === undefined
        ? ''
        : `<blockquote><p><strong>Test first.</strong> ${said(testFirst)}</p></blockquote>`,
      listed(facts.map((fact) => escaped(`${fact.name}: ${fact.text}`))),
      partsHtml(nutrient.body, footnoted),
      part(
        nutrient.keyClaims.length === 0 ? undefined : 'Key findings',
        listed(
          nutrient.keyClaims.map(
            (claim) =>
              `${linked(claim.href, claim.statement)} (${certaintyText[claim.certainty].toLowerCase()}; ${escaped(uncapitalize(claim.population))})`,
          ),
        ),
      ),
      `<p><strong>Not medical advice.</strong> ${escaped(notAdvice)}</p>`,
      part(
        titles['how-much']?.title,
        intakesHtml(nutrient.intakes) +
          listed(
            elsewhere.map(
              (value) =>
                `${value.authority === 'UK' ? 'UK' : `EU (${value.authority})`}: ${said(value)}`,
            ),
          ),
      ),
      part(
        titles['which-foods']?.title,
        nutrient.foods === undefined ? '' : foodsHtml(nutrient.foods),
      ),
      part(
        titles['what-it-does']?.title,
        listed([
          `In the body: ${said(nutrient.roles)}`,
          `Signs of too little: ${said(nutrient.signs)}`,
          ...nutrient.moreFacts.map(said),
        ]),
      ),
      part(titles['who-is-at-risk']?.title, listed(nutrient.riskGroups.map(said))),
      part(titles['in-athletes']?.title, listed(nutrient.athlete.map(said))),
      part(titles['what-helps-and-hinders']?.title, listed(nutrient.interactions.map(said))),
      part(
        titles['which-forms']?.title,
        nutrient.forms.length === 0
          ? ''
          : table(
              `Share of ${uncapitalize(name)} in the pure compound`,
              ['Form', 'By weight', 'What is known'],
              nutrient.forms.map((form) => [
                escaped(form.name),
                escaped(form.shareText ?? '–'),
                escaped(form.absorption ?? 'Nothing retrieved') + said(form.marks),
              ]),
            ),
      ),
      part(titles['what-harms']?.title, listed(nutrient.safety.map(said))),
      part(
        titles['what-the-evidence-says']?.title,
        nutrient.evidence === undefined
          ? ''
          : claimsHtml(nutrient.evidence) + moreHtml(nutrient.moreClaims),
      ),
      part(
        titles['which-products']?.title,
        listed(
          nutrient.products.items.map((product) =>
            [linked(product.href, product.title), escaped(product.dose.amountText)].join(': '),
          ),
        ) + moreHtml(nutrient.products.more),
      ),
      part(
        titles.questions?.title,
        listed(
          nutrient.questions.items.map(({ article, question }) => linked(article.href, question)),
        ) + moreHtml(nutrient.questions.more),
      ),
      changesHtml(nutrient.changes),
    ].join(''),
    nutrient,
    new URL(href, base),
  );
}

/** A figure: its rows as a table, each with what it is of and how sure that is. */
export function figureMarkdown(page: FigurePageView, base: URL): string {
  const { figure, downloads, citation, address, changes, aiText } = page;
  const rows = [...figure.numbers, ...figure.marks].map(
    ({ label, valueText, whoText, certainty, from }) => [
      escaped(label),
      escaped(valueText),
      escaped(whoText ?? '–'),
      escaped(certainty === undefined ? '–' : certaintyText[certainty]),
      linked(from.href, from.text),
    ],
  );
  return document(
    [
      `<h1>${escaped(figure.title)}</h1>`,
      headHtml(figure.href, undefined),
      aiText === undefined ? '' : `<p>${escaped(aiText)}</p>`,
      figureHtml(figure, footnoted),
      table('The numbers', ['Row', 'Value', 'Who was studied', 'Certainty', 'From'], rows),
      `<p>${citation.split(address).map(escaped).join(linked(address, address))}</p>`,
      listed(downloads.map(({ href, text }) => linked(href, text))),
      changesHtml(changes),
    ].join(''),
    page,
    new URL(figure.href, base),
  );
}

// Where the page is, what may be done with it, and how sure it is.
function headHtml(href: string, sure: string | undefined): string {
  return listed([
    `The page itself: ${linked(href, 'with its figures and notes in place')}`,
    `License: ${linked('https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0')}`,
    ...(sure === undefined ? [] : [`How sure: ${escaped(sure)}`]),
    `All that there is as Markdown: ${linked(routes.llms('txt'), 'llms.txt')}`,
  ]);
}

// An element that only the Markdown knows.
function footnoted(citations: readonly CitationView[]): string {
  return citations
    .map(
      ({ noteId }) => `<note-mark number="${noteId.slice(anchors.note('').length)}"></note-mark>`,
    )
    .join('');
}

function document(html: string, { notes, references }: Cited, page: URL): string {
  const cited = new Set(
    [...html.matchAll(/<note-mark number="(\d+)">/g)].map(([, number]) => number),
  );
  const sources = new Map(references.map((reference) => [reference.number, reference]));
  const definitions = notes
    .map((note) => ({ label: note.id.slice(anchors.note('').length), note }))
    .filter(({ label }) => cited.has(label))
    .map(({ label, note }) => `[^${label}]:${definitionText(noteHtml(note, sources), page)}`);
  return `${[htmlMarkdown(html, page), ...definitions].join('\n\n')}\n`;
}

// A claim is cited by many articles, in the same words.
const definitionTexts = new Map<string, string>();

/** What stands behind the label of a footnote, whatever that is: the addresses in it start at the root. */
function definitionText(html: string, page: URL): string {
  const key = page.origin + html;
  const known = definitionTexts.get(key);
  if (known !== undefined) return known;
  const label = 'x';
  const children = read(`<p>${html}</p>`, page);
  const whole = markdown([{ type: 'footnoteDefinition', identifier: label, label, children }]);
  const text = whole.slice(`[^${label}]:`.length);
  definitionTexts.set(key, text);
  return text;
}

const options: Options = {
  // A table whose cells are as wide as the widest is mostly spaces.
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  bullet: '-',
  rule: '-',
  emphasis: '_',
  handlers,
};

function markdown(children: RootContent[]): string {
  const tree: Root = { type: 'root', children };
  return toMarkdown(tree, options).replace(/\n$/, '');
}

/** Plain HTML as Markdown; the addresses in it start at a page. */
export function htmlMarkdown(html: string, page: URL): string {
  return markdown(read(html, page));
}

function read(html: string, page: URL): BlockContent[] {
  return mdastOf(plainTree(html, page).children);
}

function noteHtml(
  { claim, references }: NoteView,
  sources: ReadonlyMap<number, ReferenceView>,
): string {
  const listedSources = references
    .flatMap(({ number }) => sources.get(number) ?? [])
    .map((source) => referenceHtml(source, []));
  if (claim === undefined) return listedSources.join(' ');
  return [
    escaped(claim.statement),
    `Certainty: <strong>${certaintyText[claim.certainty].toLowerCase()}</strong>.`,
    escaped(`Studied: ${claim.population}. ${claim.runnersText}.`),
    linked(claim.href, 'All about this claim.'),
    `${listedSources.length === 1 ? 'Source' : 'Sources'}: ${listedSources.join('; ')}`,
  ].join(' ');
}
