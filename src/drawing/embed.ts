/** How high a figure is where another page frames it: it has no script to say so itself. */
import type { FigureView } from '../views/figure.ts';
import { textWidth, wrap, type Style } from './face.ts';
import { drawPlot } from './plot.ts';

// The narrowest phone, less the frame of the figure.
const width = 320 - 2 * 14.5;
// Between the words of a row and its value.
const gap = 12;

const type = (weight: number, size: number): Style => ({ face: 'label', weight, size });
const styles = {
  title: { style: type(700, 15), line: 21.75 },
  small: { style: type(500, 14), line: 20.3 },
  label: { style: type(600, 15), line: 21 },
  who: { style: type(500, 12.5), line: 17.5 },
  value: { style: type(700, 15), line: 21 },
  flag: { style: type(600, 13), line: 16.9 },
};

/** Height in pixels that holds the whole figure at 320 px and wider. */
export function embedHeight(figure: FigureView): number {
  const drawing = drawPlot(figure.plot);
  const words = (text: string, { style, line }: (typeof styles)['title'], room = width): number =>
    wrap(text, style, room * 0.98).length * line;
  const rows = figure.rows.map((row, index) => {
    // The value has up to three fifths, and the words beside it what is left.
    const value = Math.min(textWidth(row.valueText, styles.value.style) / 0.98, width * 0.6);
    const room = width - gap - value;
    const label =
      words(row.label, styles.label, room) +
      (row.whoText === undefined ? 0 : words(row.whoText, styles.who, room));
    return (
      Math.max(label, words(row.valueText, styles.value, value)) +
      (drawing.rows[index]?.height ?? 0) +
      (figure.kind === 'people' ? 14 : 6)
    );
  });
  const sum = [
    words(figure.title, styles.title),
    words(figure.subtitle, styles.small),
    figure.note === undefined ? 0 : words(figure.note, styles.small),
    words('Micromile: sources, numbers, picture', styles.small),
    ...drawing.flags.map(({ text }) => words(text, styles.flag, width - 6) + 2),
    drawing.axis?.height ?? 0,
    ...rows,
  ].reduce((total, height) => total + height);
  // Its frame, and a little for another face.
  return Math.ceil((sum + 40) / 10) * 10 + 10;
}
