/** What the output checks ask about in a built page, gathered in one pass, without a tree. */
import { Parser } from 'htmlparser2';
import { foreignFetches, foreignInStyle } from './third-parties.ts';

/** Something in a page, and its offset in the HTML. */
interface Placed {
  at: number;
}

/** A link of a built page. */
export interface BuiltLink extends Placed {
  href: string;
  rel: string;
  text: string;
  /** Whether the disclosure stands before it in document order. */
  disclosed: boolean;
}

/** A built page, as far as the checks look at it. */
export interface BuiltPage {
  ids: Set<string>;
  /** What names other elements of the page by their ids. */
  references: (Placed & { attribute: string; value: string })[];
  links: BuiltLink[];
  /** Addresses of pictures, scripts, styles and icons. */
  files: (Placed & { address: string })[];
  /** Addresses on other hosts that a browser would fetch. */
  foreign: (Placed & { address: string })[];
  headings: (Placed & { text: string })[];
  /** Style attributes, scripts without an address, and attributes that run code. */
  inlineCode: (Placed & { what: string })[];
  /** Texts of its style elements. */
  styles: (Placed & { text: string })[];
  structuredData: (Placed & { json: string })[];
  /** What its head says of it to search engines and to those who share it. */
  head: {
    title: string;
    description?: string;
    canonical?: string;
    /** Address of the picture that stands for it. */
    image?: string;
    /** Whether search engines are asked to leave it out. */
    isHidden: boolean;
  };
  /** The ways down to it that it shows. */
  trails: (Placed & { steps: { name: string; href: string }[] })[];
  /** Days and times that are marked up as such. */
  times: Set<string>;
  /** Whether it only sends the browser on. */
  isRedirect: boolean;
  /** What a reader sees, white space as it is written. */
  raw: string;
  /** What a reader sees, white space folded; made when it is asked for. */
  readonly text: string;
}

/** Whether a reader of a page sees some words, of which the white space is folded. */
export function shows(page: Pick<BuiltPage, 'raw' | 'text'>, words: string): boolean {
  return page.raw.includes(words) || page.text.includes(words);
}

// Types of script elements that hold data and never run.
const dataTypes = new Set(['application/ld+json', 'application/json']);
const unseen = new Set(['script', 'style', 'head', 'template']);
// Attributes that hold ids of other elements.
const referring = new Set(
  `aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto
  aria-labelledby aria-owns commandfor for form headers list popovertarget`.split(/\s+/),
);
// Where one of these starts or ends, a new word does.
const inline = new Set(
  'a abbr b code em i s small span strong sub sup time use svg path'.split(' '),
);

/** What a start tag says by itself: the same on all pages that have it. */
export interface TagFacts {
  name: string;
  isUnseen: boolean;
  isInline: boolean;
  /** Undefined where it says nothing more. */
  said: SaidByTag | undefined;
}

interface SaidByTag {
  attributes: Readonly<Record<string, string>>;
  foreign: string[];
  inlineCode: string[];
  references: { attribute: string; value: string }[];
  files: string[];
}

// Of others their attributes alone tell.
const telling = new Set('style script title meta nav a h1'.split(' '));

/** What a start tag says. */
export function factsOf(name: string, attributes: Readonly<Record<string, string>>): TagFacts {
  const entries = Object.entries(attributes);
  const { srcdoc, style, src, href } = attributes;
  const inlineCode: string[] = [];
  const references: SaidByTag['references'] = [];
  if (srcdoc !== undefined) inlineCode.push('a page inside the page');
  if (style !== undefined) inlineCode.push('a style attribute');
  for (const [attribute, value] of entries) {
    if (attribute.startsWith('on')) inlineCode.push('an attribute that runs code');
    else if (referring.has(attribute)) references.push({ attribute, value });
  }
  if (name === 'script' && src === undefined && !dataTypes.has(attributes['type'] ?? ''))
    inlineCode.push('an inline script');
  const files = name === 'link' ? [src, href] : [src];
  return {
    name,
    isUnseen: unseen.has(name),
    isInline: inline.has(name),
    said:
      entries.length === 0 && !telling.has(name)
        ? undefined
        : {
            attributes,
            foreign: foreignFetches(name, attributes),
            inlineCode,
            references,
            files: files.filter((address) => address !== undefined),
          },
  };
}

