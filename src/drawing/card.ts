/** The picture that other sites show beside a link: a label with the title, the answer, how sure, where. */
import tokens from '../../tailwind.config.ts';
import { cardSize, type CardView } from '../views/card.ts';
import { faceFor, faces, textWidth, wrap, type Face } from './face.ts';
import { markup } from './markup.ts';
import type { Shape } from './shape.ts';

const { paper, ink, muted, red } = tokens.theme.schemes.light;
const left = 76;
const right = cardSize.width - left;
const inner = right - left;
// Between the rule under the name and the one above the fact.
const top = 150;
const bottom = 486;
const gaps = { title: 14, rule: 8, line: 12 };

interface Text {
  face: Face;
  weight: number;
  size: number;
}

// A chat shows the picture a third as wide: there a line of 34 is as large as small print. The largest
// title above such a line is set; smaller lines and titles are for what no language writes.
const titleSizes = [112, 104, 96, 90, 84, 80, 76, 72, 68, 65, 62, 59, 56, 53, 50, 48, 46];
const lineSizes = [38, 36, 34];
const smallTitleSizes = [46, 42, 38, 34, 28, 20, 13];
const smallLineSizes = [31, 28, 25, 22, 19];
const factSizes = [30, 27, 24, 21];
const addressSizes = [26, 23, 20, 18];

/**
 * The picture as an SVG document of a fixed size.
 * @throws {Error} for a letter that neither face has, which the checks rule out before a build, and for
 *   words that do not fit
 */
export function cardSvg(card: CardView): string {
  const pieces: Shape[] = [
    { tag: 'rect', attributes: { width: cardSize.width, height: cardSize.height, fill: paper } },
    {
      tag: 'rect',
      attributes: {
        x: 43,
        y: 43,
        width: cardSize.width - 86,
        height: cardSize.height - 86,
        fill: 'none',
        stroke: ink,
        'stroke-width': 6,
      },
    },
    // The mark: a ruler that is an m, and a dose above it.
    {
      tag: 'g',
      attributes: { transform: 'translate(71 64) scale(1.6)' },
      children: [
        { tag: 'path', attributes: { d: 'M3 11h26v18h-5V17h-5.5v8h-5v-8H8v12H3z', fill: ink } },
        { tag: 'path', attributes: { d: 'M16.5 2h9L21 8.5z', fill: red } },
      ],
    },
    textOf(card.site, { ...set(card.site, 800), size: 44 }, 126, 109),
    atEnd(textOf(card.kind, { ...set(card.kind, 700), size: 32 }, right, 108)),
    rule(124, 18),
  ];
  const { title, line } = fitted(card);
  let y = top;
  const put = (lines: readonly string[], text: Text, leading: number): void => {
    for (const words of lines) {
      y += text.size * leading;
      pieces.push(textOf(words, text, left, y - text.size * 0.2));
    }
  };
  put(title.lines, title.text, titleLeading);
  y += gaps.title;
  pieces.push(rule(y, gaps.rule));
  y += gaps.rule + gaps.line;
  put(line.lines, line.text, lineLeading);
  if (card.fact !== undefined) {
    const { name, text } = card.fact;
    const size = largest(
      factSizes,
      (one) =>
        widthOf(name, set(name, 600), one) + 24 + widthOf(text, set(text, 800), one) <= inner,
    );
    pieces.push(
      rule(bottom, 4),
      textOf(name, { ...set(name, 600), size }, left, bottom + 38),
      atEnd(textOf(text, { ...set(text, 800), size }, right, bottom + 38)),
    );
  }
  const address = set(card.address, 500);
  const size = largest(addressSizes, (one) => widthOf(card.address, address, one) <= inner);
  pieces.push(rule(bottom + 52, 2), {
    ...textOf(card.address, { ...address, size }, left, bottom + 80, muted),
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}" font-family="'${faces.label.family}'">${pieces.map(markup).join('')}</svg>\n`;
}

const titleLeading = 1.06;
const lineLeading = 1.26;

interface Block {
  lines: string[];
  text: Text;
}

// The title as large as can be, above a line that can still be read where the picture is small. As
// many lines as a text takes at least it takes when they are balanced, and a word sticks out of both.
function fitted({ title, line }: CardView): { title: Block; line: Block } {
  const height = ({ lines, text }: Block, leading: number): number =>
    lines.length * text.size * leading;
  const room = bottom - 14 - top - gaps.title - gaps.rule - gaps.line;
  const largestOf = (
    ofTitle: readonly number[],
    ofLine: readonly number[],
  ): { title: Block; line: Block } | undefined => {
    // To break a text is slow, and most sizes are never looked at.
    const lines: Block[] = [];
    for (const titleSize of ofTitle) {
      const above = blockOf(title, 800, titleSize);
      if (widest(above) > inner) continue;
      for (const [index, lineSize] of ofLine.entries()) {
        const below = (lines[index] ??= blockOf(line, 500, lineSize));
        if (
          height(above, titleLeading) + height(below, lineLeading) <= room &&
          widest(below) <= inner
        )
          return { title: balanced(above), line: balanced(below) };
      }
    }
    return undefined;
  };
  const found =
    largestOf(titleSizes, lineSizes) ??
    largestOf([...titleSizes, ...smallTitleSizes], [...lineSizes, ...smallLineSizes]);
  if (found === undefined)
    throw new Error(`A share image has no room for "${title}" above "${line}".`);
  return found;
}

function blockOf(words: string, weight: number, size: number): Block {
  const text = { ...set(words, weight), size };
  return { lines: wrap(words, text, inner), text };
}

// As many lines, none of them much shorter than the others.
function balanced({ lines, text }: Block): Block {
  const words = lines.join(' ');
  let [narrow, wide] = [inner / 2, inner as number];
  while (wide - narrow > 8) {
    const middle = (narrow + wide) / 2;
    if (wrap(words, text, middle).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return { lines: wrap(words, text, wide), text };
}

function widest({ lines, text }: Block): number {
  return Math.max(...lines.map((line) => textWidth(line, text)));
}

// The heading's face, or that of text for letters which it lacks, such as Greek ones.
function set(text: string, weight: number): Omit<Text, 'size'> {
  const found = faceFor(text, ['label', 'text']);
  if ('missing' in found)
    throw new Error(
      `No face has the letter ${found.missing}, which a share image shows: "${text}".`,
    );
  return { face: found.face, weight: found.face === 'label' ? weight : 400 };
}

function widthOf(text: string, style: Omit<Text, 'size'>, size: number): number {
  return textWidth(text, { ...style, size });
}

// The smallest where nothing fits: it is not less than what can be read.
function largest(sizes: readonly number[], fits: (size: number) => boolean): number {
  return sizes.find(fits) ?? sizes.at(-1) ?? 0;
}

function rule(y: number, height: number): Shape {
  return { tag: 'rect', attributes: { x: left, y: round(y), width: inner, height, fill: ink } };
}

function textOf(
  text: string,
  { face, weight, size }: Text,
  x: number,
  y: number,
  fill: string = ink,
): Shape {
  return {
    tag: 'text',
    attributes: {
      x,
      y: round(y),
      'font-size': size,
      'font-weight': weight,
      fill,
      ...(face === 'label' ? {} : { 'font-family': `'${faces[face].family}'` }),
    },
    text,
  };
}

function atEnd(shape: Shape): Shape {
  return { ...shape, attributes: { ...shape.attributes, 'text-anchor': 'end' } };
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
