/** The picture of a page: all of its words inside of its frame, in letters that its faces have. */
import { Renderer } from '@takumi-rs/core';
import { describe, expect, test, vi } from 'vitest';
import { cardSvg } from '#drawing/card.ts';
import { textWidth } from '#drawing/face.ts';
import { pngOf } from '#drawing/png.ts';
import { sampleLibrary } from '#gallery/sample-library.ts';
import { memoryStore } from '#store/store.ts';
import { cardNames, cardSize, cardView, type CardView } from '#views/card.ts';

const base = new URL('https://micromile.example/');
const card: CardView = {
  kind: 'Article',
  site: 'Micromile',
  title: 'Iron and you',
  line: 'Get ferritin tested before you take iron.',
  fact: { name: 'Claims', text: '5 strong, 12 moderate' },
  address: 'micromile.example/articles/iron-and-you/',
};
// The longest that schemas let through, in the widest letters that a language has many of.
const widest = Array.from({ length: 8 }, () => 'Mommwwmmw')
  .join(' ')
  .padEnd(80, 'M');
const extremes: Record<string, CardView> = {
  'a title of 80 wide letters above 160 of an answer': {
    ...card,
    title: widest,
    line: Array.from({ length: 16 }, () => 'mommwwmmw').join(' '),
  },
  'a title of one word': { ...card, title: 'M'.repeat(80) },
  accents: {
    ...card,
    title: 'Čenka, Łukasz and Åse’s Öre: what runners’ cafés owe the señor, à la carte',
  },
  'Greek letters': {
    ...card,
    title: 'β-carotene and α-tocopherol for runners: what is known of γ and δ forms',
  },
  'micro signs': {
    ...card,
    title: 'Is 25 µg of vitamin D (1,000 IU) enough for μ-people in winter, or ≥ 50 µg?',
  },
  'all certainties': {
    ...card,
    fact: {
      name: 'Claims',
      text: '12 strong, 34 moderate, 56 limited, 10 conflicting, 12 no evidence',
    },
  },
  'a long address': {
    ...card,
    address: `micronutrients-for-runners.example/articles/${'a-long-slug-'.repeat(4)}/`,
  },
};
const samples = Object.fromEntries(
  cardNames(sampleLibrary).map((name) => [name, cardView(name, sampleLibrary, base)]),
);

interface Placed {
  x: number;
  y: number;
  width: number;
  text: string;
}

function textsOf(svg: string): Placed[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, given = '', raw = '']) => {
    const text = raw.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const number = (name: string): number =>
      Number(new RegExp(`(?:^| )${name}="([^"]+)"`).exec(given)?.[1]);
    const face = given.includes('Source Serif') ? 'text' : 'label';
    const width = textWidth(text, {
      face,
      weight: number('font-weight'),
      size: number('font-size'),
    });
    const x = given.includes('text-anchor="end"') ? number('x') - width : number('x');
    return { x, y: number('y'), width, text };
  });
}

describe.each(Object.entries({ ...samples, ...extremes }))('%s', (_name, view) => {
  const svg = cardSvg(view);
  const texts = textsOf(svg);

  test('says all of it', () => {
    const said = texts.map(({ text }) => text).join(' ');
    const { fact, ...words } = view;
    for (const text of [...Object.values(words), fact?.name ?? '', fact?.text ?? ''])
      expect(said).toContain(text);
  });

  test('stays within its frame, and no line runs into another', () => {
    for (const { x, y, width } of texts) {
      expect(x).toBeGreaterThanOrEqual(76);
      expect(x + width).toBeLessThanOrEqual(cardSize.width - 76 + 0.5);
      expect(y).toBeLessThan(cardSize.height - 46);
    }
    const rows = [...Map.groupBy(texts, ({ y }) => Math.round(y / 4)).values()];
    for (const row of rows.filter(({ length }) => length > 1)) {
      const [first, second] = row.toSorted((a, b) => a.x - b.x);
      expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(second?.x ?? 0);
    }
  });

  test('is a picture of 1200 by 630 and at most 60 KB', async () => {
    const png = Buffer.from(await pngOf(svg, cardSize.width, memoryStore()));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThanOrEqual(60 * 1024);
  });
});

test('the line can be read where the picture is small, whatever the length of both in plain words', () => {
  const long = {
    ...card,
    title: 'What runners with low ferritin should know about iron, coffee and hard training',
    line: 'Probably less than labels say: what trials in runners found of tablets on alternate days, who gains from them, what the limit counts, and when to test it again.',
  };
  for (const view of [...Object.values(samples), card, long, { ...long, title: 'Iron' }]) {
    const sizes = [...cardSvg(view).matchAll(/font-size="(\d+)" font-weight="500"/g)];
    // The last is the address.
    for (const [, size] of sizes.slice(0, -1)) expect(Number(size)).toBeGreaterThanOrEqual(34);
    expect(sizes.length).toBeGreaterThan(1);
  }
});

test('a second time nothing is rendered', async () => {
  const render = vi.spyOn(Renderer.prototype, 'render');
  const store = memoryStore();
  await pngOf(cardSvg(card), cardSize.width, store);
  await pngOf(cardSvg(card), cardSize.width, store);
  expect(render).toHaveBeenCalledTimes(1);
  render.mockRestore();
});

test('a letter that neither face has is named', () => {
  expect(() => cardSvg({ ...card, title: 'A letter: 漢' })).toThrow('No face has the letter 漢');
});

test('words that cannot fit are told', () => {
  expect(() => cardSvg({ ...card, title: 'M'.repeat(200) })).toThrow('has no room');
});
