/** A figure as a file: one SVG of fixed width with everything in it that a reader of it alone needs. */
import { readFileSync } from 'node:fs';
import tokens from '../../tailwind.config.ts';
import { escaped } from '../domain/escape.ts';
import type { FigureFileView } from '../views/figure-page.ts';
import { faceFor, faces, wrap, type Style } from './face.ts';
import { drawPlot, flagWords, rowHeight, type Role, type Setting, type Strip } from './plot.ts';
import { markup } from './markup.ts';
import type { Shape } from './shape.ts';

/** Its width; the height follows from what it holds. */
export const fileWidth = 800;

const { paper, ink, muted, faint, red } = tokens.theme.schemes.light;
const margin = 32;
const inner = fileWidth - 2 * margin;
const labelWidth = 240;
const valueWidth = 150;
const gap = 18;
const stripLeft = margin + labelWidth + gap;
const stripWidth = inner - labelWidth - valueWidth - 2 * gap;
// Where our face is not allowed another one is wider: so much is left free.
const slack = 0.9;

type Text = Style & { fill: string; height: number };
const style = (weight: number, size: number, fill: string, height = size * 1.3): Text => ({
  face: 'label',
  weight,
  size,
  fill,
  height,
});
const styles = {
  title: style(800, 28, ink, 34),
  subtitle: style(500, 17, muted),
  label: style(600, 16, ink, 20),
  who: style(500, 13, muted, 17),
  value: style(700, 16, ink, 20),
  note: style(500, 14, muted, 19),
} as const;

const stroke = (width: number, color: string, more: Shape['attributes'] = {}) => ({
  stroke: color,
  'stroke-width': width,
  ...more,
});
const scaleWords = { fill: ink, stroke: 'none', 'font-size': 13, 'font-weight': 600 };
const paints: Record<Role, Shape['attributes']> = {
  solid: { fill: ink, stroke: 'none' },
  hollow: { fill: paper, ...stroke(2, ink) },
  line: stroke(2, ink),
  dashed: stroke(2, ink, { 'stroke-dasharray': '2 6' }),
  zero: stroke(1.5, ink),
  mark: stroke(1.5, red, { 'stroke-dasharray': '4 3' }),
  band: { fill: red, 'fill-opacity': 0.18, stroke: 'none' },
  tick: stroke(1, faint),
  person: stroke(0, ink, { 'stroke-linecap': 'round' }),
  hole: stroke(0, paper, { 'stroke-linecap': 'round' }),
  other: stroke(0, ink, { 'stroke-linecap': 'round' }),
  words: scaleWords,
  spare: scaleWords,
};

const inFile: Setting = {
  x: (share) => Number((share * stripWidth).toFixed(1)),
  paint: (role) => paints[role],
  line: 18,
  row: { height: rowHeight, middle: rowHeight / 2 },
};

/**
 * The figure as an SVG document.
 * @param embedsFace whether our face lies in it, for programs that have no other way to it
 * @throws {Error} for a letter that the face does not have, which the checks rule out before a build
 */
export function figureSvg(figure: FigureFileView, { embedsFace }: { embedsFace: boolean }): string {
  const drawing = drawPlot(figure.plot, inFile);
  const pieces: Shape[] = [];
  let y = margin;
  const put = (text: string, kind: Text, left = margin, width = inner): void => {
    const lines = broken(text, kind, width);
    pieces.push(...lines.map((line, index) => lineOf(line, kind, left, y + index * kind.height)));
    y += lines.length * kind.height;
  };
  put(figure.title, styles.title);
  y += 4;
  put(figure.subtitle, styles.subtitle);
  y += 10;
  pieces.push({
    tag: 'rect',
    attributes: { x: margin, y, width: inner, height: 2.5, fill: ink },
  });
  y += 12;
  const strip = (of: Strip | undefined, top: number): void => {
    if (of === undefined) return;
    pieces.push({
      tag: 'g',
      attributes: { transform: `translate(${stripLeft} ${Number(top.toFixed(1))})` },
      children: of.shapes,
    });
  };
  for (const flag of drawing.flags) {
    const shapes = [...flag.lines, flagWords(flag, inFile)];
    strip({ height: rowHeight, shapes }, y);
    y += rowHeight;
  }
  figure.rows.forEach((row, index) => {
    const label = broken(row.label, styles.label, labelWidth);
    const who = row.whoText === undefined ? [] : broken(row.whoText, styles.who, labelWidth);
    const value = broken(row.valueText, styles.value, valueWidth);
    const words = label.length * styles.label.height + who.length * styles.who.height;
    const drawn = drawing.rows[index];
    const height = Math.max(words, value.length * styles.value.height, drawn?.height ?? 0) + 8;
    label.forEach((line, at) => {
      pieces.push(lineOf(line, styles.label, margin, y + at * styles.label.height));
    });
    who.forEach((line, at) => {
      const top = y + label.length * styles.label.height + at * styles.who.height;
      pieces.push(lineOf(line, styles.who, margin, top));
    });
    value.forEach((line, at) => {
      const piece = lineOf(line, styles.value, fileWidth - margin, y + at * styles.value.height);
      pieces.push({ ...piece, attributes: { ...piece.attributes, 'text-anchor': 'end' } });
    });
    // Lines through all rows have no gap where a row is higher than its strip.
    strip(drawn && (figure.kind === 'people' ? drawn : stretched(drawn, height)), y);
    y += height;
  });
  strip(drawing.axis, y);
  y += (drawing.axis?.height ?? 0) + 12;
  for (const text of [figure.note, ...figure.below]) if (text !== undefined) put(text, styles.note);
  return document(pieces, Math.ceil(y + margin / 2), figure, embedsFace);
}

// A strip stands at the top of its row, beside the first line of words; what runs through it runs on.
function stretched({ shapes, height }: Strip, wanted: number): Strip {
  return {
    height: wanted,
    shapes: shapes.map((shape) => {
      const { attributes } = shape;
      if (attributes['y2'] === height)
        return { ...shape, attributes: { ...attributes, y2: wanted } };
      return attributes['height'] === height
        ? { ...shape, attributes: { ...attributes, height: wanted } }
        : shape;
    }),
  };
}

function broken(text: string, kind: Text, width: number): string[] {
  const found = faceFor(text, [kind.face]);
  if ('missing' in found)
    throw new Error(`The face has no letter ${found.missing}, which a figure shows: "${text}".`);
  return wrap(text, kind, width * slack);
}

function lineOf(text: string, { size, weight, fill, height }: Text, x: number, top: number): Shape {
  const y = Number((top + height - size * 0.3).toFixed(1));
  return {
    tag: 'text',
    attributes: { x, y, 'font-size': size, 'font-weight': weight, fill },
    text,
  };
}

function document(
  pieces: readonly Shape[],
  height: number,
  { title, sentence }: FigureFileView,
  embedsFace: boolean,
): string {
  const { file, family } = faces.label;
  const face = embedsFace
    ? `<style>@font-face{font-family:"${family}";font-weight:500 850;src:url(data:font/woff2;base64,${readFileSync(file).toString('base64')})}</style>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${fileWidth}" height="${height}" viewBox="0 0 ${fileWidth} ${height}" role="img" aria-label="${escaped(`${title}. ${sentence}`)}" font-family="'${family}', Arial, sans-serif">${face}<rect width="${fileWidth}" height="${height}" fill="${paper}"/>${pieces.map(markup).join('')}</svg>\n`;
}
