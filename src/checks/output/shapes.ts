/**
 * Takes a page apart into shapes, of which a site has hundreds and its pages have thousands each.
 *
 * A shape is one piece of a page in its place: the start tags above it, its own, and what it holds. A
 * container (a section, a list, a row) is a piece with its children as empty elements; whatever is no
 * container is one with all that it holds. Nothing is lost between a page and its shapes:
 *
 * - Each element stands in a shape, under all that it stands in, and beside its siblings in the shape
 *   of its container: what a rule says of an element, of its attributes, of its ancestors, its
 *   descendants and its siblings, it says there.
 * - A shape has what the page has, letter by letter, but for four things. Of texts it is told that they
 *   are there. Of attributes whose value no rule looks at (an address, a label, an id) it is told that
 *   they have one, as long as that is written without a letter that a rule could look at; of lengths in
 *   a drawing the digits are one digit. Of siblings that are the same two stand for all; where no rule
 *   looks at their order they stand in one order.
 * - What two places of a page decide together (two main elements, forms and labels) is looked at in an
 *   outline of the page, its one shape: everything in its place, of labels and what takes part in a form
 *   each letter, of the rest what a shape has. Or it is looked at on the page (`isOdd`): the same id
 *   twice, space at the end of a line.
 *
 * Whatever is written otherwise than `strict.ts` reads (a tag that is not closed, a quotation mark that
 * is missing, a letter that should have been escaped) makes the page odd, and an odd page is validated
 * as a whole. So is a page with a shape that is not valid: it says at which place.
 */
import { StrictReader, type StrictTag } from './strict.ts';

/** A piece of a page, in its place. */
export interface Shape {
  /** Start tags of what it stands in, from the outermost on. */
  above: readonly string[];
  /** Its HTML, as far as it counts. */
  html: string;
}

/** What a page consists of. */
export interface PageShapes {
  /** Whether only the whole page can tell if it is valid. */
  isOdd: boolean;
  /** Places of its shapes in the list of all. */
  shapes: Uint32Array;
}

/** The shapes of many pages, each once. */
export interface Shapes {
  list: Shape[];
  /** Their places in it, by what they are. */
  places: Map<string, number>;
  /** Number of the page that each was met on last. */
  met: number[];
  pages: number;
  /** Where the outermost element stands. */
  top: Spot;
}

/** The place of a shape in the list of all, in which it stands from now on. */
export function numberOf(shape: Shape, { list, places }: Shapes): number {
  const name = [...shape.above, shape.html].join('\n');
  let place = places.get(name);
  if (place === undefined) places.set(name, (place = list.push(shape) - 1));
  return place;
}

/** What stands in the same elements. */
interface Spot {
  above: readonly string[];
  /** What stands in an element of it, by the element's start tag. */
  below: Map<Start, Spot>;
  /** Places in the list of all. */
  shapes: Map<Piece, number>;
}

/** A start tag as far as it counts; the same object for all tags that count as the same. */
interface Start {
  name: string;
  html: string;
  isContainer: boolean;
  isUnordered: boolean;
  /** Elements that begin with it, by what they hold. */
  elements: Held;
  /** Such an element as its container has it: with the least that it must hold. */
  asKid: Piece;
  /** An element that holds nothing by its kind. */
  asEmpty: Piece;
}

/** Elements that begin in the same way and hold the same up to here. */
interface Held {
  piece?: Piece;
  /** By what they hold next. */
  next?: Map<Piece, Held>;
}

/** What a page holds, as far as it counts; the same object for all pieces that are written the same. */
interface Piece {
  number: number;
  /** All of it; of a container the least that it must hold. */
  html: string;
  /** As its container has it. */
  outside: Piece;
}

/** No shapes yet. */
export function noShapes(): Shapes {
  return { list: [], places: new Map(), met: [], pages: 0, top: spotUnder([]) };
}

function spotUnder(above: readonly string[]): Spot {
  return { above, below: new Map(), shapes: new Map() };
}

function spotIn(spot: Spot, start: Start): Spot {
  let below = spot.below.get(start);
  if (below === undefined) spot.below.set(start, (below = spotUnder([...spot.above, start.html])));
  return below;
}

