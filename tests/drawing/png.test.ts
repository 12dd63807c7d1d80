import { Renderer } from '@takumi-rs/core';
import { expect, test, vi } from 'vitest';
import { textWidth } from '#drawing/face.ts';
import { pngOf } from '#drawing/png.ts';
import { memoryStore } from '#store/store.ts';

const drawing = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><rect width="400" height="100" fill="#fff"/>${inner}</svg>`;
const words = 'After 12 of 43';
const text = (family: string, weight: number, fill = '#000'): string =>
  drawing(
    `<text x="20" y="60" font-family="${family}" font-weight="${weight}" font-size="40" fill="${fill}">${words}</text>`,
  );

// Reads a picture by drawing it again: four bytes a pixel.
async function pixels(png: Uint8Array, width: number, height: number): Promise<Buffer> {
  const src = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const scene = { type: 'image', src, style: { width: '100%', height: '100%' } } as const;
  return new Renderer().render(scene, { width, height, format: 'raw' });
}

// The columns and rows, in units of the drawing, between which a picture is dark.
async function inked(svg: string): Promise<{ left: number; right: number; top: number }> {
  const raw = await pixels(await pngOf(svg, 800, memoryStore()), 800, 200);
  const dark = Array.from({ length: raw.length / 4 }, (_, at) => at).filter(
    (at) => (raw[at * 4] ?? 255) < 128,
  );
  return {
    left: Math.min(...dark.map((at) => at % 800)) / 2,
    right: Math.max(...dark.map((at) => at % 800)) / 2,
    top: Math.min(...dark.map((at) => Math.floor(at / 800))) / 2,
  };
}

test('a picture is as wide as asked, and as high as the drawing says', async () => {
  const png = Buffer.from(await pngOf(drawing(''), 1600, memoryStore()));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 400]);
});

test.each([
  ["'Libre Franklin'", 'label', 500],
  ["'Libre Franklin', sans-serif", 'label', 800],
  ["'Source Serif', serif", 'text', 400],
] as const)('sets %s as it is measured', async (family, face, weight) => {
  const { left, right, top } = await inked(text(family, weight));
  expect(left).toBeGreaterThan(19);
  expect(left).toBeLessThan(24);
  expect(top).toBeGreaterThan(25);
  // A letter has a little white beside it.
  expect(Math.abs(right - 20 - textWidth(words, { face, weight, size: 40 }))).toBeLessThan(4);
});

test('white text on white leaves no ink', async () => {
  expect((await inked(text("'Libre Franklin'", 500, '#fff'))).right).toBe(-Infinity);
});

test('a second time, and in the next command, nothing is rendered', async () => {
  const render = vi.spyOn(Renderer.prototype, 'render');
  const store = memoryStore();
  const svg = text("'Libre Franklin'", 700);
  const first = await pngOf(svg, 600, store);
  expect(render).toHaveBeenCalledTimes(1);
  expect(Buffer.from(await pngOf(svg, 600, store)).equals(first)).toBe(true);
  expect(render).toHaveBeenCalledTimes(1);
  await pngOf(svg, 601, store);
  await pngOf(svg.replace('43', '44'), 600, store);
  expect(render).toHaveBeenCalledTimes(3);
  // Made anew, it has the same bytes.
  expect(Buffer.from(await pngOf(svg, 600, memoryStore())).equals(first)).toBe(true);
  render.mockRestore();
});

test('a drawing that asks for another face is refused', async () => {
  await expect(pngOf(text('Arial', 400), 600, memoryStore())).rejects.toThrow(
    'A drawing asks for the face Arial: there are Libre Franklin and Source Serif.',
  );
});

test('a weight that the renderer would not set is refused', async () => {
  await expect(pngOf(text("'Libre Franklin'", 750), 600, memoryStore())).rejects.toThrow(
    'A drawing asks for the weight 750: pictures are set in hundreds alone.',
  );
});

test('a drawing without a viewBox is refused', async () => {
  await expect(pngOf('<svg width="4" height="3"></svg>', 600, memoryStore())).rejects.toThrow(
    'A drawing needs a viewBox with a width and a height: <svg width="4" height="3">',
  );
});
