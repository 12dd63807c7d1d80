/**
 * Reads HTML that is written strictly, as all pages of this site are: each start tag is looked at once
 * for all pages that have it, and no letter of a text is.
 *
 * What it tells of a page is what htmlparser2 tells. Where that may not be so, it says that it cannot
 * read the page: at a tag that is not closed, or closes another; at an attribute without quotation
 * marks; at a comment; at a character reference that is rare; at an element that HTML reads in a way of
 * its own.
 */

/** What is told of a page, in the order in which it stands there. */
export interface StrictVisitor<Known> {
  /** A start tag, and its offset. Of an element that holds nothing by its kind, no end is told. */
  open: (tag: Known, at: number, isEmpty: boolean) => void;
  /**
   * A text.
   * @param text as readers see it
   * @param raw as it is written
   */
  text: (text: string, raw: string, at: number) => void;
  close: (tag: Known) => void;
}

/** A start tag. */
export interface StrictTag {
  raw: string;
  /** Name of the element, as it is written and in small letters. */
  written: string;
  name: string;
  attributes: Record<string, string>;
}

interface Tag<Known> {
  known: Known;
  raw: string;
  name: string;
  end: string;
  isEmpty: boolean;
  isRaw: boolean;
  /** Whether only foreign elements (a drawing's) are written like this. */
  isForeign: boolean;
  /** Whether its children are foreign; undefined where they are as it is itself. */
  holdsForeign: boolean | undefined;
  /** Open elements that it would close by itself. */
  closes: ReadonlySet<string> | undefined;
}

const slash = '/'.charCodeAt(0);
const words = (text: string): Set<string> => new Set(text.split(/\s+/));

const doctype = '<!DOCTYPE html>';
const voids = words('area base br col embed hr img input link meta source track wbr');
const rawTexts = words('script style title');
const unread = words('basefont command frame isindex keygen param plaintext textarea xmp');
const foreign = words('svg math');
const integrating = words('mi mo mn ms mtext annotation-xml foreignobject desc title');

const forms = words('input option optgroup select button datalist textarea');
const paragraph = words('p');
const terms = words('dd dt');
const ruby = words('rt rp');
// As htmlparser2 closes them.
const closed: Readonly<Record<string, ReadonlySet<string>>> = {
  ...Object.fromEntries(
    `p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure
    footer form header hr main nav ol pre section table ul`
      .split(/\s+/)
      .map((name) => [name, paragraph]),
  ),
  ...Object.fromEntries(
    'select input output button datalist textarea'.split(' ').map((name) => [name, forms]),
  ),
  tr: words('tr th td'),
  th: words('th'),
  td: words('thead th td'),
  body: words('head link script'),
  li: words('li'),
  option: words('option'),
  optgroup: words('optgroup option'),
  dd: terms,
  dt: terms,
  rt: ruby,
  rp: ruby,
  tbody: words('thead tbody'),
  tfoot: words('thead tbody'),
};