// Pieces that are looked at without what is in their children.
const containers = new Set(
  `html body main header footer nav article section aside div ul ol dl table thead tbody tfoot tr details
  fieldset`.split(/\s+/),
);
// Their children are texts and elements in any order and number.
const unordered = new Set(
  `a abbr b blockquote button cite code dd dt em figcaption h1 h2 h3 h4 h5 h6 i label legend li p pre s small
  span strong sub summary sup td th`.split(/\s+/),
);
const rawTexts = new Set(['script', 'style']);
// What makes two places of a page depend on each other in a way that is not looked at here.
const joined = new Set(['form', 'map', 'select', 'textarea', 'object', 'template', 'iframe']);

const escaped = String.raw`&(?:amp|lt|gt|quot|nbsp|#\d+|#x[\da-fA-F]+);`;
const plainText = new RegExp(String.raw`^(?:[^&<>]|${escaped})*$`);
// A value that is there, in letters that no rule looks at.
const free = new RegExp(
  String.raw` (href|src|alt|title|content|aria-label|aria-labelledby|aria-describedby|aria-controls|headers|name|value|data-[\w-]+|srcset|sizes|popovertarget)="(?!\s)(?:[^"&<>\s]|${escaped}| (?! |"))+"`,
  'g',
);
const ids = / id="[^"\s&<>]+"/g;
const days = / datetime="\d{4}-\d\d-\d\d"/g;
const lengths =
  / (?:d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|width|height|points|transform|viewBox|offset|stroke-width|stroke-dasharray)="[^"&<>]*"/g;
const oddTag =
  /^<label[^>]* for=|(?:href|src)="(?:tel|javascript):|http-equiv|autocomplete=| usemap| name="[^"]*\[/;

/** What of a start tag counts; undefined where only the whole page can tell. */
export type ShapeTag = { start: Start; id: string | undefined } | undefined;

/** What of a start tag counts. */
export function shapeOfTag({ raw, written }: StrictTag): ShapeTag {
  return joined.has(written) || oddTag.test(raw)
    ? undefined
    : { start: startOf(written, withoutValues(raw)), id: / id="([^"]*)"/.exec(raw)?.[1] };
}

interface Open {
  start: Start;
  /** Folded as far as they were met. */
  kids: Piece[];
  /** Where its children stand; found when one of them is a shape. */
  inner: Spot | undefined;
}

/** Gathers the shapes of a page, from its tags and texts in their order. */
export class ShapeGatherer {
  readonly #all: Shapes;
  readonly #page: number;
  readonly #places: number[] = [];
  readonly #ids = new Set<string>();
  readonly #open: Open[] = [];
  readonly #html: string;
  readonly #hasOddLetters: boolean;
  #isOdd: boolean;
  #mains = 0;

  /**
   * @param all gathers every shape, those of other pages too
   */
  constructor(html: string, all: Shapes) {
    this.#all = all;
    this.#page = all.pages += 1;
    this.#html = html;
    this.#hasOddLetters = html.includes('<!--') || hasSpaceAtEnd(html);
    this.#isOdd = this.#hasOddLetters;
  }

