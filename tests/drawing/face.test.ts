import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { faceFor, faces, textWidth, wrap, type Face } from '#drawing/face.ts';

// Measured by Chromium 156 with `measureText` of a canvas, type of 100 px, the same two files.
const measured: [Face, number, string, number][] = [
  ['label', 500, 'Sweat takes salt. Little else.', 1295.4],
  ['label', 700, 'Sweat takes salt. Little else.', 1336.4],
  ['label', 850, 'Sweat takes salt. Little else.', 1366.6],
  ['label', 500, '0.52 (0.10 to 1.10)', 836.3],
  ['label', 700, '0.52 (0.10 to 1.10)', 868.7],
  ['label', 850, '0.52 (0.10 to 1.10)', 892.6],
  ['label', 500, 'AVATAR, To fjord, effort', 1111],
  ['label', 700, 'AVATAR, To fjord, effort', 1144],
  ['label', 850, 'AVATAR, To fjord, effort', 1168.3],
  ['label', 500, '−12 µg/L – “Åland”', 849.9],
  ['label', 850, '−12 µg/L – “Åland”', 902.9],
  ['label', 700, '≤ 30 ≥ 40 ≈ 5 €', 710.7],
  ['text', 400, '≤ 30 ≥ 40 ≈ 5 €', 618.7],
  ['text', 400, 'Sweat takes salt. Little else.', 1284.8],
  ['text', 400, '0.52 (0.10 to 1.10)', 804],
  ['text', 400, 'AVATAR, To fjord, effort', 1112.3],
  ['text', 400, '−12 µg/L – “Åland”', 854.8],
  ['text', 400, '1,111.88 αβ', 522.2],
];

const label = { face: 'label', weight: 700, size: 20 } as const;

describe('textWidth', () => {
  test.each(measured)('%s %i "%s" is %f wide', (face, weight, text, width) => {
    const own = textWidth(text, { face, weight, size: 100 });
    expect(Math.abs(own / width - 1)).toBeLessThan(0.005);
  });

  test('follows the size', () => {
    expect(textWidth('Iron', { ...label, size: 10 })).toBeCloseTo(textWidth('Iron', label) / 2, 10);
  });

  test('sets a weight that the face has not in the nearest', () => {
    expect(textWidth('Iron', { ...label, weight: 100 })).toBe(
      textWidth('Iron', { ...label, weight: 500 }),
    );
    expect(textWidth('Iron', { face: 'text', weight: 700, size: 20 })).toBe(
      textWidth('Iron', { face: 'text', weight: 400, size: 20 }),
    );
  });

  test('of nothing is nothing', () => expect(textWidth('', label)).toBe(0));
});

describe('faceFor', () => {
  test.each([
    [['label'], 'Ferritin under 30 µg/L, “low” – 12 × 4', { face: 'label' }],
    [['label'], 'α-tocopherol ☂ β ☂', { missing: 'α' }],
    [['text'], 'α-tocopherol ☂ β', { missing: '☂' }],
    [['label', 'text'], 'α-tocopherol', { face: 'text' }],
    [['label', 'text'], 'α-tocopherol ☂', { missing: '☂' }],
    [['label', 'text'], 'tocopherol', { face: 'label' }],
    [['label'], '≤ 30, ≥ 40, ≈ 5, − 6 € £ Δ', { face: 'label' }],
    [['text'], '≤ 30 → 40, ≥ 50 ← ↑ ↓ ≈ € £ ✓', { face: 'text' }],
    // Libre Franklin has none; src/styles/fonts/README.md says so.
    [['label'], '30 → 40', { missing: '→' }],
    [['label'], 'two\nlines', { face: 'label' }],
    [['label'], 'a face of two halves 😀', { missing: '😀' }],
  ] as const)('%s "%s"', (allowed, text, found) => {
    expect(faceFor(text, allowed)).toEqual(found);
  });

  test.each(['label', 'text'] as const)('%s has all letters that are not looked up', (face) => {
    const ascii = Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)).join('');
    const font = create(readFileSync(faces[face].file));
    if (!('hasGlyphForCodePoint' in font)) throw new Error('The file holds several faces.');
    const lacked = [...`${ascii}’“”–`].filter(
      (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
    );
    expect(lacked).toEqual([]);
  });
});

describe('wrap', () => {
  const text = 'A liter of sweat holds much salt and little of everything else';

  test('fills lines, and none is wider than it may be', () => {
    const lines = wrap(text, label, 200);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    const widths = lines.map((line) => textWidth(line, label));
    expect(Math.max(...widths)).toBeLessThanOrEqual(200);
    const fuller = lines.slice(1).map((line, at) => `${lines[at]} ${line.split(' ')[0]}`);
    expect(Math.min(...fuller.map((line) => textWidth(line, label)))).toBeGreaterThan(200);
  });

  test('leaves one line where the text fits exactly', () => {
    expect(wrap(text, label, textWidth(text, label))).toEqual([text]);
  });

  test('cuts no word', () => {
    expect(wrap('an overlookedmicronutrient now', label, 60)).toEqual([
      'an',
      'overlookedmicronutrient',
      'now',
    ]);
  });

  test('keeps together what a no-break space joins', () => {
    expect(wrap('take 5\u00a0mg', label, textWidth('take 5', label))).toEqual([
      'take',
      '5\u00a0mg',
    ]);
  });

  test('gives a line even of nothing', () => {
    expect(wrap(' \n ', label, 100)).toEqual(['']);
  });
});
