/** Reads an SVG: what in it could run or fetch, how large it is, and it without what programs wrote about it. */
import { DomUtils, parseDocument, Parser } from 'htmlparser2';

/** What in a drawing may not be there, and its offset. */
export interface Unsafe {
  what: string;
  at: number;
}

/** What there is to say of a drawing. */
export interface DrawingLook {
  unsafe: Unsafe[];
  /** Why a browser would not show it as it is meant. */
  fault?: string;
  /** As its root says it, in pixels. */
  size?: { width: number; height: number };
}

// Whatever runs, holds a page of HTML, or fetches by itself.
const refused = new Set(
  'script handler listener foreignobject iframe embed object audio video canvas animate animatemotion animatetransform set discard'.split(
    ' ',
  ),
);

/** Looks through the markup of a drawing. */
export function lookAtDrawing(text: string): DrawingLook {
  const unsafe: Unsafe[] = [];
  let size: DrawingLook['size'];
  let fault: string | undefined = 'has no <svg>';
  let depth = 0;
  let isStyle = false;
  const report = (what: string): void => {
    unsafe.push({ what, at: parser.startIndex });
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const tag = localName(name);
        if (depth === 0 && name === 'svg') {
          size = sizeOf(attributes);
          if (attributes['xmlns'] !== 'http://www.w3.org/2000/svg') fault = 'lacks its xmlns';
          else
            fault =
              size === undefined ? 'has no viewBox, so that it would be cut on a phone' : undefined;
        }
        depth += 1;
        isStyle = tag === 'style';
        if (refused.has(tag)) report(`<${name}>`);
        for (const [key, value] of Object.entries(attributes)) {
          const attribute = localName(key);
          if (attribute.startsWith('on')) report(`the attribute ${key}, which runs code`);
          else if (['href', 'src', 'base'].includes(attribute) && !/^\s*#/.test(value))
            report(`the address ${shown(value)}`);
          else if (!/^xmlns\b/.test(key)) foreignIn(value).forEach(report);
        }
      },
      ontext: (value) => {
        if (isStyle) foreignIn(value).forEach(report);
      },
      onclosetag: () => {
        depth -= 1;
        isStyle = false;
      },
      onprocessinginstruction: (name, data) => {
        // Of a document type only its own declarations can do harm.
        if (/^\?xml-/i.test(name)) report('an instruction that fetches a style');
        else if (/^!doctype/i.test(name) && /\[|<!/.test(data)) report('declarations of its own');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return {
    unsafe,
    ...(size === undefined ? {} : { size }),
    ...(fault === undefined ? {} : { fault }),
  };
}

/** A drawing without comments, metadata and what drawing programs note for themselves, and with these metadata. */
export function cleanDrawing(text: string, metadata: string): string {
  const document = parseDocument(text, { xmlMode: true });
  const clean = (nodes: typeof document.children): typeof document.children =>
    nodes.filter((node) => {
      if (node.type === 'comment' || node.type === 'directive') return false;
      if (!('attribs' in node)) return true;
      const { name } = node;
      if (localName(name) === 'metadata' || isForeign(name)) return false;
      for (const key of Object.keys(node.attribs))
        if (isForeign(key) || (key.startsWith('xmlns:') && isForeign(`${key.slice(6)}:`)))
          Reflect.deleteProperty(node.attribs, key);
      node.children = clean(node.children);
      return true;
    });
  const kept = clean(document.children);
  return DomUtils.getOuterHTML(kept, { xmlMode: true })
    .trim()
    .replace(/^(<svg\b[^>]*[^/])>/, `$1><metadata>${metadata}</metadata>`);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

// What has a prefix is another vocabulary's, but for these.
function isForeign(name: string): boolean {
  const [prefix, local] = name.split(':');
  return local !== undefined && !['xlink', 'xml', 'xmlns', 'svg'].includes(prefix ?? '');
}

// What a style or an attribute would fetch: of an address in url(), only one inside the drawing is none.
function foreignIn(value: string): string[] {
  const addresses = [...value.matchAll(/url\(\s*['"]?\s*([^'")]*)/gi)]
    .map(([, address = '']) => address.trim())
    .filter((address) => !address.startsWith('#'))
    .map((address) => `the address ${shown(address)}`);
  if (/@import/i.test(value)) addresses.push('a style that fetches another');
  // An escape spells any word so that no search finds it.
  if (/\\/.test(value)) addresses.push('a backslash, which hides what a style says');
  if (/(?:image-set|src)\(/i.test(value)) addresses.push('an address in a style');
  if (/javascript:/i.test(value)) addresses.push('an address that runs code');
  return addresses;
}

function shown(address: string): string {
  const text = address.replace(/\s+/g, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

// Without a viewBox a drawing is cut where it should shrink.
function sizeOf({ width, height, viewBox }: Record<string, string>): DrawingLook['size'] {
  const [, , boxWidth = 0, boxHeight = 0] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (!(boxWidth > 0 && boxHeight > 0)) return undefined;
  const own = [width, height].map((length) =>
    Number(/^\s*([\d.]+)(?:px)?\s*$/.exec(length ?? '')?.[1]),
  );
  const [ownWidth = 0, ownHeight = 0] = own;
  const ratio = boxHeight / boxWidth;
  const across = ownWidth > 0 ? ownWidth : ownHeight > 0 ? ownHeight / ratio : boxWidth;
  return {
    width: Math.max(1, Math.round(across)),
    height: Math.max(1, Math.round(across * ratio)),
  };
}