const tagPattern = /<([a-zA-Z][\w-]*)(?: [a-zA-Z][\w:-]*(?:="[^"]*")?)*\/?>/y;
const attributePattern = / ([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g;

/** Tags that are remembered at most: those that many pages have are soon there again. */
const mostTags = 20_000;

/** A reader that knows the tags that it met. */
export class StrictReader<Known> {
  readonly #know: (tag: StrictTag) => Known;
  readonly #tags = new Map<string, Tag<Known>>();

  /** @param know gives what visitors are told of a tag; asked once for pages that have the same */
  constructor(know: (tag: StrictTag) => Known) {
    this.#know = know;
  }

  /** Reads a page. @returns whether it could, to the end; what was told before counts for nothing otherwise */
  read(html: string, visitor: StrictVisitor<Known>): boolean {
    if (!html.startsWith(doctype)) return false;
    const open: Tag<Known>[] = [];
    const isForeign: boolean[] = [false];
    let at = doctype.length;
    let coded = html.indexOf('&', at);
    const tell = (end: number, isDecoded: boolean): boolean => {
      const raw = html.slice(at, end);
      if (coded !== -1 && coded < at) coded = html.indexOf('&', at);
      const text = isDecoded && coded !== -1 && coded < end ? decoded(raw) : raw;
      if (text === undefined) return false;
      visitor.text(text, raw, at);
      at = end;
      return true;
    };
    for (;;) {
      const next = html.indexOf('<', at);
      const end = next === -1 ? html.length : next;
      if (end > at && !tell(end, true)) return false;
      if (next === -1) return open.length === 0;
      const parent = open.at(-1);
      if (html.charCodeAt(at + 1) === slash) {
        if (parent === undefined || !html.startsWith(parent.end, at)) return false;
        at += parent.end.length;
        open.pop();
        isForeign.pop();
        visitor.close(parent.known);
        continue;
      }
      const tag = this.#tagAt(html, at);
      const isHere = isForeign.at(-1) ?? false;
      if (tag === undefined || (tag.isForeign && !isHere)) return false;
      if (parent !== undefined && tag.closes?.has(parent.name) === true) return false;
      visitor.open(tag.known, at, tag.isEmpty);
      at += tag.raw.length;
      if (tag.isEmpty) continue;
      open.push(tag);
      isForeign.push(tag.holdsForeign ?? isHere);
      if (!tag.isRaw) continue;
      const close = html.indexOf('</', at);
      if (close === -1 || (close > at && !tell(close, tag.name === 'title'))) return false;
    }
  }

  #tagAt(html: string, at: number): Tag<Known> | undefined {
    const found = this.#tags.get(html.slice(at, html.indexOf('>', at) + 1));
    if (found !== undefined) return found;
    tagPattern.lastIndex = at;
    const match = tagPattern.exec(html);
    if (match === null) return undefined;
    // A piece of a page holds on to the whole of it: ten thousand pages would stay in the memory.
    const raw = Buffer.from(match[0]).toString();
    const written = raw.slice(1, 1 + (match[1] ?? '').length);
    const isClosing = raw.endsWith('/>');
    const rest = raw.slice(1 + written.length, isClosing ? -2 : -1);
    const name = written.toLowerCase();
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of rest.matchAll(attributePattern)) {
      const text = value.includes('&') ? decoded(value) : value;
      if (text === undefined) return undefined;
      const own = key.toLowerCase();
      if (!Object.hasOwn(attributes, own)) attributes[own] = text;
    }
    const isVoid = voids.has(name);
    const isClosed = isClosing && !isVoid;
    const changesKind = foreign.has(name) || integrating.has(name);
    if (unread.has(name) || (isClosed && (changesKind || rawTexts.has(name)))) return undefined;
    if (isVoid && written !== name) return undefined;
    const tag: Tag<Known> = {
      known: this.#know({ raw, written, name, attributes }),
      name,
      raw,
      end: `</${written}>`,
      isEmpty: isVoid || isClosed,
      isRaw: rawTexts.has(name),
      isForeign: isClosed || written !== name,
      holdsForeign: changesKind ? foreign.has(name) : undefined,
      closes: Object.hasOwn(closed, name) ? closed[name] : undefined,
    };
    if (this.#tags.size >= mostTags) this.#tags.clear();
    this.#tags.set(raw, tag);
    return tag;
  }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00A0',
};
const references = /&(?:(amp|lt|gt|quot|nbsp)|#(\d{1,7})|#x([\da-fA-F]{1,6}));|&/g;

// Undefined where a reference is written otherwise, or means another letter than it says.
function decoded(raw: string): string | undefined {
  let isRead = true;
  const text = raw.replace(references, (_all, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named[name] ?? '';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isPlain =
      (code >= 0x20 && code < 0x7f) ||
      (code >= 0xa0 && code < 0xd800) ||
      (code > 0xdfff && code <= 0x10ffff);
    if (isPlain) return String.fromCodePoint(code);
    isRead = false;
    return '';
  });
  return isRead ? text : undefined;
}
