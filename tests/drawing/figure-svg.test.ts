/** A figure as a file: all of its words, inside of its edges, without anything that a viewer may refuse. */
import { describe, expect, test } from 'vitest';
import { textWidth } from '#drawing/face.ts';
import { figureSvg, fileWidth } from '#drawing/figure-svg.ts';
import { sampleLibrary } from '#gallery/sample-library.ts';
import { figureFileView } from '#views/figure-page.ts';

const base = new URL('https://x.example/');

describe.each([...sampleLibrary.figures.keys()])('%s', (id) => {
  const view = figureFileView(id, sampleLibrary, base);
  const svg = figureSvg(view, { embedsFace: false });
  const texts = [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, given = '', text]) => ({
    x: Number(/\bx="([^"]+)"/.exec(given)?.[1]),
    size: Number(/font-size="([^"]+)"/.exec(given)?.[1]),
    weight: Number(/font-weight="([^"]+)"/.exec(given)?.[1]),
    isAtEnd: given.includes('text-anchor="end"'),
    text: (text ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  }));

  test('holds every word of the figure', () => {
    const said = texts
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(/\s+/g, ' ');
    const whole = [
      view.title,
      view.subtitle,
      ...view.below,
      ...view.rows.flatMap((row) => [row.label, row.valueText]),
    ];
    for (const text of whole) for (const word of text.split(/\s+/)) expect(said).toContain(word);
  });

  test('has no word beyond its edges', () => {
    // What stands in a strip has its place from the strip's.
    for (const { x, size, weight, isAtEnd, text } of texts.filter((item) => item.x >= 32)) {
      if (isAtEnd) continue;
      expect(x + textWidth(text, { face: 'label', size, weight })).toBeLessThanOrEqual(fileWidth);
    }
  });

  test('needs no style, no variable, no script and no other file', () => {
    expect(svg).not.toMatch(/style|var\(|script|href|NaN|undefined|Infinity/);
  });
});

test('may carry its face with it', () => {
  const view = figureFileView('bars', sampleLibrary, base);
  expect(figureSvg(view, { embedsFace: true })).toContain('data:font/woff2;base64,');
});

test('refuses a letter that the face does not have', () => {
  const view = { ...figureFileView('bars', sampleLibrary, base), title: 'A letter: 漢' };
  expect(() => figureSvg(view, { embedsFace: false })).toThrow('漢');
});
