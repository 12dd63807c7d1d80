/** Reads a built page in one pass, without a tree: what the output checks ask about. */
import { Parser } from 'htmlparser2';

/** A link of a built page. */
export interface BuiltLink {
  href: string;
  rel: string;
  text: string;
  /** Whether the disclosure stands before it in document order. */
  disclosed: boolean;
}

/** A built page, as far as the checks look at it. */
export interface BuiltPage {
  ids: Set<string>;
  links: BuiltLink[];
  /** Texts of its h1 elements. */
  headings: string[];
  hasStyleAttribute: boolean;
  /** Whether it holds a script that runs and has no address. */
  hasInlineScript: boolean;
  /** Texts of its JSON-LD blocks. */
  structuredData: string[];
  /** Whether it only sends the browser on. */
  isRedirect: boolean;
  /** What a reader sees, white space folded. */
  text: string;
}

// Types of script elements that hold data and never run.
const dataTypes = new Set(['application/ld+json', 'application/json']);
const unseen = new Set(['script', 'style', 'head', 'template']);

/** Reads the HTML of one page. */
export function readBuiltPage(html: string): BuiltPage {
  const page: BuiltPage = {
    ids: new Set(),
    links: [],
    headings: [],
    hasStyleAttribute: false,
    hasInlineScript: false,
    structuredData: [],
    isRedirect: false,
    text: '',
  };
  let link: BuiltLink | undefined;
  let inHeading = false;
  let inData = false;
  let hidden = 0;
  let disclosed = false;
  const texts: string[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const { id, style, href } = attributes;
        if (id !== undefined) page.ids.add(id);
        if (style !== undefined) page.hasStyleAttribute = true;
        if (attributes['aria-label'] === 'Disclosure') disclosed = true;
        if (unseen.has(name)) hidden += 1;
        if (name === 'a' && href !== undefined) {
          link = { href, rel: attributes['rel'] ?? '', text: '', disclosed };
          page.links.push(link);
        } else if (name === 'h1') {
          inHeading = true;
          page.headings.push('');
        } else if (name === 'script' && attributes['src'] === undefined) {
          const type = attributes['type'] ?? '';
          if (!dataTypes.has(type)) page.hasInlineScript = true;
          if (type === 'application/ld+json') {
            inData = true;
            page.structuredData.push('');
          }
        } else if (name === 'meta' && attributes['http-equiv'] === 'refresh') {
          page.isRedirect = true;
        }
      },
      ontext(text) {
        if (inData) page.structuredData[page.structuredData.length - 1] += text;
        if (hidden > 0) return;
        texts.push(text);
        if (link !== undefined) link.text += text;
        if (inHeading) page.headings[page.headings.length - 1] += text;
      },
      onclosetag(name) {
        if (unseen.has(name)) hidden -= 1;
        if (name === 'a') link = undefined;
        if (name === 'h1') inHeading = false;
        if (name === 'script') inData = false;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  page.text = texts.join('').replace(/\s+/g, ' ').trim();
  return page;
}
