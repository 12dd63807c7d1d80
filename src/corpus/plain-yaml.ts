/**
 * Reads YAML as nearly every file here is written: a line a value, without comments, anchors, escapes
 * or texts of several lines. It takes a small part of the library's time, which reads whatever is
 * written otherwise; what is read here the library reads in the same way, and places it there too.
 */

/** Where a value starts, its quotation mark or bracket included, and what is in it. */
export interface Place {
  at: number;
  /** Fields of a group, each with the place of its key. */
  fields?: ReadonlyMap<string, { at: number; value: Place }>;
  /** Rows of a list. */
  rows?: readonly Place[];
}

/** What a text holds, and where. */
export interface PlainData {
  data: unknown;
  place: Place;
}

/** Reads a text of YAML; undefined where it is not plain, be it right or wrong. */
export function readPlain(text: string): PlainData | undefined {
  if (odd.test(text)) return undefined;
  try {
    return new Reader(text).read();
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** Numbers as readers know them; -0 is none, since no text of JSON can keep it. */
export const integer = /^(?:0|-?[1-9]\d*)$/;
/** The same, with decimals. */
export const decimal = /^(?!-0\.0*$)-?(?:0|[1-9]\d*)\.\d+$/;

// Tabs, carriage returns, spaces that are no plain ones, and letters that are rare.
const odd =
  /[^\n\x20-\x7E\u00A1-\u1679\u1681-\u1FFF\u2010-\u2027\u2030-\u205E\u2070-\u2FFF\u3001-\uD7FF]/;
const notPlain = new Error('not plain');

const key = /[A-Za-z_][\w-]{0,99}(?=:(?: |$))/my;
// What YAML may take for a value, and the engine for more than a field.
const reserved = /^(?:null|true|false|__proto__)$/i;
const textStart = /[^-?:,[\]{}#&*!|>'"%@`~\s]|-\d/y;
const textEnds = /: |:$| #/;
const inDouble = /"(?:[^"\\\n]|\\["\\])*"/y;
const inSingle = /'[^'\n]*'/y;
const textInBrackets = /(?:[^-?:,[\]{}#&*!|>'"%@`~\s]|-\d)[^:,[\]{}#\n]*(?<! )/y;
const nothing = /^(?:[Nn]ull|NULL)$/;
const yes = /^(?:[Tt]rue|TRUE)$/;
const no = /^(?:[Ff]alse|FALSE)$/;
// Longer ones are rounded, each engine and library in its way.
const mostDigits = 15;
const deepest = 20;
const space = 0x20;

class Reader {
  readonly #text: string;
  /** Where the line at hand starts, where it ends but for spaces, and what of it is read. */
  #start = 0;
  #end = 0;
  #at = 0;
  #nextLine = 0;
  #isOver = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): PlainData {
    this.#advance();
    if (this.#isOver || this.#column() > 0) throw notPlain;
    const read = this.#block();
    if (!this.#isOver) throw notPlain;
    return read;
  }

  // To the next line that holds something.
  #advance(): void {
    const text = this.#text;
    for (;;) {
      if (this.#nextLine >= text.length) {
        this.#isOver = true;
        return;
      }
      const newline = text.indexOf('\n', this.#nextLine);
      this.#start = this.#nextLine;
      this.#end = newline === -1 ? text.length : newline;
      this.#nextLine = this.#end + 1;
      this.#at = this.#start;
      this.#skipSpaces();
      if (this.#at >= this.#end) continue;
      while (text.charCodeAt(this.#end - 1) === space) this.#end -= 1;
      return;
    }
  }

  #skipSpaces(): void {
    while (this.#text.charCodeAt(this.#at) === space) this.#at += 1;
  }

  #column(): number {
    return this.#at - this.#start;
  }

  // Whether the block goes on that stands in a column; what is indented more goes on in another way.
  #goesOn(column: number): boolean {
    if (this.#isOver || this.#column() < column) return false;
    if (this.#column() > column) throw notPlain;
    return true;
  }

  #isRow(): boolean {
    return this.#text.startsWith('- ', this.#at);
  }

  // What is written in one of the ways of a pattern, here.
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [written] = pattern.exec(this.#text) ?? [];
    if (written === undefined) throw notPlain;
    return written;
  }

  #hasKey(): boolean {
    key.lastIndex = this.#at;
    return key.test(this.#text);
  }

  #block(): PlainData {
    return this.#isRow() ? this.#list() : this.#group();
  }

  #list(): PlainData {
    const column = this.#column();
    const rows: Place[] = [];
    const data: unknown[] = [];
    const place = { at: this.#at, rows };
    do {
      this.#at += 1;
      this.#skipSpaces();
      const row = this.#hasKey() ? this.#group() : this.#value();
      data.push(row.data);
      rows.push(row.place);
    } while (this.#goesOn(column) && this.#isRow());
    return { data, place };
  }

  #group(): PlainData {
    const column = this.#column();
    const group = new Group(this.#at);
    do {
      const at = this.#at;
      const name = this.#match(key);
      this.#at += name.length + 1;
      this.#skipSpaces();
      group.add(name, at, this.#at < this.#end ? this.#value() : this.#below(column));
    } while (this.#goesOn(column));
    return group;
  }

  // What stands under its key: a list may stand in the same column.
  #below(column: number): PlainData {
    this.#advance();
    if (this.#isOver) throw notPlain;
    if (this.#column() > column || (this.#column() === column && this.#isRow()))
      return this.#block();
    throw notPlain;
  }

  // The rest of the line at hand.
  #value(): PlainData {
    const at = this.#at;
    const first = this.#text.charAt(at);
    let read: PlainData;
    if (first === '"' || first === "'" || first === '[' || first === '{') {
      read = this.#closed(first, 0);
      if (this.#at !== this.#end) throw notPlain;
    } else {
      textStart.lastIndex = at;
      const text = this.#text.slice(at, this.#end);
      if (!textStart.test(this.#text) || textEnds.test(text)) throw notPlain;
      read = { data: valueOf(text), place: { at } };
    }
    this.#advance();
    return read;
  }

  // What has marks or brackets around it.
  #closed(first: string, depth: number): PlainData {
    if (depth > deepest) throw notPlain;
    if (first === '[') return this.#listInBrackets(depth);
    if (first === '{') return this.#groupInBraces(depth);
    const at = this.#at;
    const written = this.#match(first === '"' ? inDouble : inSingle);
    this.#at += written.length;
    const text = written.slice(1, -1);
    const data = text.includes('\\') && first === '"' ? text.replace(/\\(.)/g, '$1') : text;
    return { data, place: { at } };
  }

  #inBrackets(depth: number): PlainData {
    const at = this.#at;
    const first = this.#text.charAt(at);
    if (first === '"' || first === "'" || first === '[' || first === '{')
      return this.#closed(first, depth);
    const text = this.#match(textInBrackets);
    this.#at += text.length;
    return { data: valueOf(text), place: { at } };
  }

  #listInBrackets(depth: number): PlainData {
    const rows: Place[] = [];
    const data: unknown[] = [];
    const place = { at: this.#at, rows };
    this.#each(']', () => {
      const row = this.#inBrackets(depth + 1);
      data.push(row.data);
      rows.push(row.place);
    });
    return { data, place };
  }

  #groupInBraces(depth: number): PlainData {
    const group = new Group(this.#at);
    this.#each('}', () => {
      const at = this.#at;
      const name = this.#match(key);
      this.#at += name.length + 1;
      this.#skipSpaces();
      group.add(name, at, this.#inBrackets(depth + 1));
    });
    return group;
  }

  // From an opening bracket to behind the one that closes it.
  #each(close: string, read: () => void): void {
    this.#at += 1;
    this.#skipSpaces();
    if (this.#text.charAt(this.#at) === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      read();
      this.#skipSpaces();
      const sign = this.#text.charAt(this.#at);
      if (sign !== ',' && sign !== close) throw notPlain;
      this.#at += 1;
      if (sign === close) return;
      this.#skipSpaces();
    }
  }
}

class Group implements PlainData {
  readonly data: Record<string, unknown> = {};
  readonly place: { at: number; fields: Map<string, { at: number; value: Place }> };

  constructor(at: number) {
    this.place = { at, fields: new Map() };
  }

  add(name: string, at: number, { data, place }: PlainData): void {
    const { fields } = this.place;
    if (reserved.test(name) || fields.has(name)) throw notPlain;
    this.data[name] = data;
    fields.set(name, { at, value: place });
  }
}

function valueOf(text: string): unknown {
  if (integer.test(text) || decimal.test(text)) {
    if (text.length > mostDigits) throw notPlain;
    return Number(text);
  }
  if (nothing.test(text)) return null;
  return yes.test(text) ? true : no.test(text) ? false : text;
}
