/** Contrast of the tokens, computed as WCAG 2.2 does, in both schemes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import tailwind from '../../tailwind.config.ts';

const { light, dark }: Record<'light' | 'dark', Record<string, string>> = tailwind.theme.schemes;

function luminance(color: string): number {
  const digits = color.length === 4 ? color.replaceAll(/[0-9a-f]/g, '$&$&') : color;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

test('black on white is 21:1', () => expect(contrast('#000', '#ffffff')).toBeCloseTo(21));

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_scheme, tokens) => {
  const against = (name: string, ground: string): number =>
    contrast(tokens[name] ?? '#fff', tokens[ground] ?? '#fff');

  test.each([
    ['ink', 'paper'],
    ['muted', 'paper'],
    ['red', 'paper'],
    ['ink', 'tint'],
  ])('%s on %s is AAA for running text', (name, ground) =>
    expect(against(name, ground)).toBeGreaterThanOrEqual(7),
  );

  test('paper on red, as in a link under the pointer, is AAA', () =>
    expect(against('paper', 'red')).toBeGreaterThanOrEqual(7));

  test('thin rules are 3:1', () => expect(against('faint', 'paper')).toBeGreaterThanOrEqual(3));
});

test('the figures beside the tokens are right', () => {
  const config = readFileSync('tailwind.config.ts', 'utf8');
  const written = [...config.matchAll(/(\w+): 'var\(--\w+\)', \/\/ ([\d.]+):1 \/ ([\d.]+):1/g)];
  expect(written.map(([, name]) => name)).toEqual(['ink', 'muted', 'faint', 'red']);
  for (const [, name = '', inLight, inDark] of written) {
    const computed = [light, dark].map((tokens) =>
      contrast(tokens[name] ?? '', tokens['paper'] ?? '').toFixed(1),
    );
    expect([name, ...computed]).toEqual([name, inLight, inDark]);
  }
});
