/** Prose as pages render it: HTML strings between citations and finished components. */
import { anchors } from '../anchors.ts';
import type { ComponentPart, Part } from '../document/document.ts';
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import {
  dataCitation,
  shortCitation,
  ungraded,
  type Bibliography,
  type CitationView,
  type EvidenceLinkView,
} from './citation.ts';
import { evidenceTableView, type ClaimTableView } from './claim.ts';
import { figureView, type FigureView } from './figure.ts';
import { foodListView, type FoodListView } from './food.ts';
import { intakeTableView, type IntakeTableView } from './intake.ts';
import { pictureView, type PictureView } from './picture.ts';
import {
  doseView,
  productTableView,
  productView,
  type DoseView,
  type ProductTableView,
  type ProductView,
} from './product.ts';

export type CalloutKind = Extract<ComponentPart, { name: 'Callout' }>['props']['kind'];

export type ComponentView =
  | { name: 'ProductCard'; product: ProductView }
  | { name: 'ProductTable'; table: ProductTableView }
  | { name: 'NoCard'; nutrientName: string; nutrientHref: string; reason: string }
  | {
      name: 'Callout';
      calloutKind: CalloutKind;
      title: string;
      children: PartView[];
    }
  | { name: 'Dose'; dose: DoseView }
  | { name: 'FoodSources'; list: FoodListView }
  | { name: 'IntakeTable'; table: IntakeTableView }
  | { name: 'EvidenceTable'; table: ClaimTableView }
  | { name: 'Figure'; figure: FigureView }
  | { name: 'Picture'; picture: PictureView }
  | { name: 'Quote'; from: string; citations: CitationView[]; children: PartView[] }
  | { name: 'Term'; anchor: string; label: string; children: PartView[]; behind: string };

export type PartView =
  | string
  | { kind: 'citation'; citations: CitationView[] }
  | { kind: 'evidence'; links: EvidenceLinkView[] }
  | { kind: 'component'; component: ComponentView };

/** Turns compiled prose into finished parts. Citations are marked in the order of the parts. */
export function partViews(
  parts: readonly Part[],
  citations: Bibliography,
  library: Library,
): PartView[] {
  return parts.map((part, index): PartView => {
    // Punctuation goes with the term before it, or a line could begin with it.
    if (typeof part === 'string')
      return unwrapped(
        part.slice(isTerm(parts[index - 1]) ? punctuationOf(part).length : 0),
        isHidden(parts[index - 1]),
        isHidden(parts[index + 1]),
      );
    if (part.kind === 'citation') return { kind: 'citation', citations: citations.cite(part) };
    const component = componentView(part, citations, library);
    if (component.name === 'Term') component.behind = punctuationOf(parts[index + 1]);
    return { kind: 'component', component };
  });
}

// Of a citation that a later one stands for nothing is shown: its word needs no span around it.
function isHidden(part: Part | undefined): boolean {
  return typeof part === 'object' && part.kind === 'citation' && part.sentences === 0;
}

function unwrapped(html: string, isBehind: boolean, isBefore: boolean): string {
  const opened = isBehind ? html.replace(/^<\/span>/, '') : html;
  return isBefore ? opened.replace(/<span class="nb">([^<]*)$/, '$1') : opened;
}

// A term holds words alone, with emphasis at most.
function wordsOf(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? plainWords(part) : '')).join('');
}

/** The words of HTML that was compiled. */
export function plainWords(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-F]+);/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
}

function isTerm(part: Part | undefined): boolean {
  return typeof part === 'object' && part.kind === 'component' && part.name === 'Term';
}

function punctuationOf(part: Part | undefined): string {
  return typeof part === 'string' ? (/^[.,;:!?)]+/.exec(part)?.[0] ?? '') : '';
}

function componentView(
  part: ComponentPart,
  citations: Bibliography,
  library: Library,
): ComponentView {
  const product = (id: string): ProductView =>
    productView(need(library.products, id, 'product'), library);
  switch (part.name) {
    case 'ProductCard':
      return { name: part.name, product: product(part.props.id) };
    case 'ProductTable':
      return {
        name: part.name,
        table: productTableView(part.props.ids.map(product), 'Products compared'),
      };
    case 'NoCard':
      return {
        name: part.name,
        nutrientName: need(library.nutrientNames, part.props.nutrient, 'nutrient'),
        nutrientHref: routes.nutrient(part.props.nutrient),
        reason: part.props.reason,
      };
    case 'Callout':
      return {
        name: part.name,
        calloutKind: part.props.kind,
        title: part.props.title,
        // What cannot wait is not graded.
        children: partViews(
          part.children,
          part.props.kind === 'urgent' ? ungraded(citations) : citations,
          library,
        ),
      };
    case 'Dose':
      return { name: part.name, dose: doseOf(part.props.product, part.props.nutrient, library) };
    case 'FoodSources':
      return {
        name: part.name,
        list: foodListView(part.props.nutrient, part.props.limit, library),
      };
    case 'IntakeTable':
      return { name: part.name, table: intakeTableView(part.props.nutrient, library) };
    case 'Figure':
      return { name: part.name, figure: figureView(part.props.id, library, citations) };
    case 'EvidenceTable':
      return { name: part.name, table: evidenceTableView(part.props.topic, library) };
    case 'Picture':
      return { name: part.name, picture: pictureView(part.props.id, library) };
    case 'Quote':
      return {
        name: part.name,
        from: shortCitation(need(library.sources, part.props.source, 'source').data),
        citations: citations.cite(dataCitation([part.props.source])),
        children: partViews(part.children, citations, library),
      };
    case 'Term':
      return {
        name: part.name,
        anchor: anchors.term(part.props.id),
        label: `What is meant by ${wordsOf(part.children)}`,
        children: partViews(part.children, citations, library),
        behind: '',
      };
  }
}

/** A product's amount of a nutrient. @throws {Error} when it has none */
export function doseOf(productId: string, nutrientId: string, library: Library): DoseView {
  const { data } = need(library.products, productId, 'product');
  const row = data.nutrients.find(({ nutrient }) => nutrient === nutrientId);
  if (row === undefined)
    throw new Error(`The product "${productId}" has no amount of "${nutrientId}".`);
  return doseView(row, library);
}