/** Gathers what a page has, from its tags and texts in their order. */
export class PageGatherer {
  readonly #page: Omit<BuiltPage, 'raw' | 'text'> = {
    ids: new Set(),
    references: [],
    links: [],
    files: [],
    foreign: [],
    headings: [],
    inlineCode: [],
    styles: [],
    structuredData: [],
    head: { title: '', isHidden: false },
    trails: [],
    times: new Set(),
    isRedirect: false,
  };
  #link: BuiltLink | undefined;
  #heading: BuiltPage['headings'][number] | undefined;
  #data: BuiltPage['structuredData'][number] | undefined;
  #trail: BuiltPage['trails'][number] | undefined;
  #styles: BuiltPage['styles'][number] | undefined;
  #isTitle = false;
  #hidden = 0;
  #disclosed = false;
  readonly #texts: string[] = [];

  open({ name, isUnseen, isInline, said }: TagFacts, at: number): void {
    if (said !== undefined) this.#hear(name, said, at);
    if (isUnseen) this.#hidden += 1;
    if (!isInline) this.#parting();
  }

  #hear(
    name: string,
    { attributes, foreign, inlineCode, references, files }: SaidByTag,
    at: number,
  ): void {
    const page = this.#page;
    const { id, datetime, href } = attributes;
    if (id !== undefined) page.ids.add(id);
    if (datetime !== undefined) page.times.add(datetime);
    for (const address of foreign) page.foreign.push({ at, address });
    for (const what of inlineCode) page.inlineCode.push({ at, what });
    for (const { attribute, value } of references) page.references.push({ at, attribute, value });
    for (const address of files) page.files.push({ at, address });
    if (attributes['aria-label'] === 'Disclosure') this.#disclosed = true;
    switch (name) {
      case 'a':
        if (href === undefined) break;
        this.#link = {
          at,
          href,
          rel: attributes['rel'] ?? '',
          text: '',
          disclosed: this.#disclosed,
        };
        page.links.push(this.#link);
        break;
      case 'h1':
        this.#heading = { at, text: '' };
        page.headings.push(this.#heading);
        break;
      case 'style':
        this.#styles = { at, text: '' };
        page.styles.push(this.#styles);
        break;
      case 'script':
        if (attributes['src'] !== undefined || attributes['type'] !== 'application/ld+json') break;
        this.#data = { at, json: '' };
        page.structuredData.push(this.#data);
        break;
      case 'title':
        if (this.#hidden > 0) this.#isTitle = true;
        break;
      case 'nav':
        if (attributes['aria-label'] !== 'Breadcrumb') break;
        this.#trail = { at, steps: [] };
        page.trails.push(this.#trail);
        break;
      case 'link':
      case 'meta':
        readHead(name, attributes, page.head);
        if (name === 'meta' && attributes['http-equiv'] === 'refresh') page.isRedirect = true;
    }
  }

  text(text: string, at: number): void {
    if (this.#styles !== undefined) {
      this.#styles.text += text;
      for (const address of foreignInStyle(text)) this.#page.foreign.push({ at, address });
    }
    if (this.#data !== undefined) this.#data.json += text;
    if (this.#isTitle) this.#page.head.title += text;
    if (this.#hidden > 0) return;
    this.#texts.push(text);
    if (this.#link !== undefined) this.#link.text += text;
    if (this.#heading !== undefined) this.#heading.text += text;
  }

  close({ name, isUnseen, isInline }: Pick<TagFacts, 'name' | 'isUnseen' | 'isInline'>): void {
    this.#styles = undefined;
    if (isUnseen) this.#hidden -= 1;
    if (!isInline) this.#parting();
    switch (name) {
      case 'title':
        this.#isTitle = false;
        break;
      case 'nav':
        this.#trail = undefined;
        break;
      case 'a':
        if (this.#link !== undefined)
          this.#trail?.steps.push({ name: foldSpace(this.#link.text), href: this.#link.href });
        this.#link = undefined;
        break;
      case 'h1':
        this.#heading = undefined;
        break;
      case 'script':
        this.#data = undefined;
    }
  }

  #parting(): void {
    if (this.#texts.at(-1)?.endsWith(' ') !== true) this.#texts.push(' ');
  }

  page(): BuiltPage {
    const raw = this.#texts.join('');
    let text: string | undefined;
    return {
      ...this.#page,
      raw,
      get text() {
        return (text ??= foldSpace(raw));
      },
    };
  }
}

/** Reads the HTML of one page, however it is written. */
export function readBuiltPage(html: string): BuiltPage {
  const gatherer = new PageGatherer();
  const parser = new Parser({
    onopentag: (name, attributes) => gatherer.open(factsOf(name, attributes), parser.startIndex),
    ontext: (text) => gatherer.text(text, parser.startIndex),
    onclosetag: (name) =>
      gatherer.close({ name, isUnseen: unseen.has(name), isInline: inline.has(name) }),
  });
  parser.write(html);
  parser.end();
  return gatherer.page();
}

function readHead(
  element: string,
  { name, property, content = '', rel, href }: Record<string, string | undefined>,
  head: BuiltPage['head'],
): void {
  if (element === 'link' && rel === 'canonical' && href !== undefined) head.canonical = href;
  if (element !== 'meta') return;
  if (name === 'description') head.description = content;
  if (name === 'robots' && content.includes('noindex')) head.isHidden = true;
  if (property === 'og:image') head.image = content;
}

/** A text with every run of white space as one space, as readers see it. */
export function foldSpace(text: string): string {
  // Most white space is one space, and stays.
  return text
    .replace(/[^\S ]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
