import { expect, test } from 'vitest';
import { normalForm, sourceOffset } from '#document/normal.ts';

test.each([
  ['plain words', 'plain words'],
  ['clinically\n  proven', 'clinically proven'],
  ['clinically\u00A0\u202Fproven\u2009remedy', 'clinically proven remedy'],
  ['clinically \uE000 proven', 'clinically proven'],
  ['proven \uE000. Next \uE000', 'proven. Next'],
  [
    'five-\nstar and five\u2010star and five\u2011star and five–star',
    'five-star and five-star and five-star and five-star',
  ],
  ['iron- and zinc-rich, 30–60 g', 'iron- and zinc-rich, 30–60 g'],
  ['one – two — three', 'one – two — three'],
  ['ｃｕｒｅｓ 𝐜𝐮𝐫𝐞𝐬 ᴄᴜʀᴇs ⓒⓤⓡⓔⓢ 🅒🅤🅡🅔🅢 ﬁnds', 'cures cures cures cures cures finds'],
  ['c\u0336u\u0336res cür\u0301es naïve Müller', 'cures cures naive Muller'],
  ['25 ㎎, ½ g, 1½ g, 1 ¼ g, 10³ mg, 10⁻³ g', '25 mg, 1/2 g, 1 1/2 g, 1 1/4 g, 10^3 mg, 10^-3 g'],
  ['Clinically® proven*¹ in m² of Na⁺', 'Clinically proven in m of Na'],
  ['٢٥ mg, १५ mg, ２５ mg', '25 mg, 15 mg, 25 mg'],
  ['µg β-carotene ω-3 Δ', 'μg β-carotene ω-3 Δ'],
  ['فولاد می‌خورد, हिन्दी, й, が, é́', 'فولاد می‌خورد, हिन्दी, й, が, e'],
  ['“quoted” … it’s', '“quoted” … it’s'],
])('%j reads %j', (text, normal) => {
  expect(normalForm(text).text).toBe(normal);
});

test('letters keep their places across whatever was folded', () => {
  const source = 'A ㎎ of  “ﬁne”  ½\u00A0salt\uE000, that is clini\u0336cally\n  proven*.';
  const { text, shifts, marks } = normalForm(source);
  expect(text).toBe('A mg of “fine” 1/2 salt, that is clinically proven.');
  for (const word of ['of', '“', 'salt', 'that', 'clini', 'cally', 'proven', '.'])
    expect(source.slice(sourceOffset(shifts, text.lastIndexOf(word)))).toMatch(
      new RegExp(`^${word === '.' ? '\\.' : word}`),
    );
  expect(marks).toEqual([text.indexOf(',')]);
});

test('tabs part the cells of a row and are spaces elsewhere', () => {
  expect(normalForm('clinically \t proven').text).toBe('clinically proven');
  expect(normalForm('clinically \t proven', true).text).toBe('clinically\tproven');
});
