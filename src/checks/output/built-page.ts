/** Reads a built page in one pass, without a tree: what the output checks ask about. */
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
  /** What a reader sees, white space folded. */
  text: string;
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

/** Reads the HTML of one page. */
export function readBuiltPage(html: string): BuiltPage {
  const page: BuiltPage = {
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
    text: '',
  };
  let link: BuiltLink | undefined;
  let heading: { text: string } | undefined;
  let data: { json: string } | undefined;
  let trail: BuiltPage['trails'][number] | undefined;
  let isTitle = false;
  let hidden = 0;
  let styles: { text: string } | undefined;
  let disclosed = false;
  const texts: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const at = parser.startIndex;
      const { id, style, href, src, datetime } = attributes;
      if (id !== undefined) page.ids.add(id);
      for (const address of foreignFetches(name, attributes)) page.foreign.push({ at, address });
      if (name === 'style') {
        styles = { text: '' };
        page.styles.push(Object.assign(styles, { at }));
      }
      if (attributes['srcdoc'] !== undefined)
        page.inlineCode.push({ at, what: 'a page inside the page' });
      if (style !== undefined) page.inlineCode.push({ at, what: 'a style attribute' });
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute.startsWith('on'))
          page.inlineCode.push({ at, what: 'an attribute that runs code' });
        else if (referring.has(attribute)) page.references.push({ at, attribute, value });
      }
      if (attributes['aria-label'] === 'Disclosure') disclosed = true;
      if (datetime !== undefined) page.times.add(datetime);
      if (src !== undefined) page.files.push({ at, address: src });
      if (name === 'link' && href !== undefined) page.files.push({ at, address: href });
      if (name === 'title' && hidden > 0) isTitle = true;
      readHead(name, attributes, page.head);
      if (name === 'nav' && attributes['aria-label'] === 'Breadcrumb') {
        trail = { at, steps: [] };
        page.trails.push(trail);
      }
      if (unseen.has(name)) hidden += 1;
      if (!inline.has(name)) texts.push(' ');
      if (name === 'a' && href !== undefined) {
        link = { at, href, rel: attributes['rel'] ?? '', text: '', disclosed };
        page.links.push(link);
      } else if (name === 'h1') {
        heading = { text: '' };
        page.headings.push(Object.assign(heading, { at }));
      } else if (name === 'script' && src === undefined) {
        const type = attributes['type'] ?? '';
        if (!dataTypes.has(type)) page.inlineCode.push({ at, what: 'an inline script' });
        if (type === 'application/ld+json') {
          data = { json: '' };
          page.structuredData.push(Object.assign(data, { at }));
        }
      } else if (name === 'meta' && attributes['http-equiv'] === 'refresh') {
        page.isRedirect = true;
      }
    },
    ontext(text) {
      if (styles !== undefined) {
        styles.text += text;
        for (const address of foreignInStyle(text))
          page.foreign.push({ at: parser.startIndex, address });
      }
      if (data !== undefined) data.json += text;
      if (isTitle) page.head.title += text;
      if (hidden > 0) return;
      texts.push(text);
      if (link !== undefined) link.text += text;
      if (heading !== undefined) heading.text += text;
    },
    onclosetag(name) {
      styles = undefined;
      if (unseen.has(name)) hidden -= 1;
      if (!inline.has(name)) texts.push(' ');
      if (name === 'title') isTitle = false;
      if (name === 'nav') trail = undefined;
      if (name === 'a' && link !== undefined)
        trail?.steps.push({ name: foldSpace(link.text), href: link.href });
      if (name === 'a') link = undefined;
      if (name === 'h1') heading = undefined;
      if (name === 'script') data = undefined;
    },
  });
  parser.write(html);
  parser.end();
  page.text = foldSpace(texts.join(''));
  return page;
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
  return text.replace(/\s+/g, ' ').trim();
}
