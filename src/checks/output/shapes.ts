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
 * - What two places of a page decide together is looked at on the page (`isOdd`): the same id twice, two
 *   main elements, forms and labels, space at the end of a line.
 *
 * Whatever is written otherwise than this reader knows (a tag that is not closed, a quotation mark that
 * is missing, a letter that should have been escaped) makes the page odd, and an odd page is validated
 * as a whole. So is a page with a shape that is not valid: it says at which place.
 */

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
  /** Where the outermost element stands. */
  top: Spot;
}

/** What stands in the same elements. */
interface Spot {
  above: readonly string[];
  /** What stands in an element of it, by the element's start tag. */
  below: Map<string, Spot>;
  /** Places in the list of all, by HTML. */
  shapes: Map<string, number>;
}

/** No shapes yet. */
export function noShapes(): Shapes {
  return { list: [], top: spotUnder([]) };
}

function spotUnder(above: readonly string[]): Spot {
  return { above, below: new Map(), shapes: new Map() };
}

function spotIn(spot: Spot, start: string): Spot {
  let below = spot.below.get(start);
  if (below === undefined) {
    const own = unshare(start);
    spot.below.set(own, (below = spotUnder([...spot.above, own])));
  }
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
const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const rawTexts = new Set(['script', 'style', 'title', 'textarea']);
// What makes two places of a page depend on each other in a way that is not looked at here.
const joined = new Set(['form', 'map', 'select', 'textarea', 'object', 'template', 'iframe']);

const tag =
  /<(?:(\/)([a-zA-Z][\w-]*)>|([a-zA-Z][\w-]*)((?: [a-zA-Z][\w:-]*(?:="[^"]*")?)*)(\/?)>)/y;
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

interface Open {
  name: string;
  start: string;
  kids: Piece[];
  /** Where it stands. */
  spot: Spot;
}

interface Piece {
  name: string;
  start: string;
  /** All of it; of a container the least that it must hold. */
  html: string;
}

/**
 * The shapes of a page.
 * @param all gathers every shape, those of other pages too
 */
export function shapesOf(html: string, all: Shapes): PageShapes {
  const shapes = new Set<number>();
  const odd: PageShapes = { isOdd: true, shapes: new Uint32Array() };
  if (!html.startsWith('<!DOCTYPE html>') || /[ \t]\r?$/m.test(html) || html.includes('<!--'))
    return odd;
  const seenIds = new Set<string>();
  const root: Open = { name: '', start: '', kids: [], spot: all.top };
  const open: Open[] = [root];
  let mains = 0;
  let at = '<!DOCTYPE html>'.length;
  const add = (spot: Spot, piece: string): void => {
    let place = spot.shapes.get(piece);
    if (place === undefined) {
      const own = unshare(piece);
      place = all.list.push({ above: spot.above, html: own }) - 1;
      spot.shapes.set(own, place);
    }
    shapes.add(place);
  };
  const close = (element: Open): void => {
    const { name, start, spot } = element;
    const parent = open.at(-1) ?? root;
    if (containers.has(name)) {
      add(spot, containerHtml(element));
      parent.kids.push({ name, start, html: `${start}${leastOf(name)}</${name}>` });
      return;
    }
    const whole = `${start}${inside(element)}</${name}>`;
    parent.kids.push({ name, start, html: whole });
    if (containers.has(parent.name)) add(spot, whole);
  };
  while (at < html.length) {
    const element = open.at(-1) ?? root;
    const next = html.indexOf('<', at);
    if (next !== at) {
      const text = html.slice(at, next === -1 ? html.length : next);
      element.kids.push(textPiece(text));
      if (next === -1) break;
      at = next;
    }
    tag.lastIndex = at;
    const match = tag.exec(html);
    if (match === null) return odd;
    const [raw, slash, closing, name = '', attributes = '', selfClosing] = match;
    at = tag.lastIndex;
    if (slash !== undefined) {
      if (open.length === 1 || element.name !== closing) return odd;
      open.pop();
      close(element);
      continue;
    }
    const { start, id } = attributes === '' ? { start: raw } : bare(raw);
    if (joined.has(name) || start === undefined) return odd;
    if (name === 'main' && ++mains > 1) return odd;
    if (name === 'input' && !open.some((one) => one.name === 'label')) return odd;
    if (id !== undefined) {
      if (seenIds.has(id)) return odd;
      seenIds.add(id);
    }
    if (voids.has(name) || selfClosing === '/') {
      element.kids.push({ name, start, html: start });
      if (containers.has(element.name)) add(spotIn(element.spot, element.start), start);
      continue;
    }
    const spot = element === root ? root.spot : spotIn(element.spot, element.start);
    open.push({ name, start, kids: [], spot });
    if (rawTexts.has(name)) {
      const end = html.indexOf(`</${name}>`, at);
      if (end === -1) return odd;
      const text = html.slice(at, end);
      if (text !== '')
        open
          .at(-1)
          ?.kids.push(
            name === 'title'
              ? textPiece(text)
              : { ...someText, html: text.trim() === '' ? ' ' : 'x' },
          );
      at = end;
    }
  }
  return open.length === 1 ? { isOdd: false, shapes: Uint32Array.from(shapes) } : odd;
}

// A piece of a text holds on to the whole of it: ten thousand pages would stay in the memory.
function unshare(text: string): string {
  return Buffer.from(text).toString();
}

const someText: Piece = { name: '', start: '', html: 'x' };

function textPiece(text: string): Piece {
  if (text.trim() === '') return { ...someText, html: ' ' };
  // What is written oddly stays as it is, and makes a shape of its own.
  return plainText.test(text) ? someText : { ...someText, html: text };
}

interface BareTag {
  /** The tag as far as it counts; undefined where only the whole page can tell. */
  start?: string;
  id?: string | undefined;
}

// Most tags of a page stand on others, too.
const bareTags = new Map<string, BareTag>();
const mostBareTags = 100_000;

function bare(raw: string): BareTag {
  const known = bareTags.get(raw);
  if (known !== undefined) return known;
  const made: BareTag = oddTag.test(raw)
    ? {}
    : { start: unshare(withoutValues(raw)), id: / id="([^"]*)"/.exec(unshare(raw))?.[1] };
  if (bareTags.size < mostBareTags) bareTags.set(unshare(raw), made);
  return made;
}

function withoutValues(raw: string): string {
  return raw
    .replace(ids, ' id="#"')
    .replace(free, ' $1="?"')
    .replace(days, ' datetime="2026-01-01"')
    .replace(lengths, (attribute) =>
      attribute.replace(/(=".*)/, (value) => value.replace(/\d+/g, '1')),
    );
}

function inside({ name, kids }: Open): string {
  const pieces = kids.map(({ html }) => html);
  return unordered.has(name) ? twoOfEach(pieces.toSorted()) : folded(pieces);
}

// A container with its children as they are outside: the first and second of each run, and nothing in them.
function containerHtml({ name, start, kids }: Open): string {
  const pieces = kids.map((kid) => {
    return unordered.has(kid.name) ? `${kid.start}x</${kid.name}>` : kid.html;
  });
  return `${start}${folded(pieces)}</${name}>`;
}

/** What an element must hold to be valid. */
export function leastOf(name: string): string {
  if (name === 'details') return '<summary>x</summary>';
  return name === 'fieldset' ? '<legend>x</legend>' : '';
}

function twoOfEach(sorted: readonly string[]): string {
  return sorted.filter((piece, index) => piece !== sorted[index - 2]).join('');
}

// Runs of one piece, and of two in turn: a cell and a space, a term and its meaning.
function folded(pieces: readonly string[]): string {
  const kept: string[] = [];
  for (const piece of pieces) {
    const last = kept.length;
    if (piece === kept[last - 1] && piece === kept[last - 2]) continue;
    kept.push(piece);
    const [a, b, c, d, e, f] = kept.slice(-6);
    if (kept.length >= 6 && a === c && c === e && b === d && d === f) kept.length -= 2;
  }
  return kept.join('');
}
