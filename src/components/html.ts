/**
 * HTML that a component writes as one text. Astro keeps an object for each hole of a template, and for
 * each component, which is dear where a page has hundreds of them: marks, notes, sources.
 */

/** HTML that is finished: it is set with `set:html`, by its text. */
export class Html {
  readonly text: string;

  /** @param text what was compiled; nothing else may be taken for HTML */
  constructor(text: string) {
    this.text = text;
  }
}

/** What HTML is made of: texts, which are escaped, HTML, either of them one after the other, and nothing. */
type Piece = string | number | Html | readonly Piece[] | false | undefined;

/**
 * HTML with pieces in it, between tags or, for texts, inside double quotation marks.
 *
 *     written`<a href="${href}">${name}</a>`
 */
export function written(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const isInTag = placesOf(parts);
  let text = parts[0] ?? '';
  for (let index = 0; index < pieces.length; index += 1) {
    const signs = isInTag[index] === true ? inTags : betweenTags;
    text += joined(pieces[index], signs) + (parts[index + 1] ?? '');
  }
  return new Html(text);
}

/** The text of HTML, for `set:html`. */
export function textOf(pieces: Html | readonly Html[]): string {
  return joined(pieces, betweenTags);
}

function joined(piece: Piece, signs: RegExp): string {
  if (typeof piece === 'string') return piece.replace(signs, (sign) => references[sign] ?? sign);
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'number') return String(piece);
  let text = '';
  for (const one of piece) text += joined(one, signs);
  return text;
}

// As Astro's templates have it: how a component writes is not to be seen in what it wrote.
const betweenTags = /[&<>"']/g;
const inTags = /[&"]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const places = new WeakMap<TemplateStringsArray, boolean[]>();

// Of each piece of a template, whether it stands inside of a tag.
function placesOf(parts: TemplateStringsArray): boolean[] {
  let known = places.get(parts);
  if (known === undefined) {
    let isInTag = false;
    known = parts.map(
      (part) => (isInTag = lastSign.exec(part)?.[0] === '<' || (isInTag && !part.includes('>'))),
    );
    places.set(parts, known);
  }
  return known;
}

// Of those that begin and end a tag.
const lastSign = /[<>](?=[^<>]*$)/;