  open(tag: ShapeTag, isEmpty: boolean): void {
    if (this.#isOdd) return;
    if (tag === undefined || this.#isMet(tag)) {
      this.#isOdd = true;
      return;
    }
    const { start } = tag;
    if (isEmpty) this.#put(start.asEmpty);
    else this.#open.push({ start, kids: [], inner: undefined });
  }

  // Whether there is something on the page that may go with it.
  #isMet({ start: { name }, id }: NonNullable<ShapeTag>): boolean {
    if (name === 'main' && ++this.#mains > 1) return true;
    if (name === 'input' && !this.#open.some(({ start }) => start.name === 'label')) return true;
    return id !== undefined && this.#ids.size === this.#ids.add(id).size;
  }

  text(raw: string): void {
    if (this.#isOdd) return;
    const parent = this.#open.at(-1);
    if (parent === undefined) return;
    const isRaw = rawTexts.has(parent.start.name);
    this.#hold(parent, isSpace(raw) ? space : isRaw ? someText : textPiece(raw));
  }

  close(): void {
    if (this.#isOdd) return;
    const element = this.#open.pop();
    if (element === undefined) return;
    const { start } = element;
    const whole = pieceOf(element);
    if (start.isContainer) {
      this.#add(whole);
      this.#put(start.asKid, false);
    } else this.#put(whole);
  }

  #put(piece: Piece, isShape = true): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) return;
    this.#hold(parent, piece);
    if (isShape && parent.start.isContainer) this.#add(piece);
  }

  #hold({ start, kids }: Open, piece: Piece): void {
    if (start.isUnordered) addSorted(kids, piece);
    else addFolded(kids, start.isContainer ? piece.outside : piece);
  }

  #add(piece: Piece): void {
    const { shapes, above } = this.#spotIn(this.#open.length);
    let place = shapes.get(piece);
    if (place === undefined) {
      place = numberOf({ above, html: piece.html }, this.#all);
      shapes.set(piece, place);
    }
    if (this.#all.met[place] === this.#page) return;
    this.#all.met[place] = this.#page;
    this.#places.push(place);
  }

  // What stands in the first elements that are open.
  #spotIn(count: number): Spot {
    const element = this.#open[count - 1];
    return element === undefined
      ? this.#all.top
      : (element.inner ??= spotIn(this.#spotIn(count - 1), element.start));
  }

  shapes(): PageShapes {
    if (!this.#isOdd) return { isOdd: false, shapes: Uint32Array.from(this.#places) };
    const outline = this.#hasOddLetters ? undefined : outlineOf(this.#html);
    if (outline === undefined) return oddPage;
    const place = numberOf({ above: [], html: outline }, this.#all);
    return { isOdd: false, shapes: Uint32Array.of(place) };
  }
}

/** A page of which only the whole can tell. */
export const oddPage: PageShapes = { isOdd: true, shapes: new Uint32Array() };

function hasSpaceAtEnd(html: string): boolean {
  if (['\r', '\u2028', '\u2029'].some((end) => html.includes(end))) return /[ \t]\r?$/m.test(html);
  const isBlank = (at: number): boolean => {
    const letter = html.charCodeAt(at);
    return letter === 0x20 || letter === 0x09;
  };
  for (let at = html.indexOf('\n'); at !== -1; at = html.indexOf('\n', at + 1))
    if (isBlank(at - 1)) return true;
  return isBlank(html.length - 1);
}

// Of all pages: there are as many as there are ways to write a piece.
const starts = new Map<string, Start>();
const pieces = new Map<string, Piece>();

function startOf(name: string, html: string): Start {
  const known = starts.get(html);
  if (known !== undefined) return known;
  const isUnordered = unordered.has(name);
  const piece = (all: string): Piece =>
    knownPiece(all, isUnordered ? `${html}x</${name}>` : undefined);
  const made: Start = {
    name,
    html,
    isContainer: containers.has(name),
    isUnordered,
    elements: {},
    asKid: piece(`${html}${leastOf(name)}</${name}>`),
    asEmpty: piece(html),
  };
  starts.set(html, made);
  return made;
}

function knownPiece(html: string, outside?: string): Piece {
  const known = pieces.get(html);
  if (known !== undefined) return known;
  const made = { number: pieces.size, html } as Piece;
  pieces.set(html, made);
  made.outside = outside === undefined || outside === html ? made : knownPiece(outside, outside);
  return made;
}

const someText = knownPiece('x');
const space = knownPiece(' ');

function isSpace(raw: string): boolean {
  const first = raw.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && raw.trim() === '';
}

// What is written oddly stays as it is, and makes a shape of its own.
function isPlain(raw: string): boolean {
  return (!raw.includes('&') && !raw.includes('>')) || plainText.test(raw);
}

function textPiece(raw: string): Piece {
  return isPlain(raw) ? someText : knownPiece(Buffer.from(raw).toString());
}

function pieceOf({ start, kids }: Open): Piece {
  let held = start.elements;
  for (const kid of kids) {
    held.next ??= new Map();
    let next = held.next.get(kid);
    if (next === undefined) held.next.set(kid, (next = {}));
    held = next;
  }
  return (held.piece ??= makePiece(start, kids));
}

function makePiece({ name, html, isUnordered }: Start, kids: readonly Piece[]): Piece {
  const texts = kids.map((kid) => kid.html);
  const inner = (isUnordered ? texts.toSorted() : texts).join('');
  const outside = isUnordered ? `${html}x</${name}>` : undefined;
  return knownPiece(`${html}${inner}</${name}>`, outside);
}

function withoutValues(raw: string): string {
  return withoutWords(raw.replace(ids, ' id="#"'));
}

function withoutWords(raw: string): string {
  return raw
    .replace(free, ' $1="?"')
    .replace(days, ' datetime="2026-01-01"')
    .replace(lengths, (attribute) =>
      attribute.replace(/(=".*)/, (value) => value.replace(/\d+/g, '1')),
    );
}

// What takes part in a form, or is joined to another place of the page otherwise.
const fields = new Set(
  `area datalist fieldset form iframe input label legend map meter object optgroup option
  output progress select template`.split(/\s+/),
);
// What may name an id, and what is judged by its words.
const naming = / (?:for|form|list|usemap)="([^"]*)"/g;
const oddWords = '="tel:';

// Few pages have one, and have tags of their own.
const outlineReader = new StrictReader(({ raw, name }) => {
  const isExact =
    fields.has(name) || oddTag.test(raw) || (name !== 'meta' && raw.includes(' name='));
  const start = isExact
    ? raw.replace(free, (attribute, own: string) =>
        own.startsWith('data-') ? ` ${own}="?"` : attribute,
      )
    : withoutWords(raw);
  return { name, start, id: / id="([^"]*)"/.exec(raw)?.[1], isExact };
});

// Undefined where only the whole page can tell.
function outlineOf(html: string): string | undefined {
  if (html.includes(oddWords)) return undefined;
  const named = new Set([...html.matchAll(naming)].flatMap(([, all = '']) => all.split(/\s+/)));
  const met = new Set<string>();
  let isTwice = false;
  const root: string[] = [];
  const open: { name: string; start: string; kids: string[]; isLabel: boolean }[] = [];
  const add = (part: string): void => {
    const { kids, isLabel } = open.at(-1) ?? { kids: root, isLabel: false };
    if (isLabel) kids.push(part);
    else addFolded(kids, part);
  };
  const isRead = outlineReader.read(html, {
    open: ({ name, start, id, isExact }, _at, isEmpty) => {
      if (id !== undefined) isTwice ||= met.size === met.add(id).size;
      const isFree = id !== undefined && !isExact && !named.has(id);
      const own = isFree ? start.replace(ids, ' id="#"') : start;
      // Labels are compared by their words.
      const isLabel = name === 'label' || open.at(-1)?.isLabel === true;
      if (isEmpty) add(own);
      else open.push({ name, start: own, kids: [], isLabel });
    },
    text: (_text, raw) => {
      const { name, isLabel } = open.at(-1) ?? { name: '', isLabel: false };
      const isSaid = isLabel || (!rawTexts.has(name) && !isPlain(raw));
      add(isSaid ? raw : isSpace(raw) ? ' ' : 'x');
    },
    close: () => {
      const { name, start, kids } = open.pop() ?? { name: '', start: '', kids: [] };
      add(`${start}${kids.join('')}</${name}>`);
    },
  });
  return isRead && !isTwice ? root.join('') : undefined;
}

/** What an element must hold to be valid. */
export function leastOf(name: string): string {
  if (name === 'details') return '<summary>x</summary>';
  return name === 'fieldset' ? '<legend>x</legend>' : '';
}

// Two of the same stand for all.
function addSorted(kids: Piece[], piece: Piece): void {
  let at = kids.length;
  while (at > 0 && (kids[at - 1]?.number ?? 0) > piece.number) at -= 1;
  if (kids[at - 1] === piece && kids[at - 2] === piece) return;
  if (at === kids.length) kids.push(piece);
  else kids.splice(at, 0, piece);
}

// The first and second of a run of one piece, and of two in turn: a cell and a space, a term and its meaning.
function addFolded<Kid>(kids: Kid[], piece: Kid): void {
  const last = kids.length;
  if (piece === kids[last - 1] && piece === kids[last - 2]) return;
  kids.push(piece);
  if (
    last >= 5 &&
    piece === kids[last - 2] &&
    piece === kids[last - 4] &&
    kids[last - 1] === kids[last - 3] &&
    kids[last - 1] === kids[last - 5]
  )
    kids.length -= 2;
}
