/**
 * Measures text in the site's own faces, for drawings whose lines nobody breaks later. The faces and
 * the library that reads them are loaded when somebody asks, and then stay.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Font } from 'fontkit';

/** The faces: of headings, labels and figures, and of running text. */
export type Face = 'label' | 'text';

/** How a text is set. */
export interface Style {
  face: Face;
  /** As in CSS; what the face has no weight for is set in the nearest one. */
  weight: number;
  /** Size of the type, in the unit that widths are wanted in. */
  size: number;
}

/** The file of each face, from the root of the project, and the name that drawings ask for it by. */
export const faces: Readonly<Record<Face, { file: string; family: string }>> = {
  label: { file: 'src/styles/fonts/libre-franklin.woff2', family: 'Libre Franklin' },
  text: { file: 'src/styles/fonts/source-serif.woff2', family: 'Source Serif' },
};

/**
 * Width of a text on one line, with kerning and ligatures, in the unit of the size. It is that of its
 * words, as in browsers, since words come again and again and shaping them is the slow part.
 */
export function textWidth(text: string, style: Style): number {
  const face = loadedFace(style.face, style.weight);
  return text.split(/( +)/).reduce((sum, part) => sum + partWidth(part, face), 0) * style.size;
}

// Of a word, or of the spaces between two, in parts of the size.
function partWidth(part: string, { font, widths }: LoadedFace): number {
  let width = widths.get(part);
  if (width === undefined)
    widths.set(part, (width = font.layout(part).advanceWidth / font.unitsPerEm));
  return width;
}

/**
 * The face that a drawing sets a text in: the first of those that it may be set in which has all of
 * its letters. Where none has, the letter for which the last one would leave a gap.
 */
export function faceFor(
  text: string,
  allowed: readonly [Face, ...Face[]],
): { face: Face } | { missing: string } {
  // Most texts hold nothing but what every face has, and no face has to be loaded for them.
  const unusual = text.replace(usual, '');
  const missing = allowed.map((face) =>
    unusual === '' ? undefined : missingLetter(unusual, face),
  );
  const found = allowed[missing.indexOf(undefined)];
  return found === undefined ? { missing: missing.at(-1) ?? '' } : { face: found };
}

// Ends of lines are set as spaces.
const usual = /[\n\r\t -~’“”–]+/g;

function missingLetter(text: string, face: Face): string | undefined {
  const { font } = loadedFace(face);
  return [...text].find((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

/**
 * Breaks a text into lines at its spaces, as few as there can be. A word that is wider than the line
 * stands on a line of its own and sticks out, because nothing is cut; a no-break space breaks nothing.
 * @param width the widest that a line may be, in the unit of the size
 * @returns at least one line; it is empty only where there is no word at all
 */
export function wrap(text: string, style: Style, width: number): string[] {
  const face = loadedFace(style.face, style.weight);
  const lines: string[] = [];
  let line = '';
  // Width of the line so far, as `textWidth` adds it up.
  let filled = 0;
  for (const word of text.split(/[ \n\r\t]+/).filter((part) => part !== '')) {
    const own = partWidth(word, face);
    const longer = line === '' ? own : filled + partWidth(' ', face) + own;
    if (line !== '' && longer * style.size > width) {
      lines.push(line);
      [line, filled] = [word, own];
    } else [line, filled] = [line === '' ? word : `${line} ${word}`, longer];
  }
  return [...lines, line];
}

interface LoadedFace {
  font: Font;
  /** Of words that were measured, in parts of the size. */
  widths: Map<string, number>;
}

const loaded = new Map<string, LoadedFace>();

function loadedFace(face: Face, weight?: number): LoadedFace {
  const key = `${face} ${weight}`;
  const known = loaded.get(key);
  if (known !== undefined) return known;
  // Not by `import`: that waits, and a measure is asked for in the middle of a line.
  const fontkit = createRequire(path.resolve('package.json'))('fontkit') as {
    create: (bytes: Buffer) => Font;
  };
  const font = fontkit.create(readFileSync(faces[face].file));
  const axis = font.variationAxes['wght'];
  if (axis !== undefined && weight !== undefined)
    setWeight(font, Math.min(axis.max, Math.max(axis.min, weight)));
  const made = { font, widths: new Map<string, number>() };
  loaded.set(key, made);
  return made;
}

/**
 * Sets a variable face to a weight. `getVariation()` reads no woff2 (2.0.4), and the outlines, which
 * are unpacked with the first glyph, trip over a weight: so they are unpacked first. Widths then follow
 * from the face's table `HVAR`, and kerning from `GPOS`.
 */
function setWeight(font: Font, weight: number): void {
  const hidden = '_variationProcessor';
  Object.defineProperty(font, hidden, { value: null, configurable: true });
  font.getGlyph(0);
  Reflect.deleteProperty(font, hidden);
  Object.assign(font, { variationCoords: [weight] });
}
