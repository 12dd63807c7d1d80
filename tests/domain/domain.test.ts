import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOnPage, merchantLink } from '#domain/affiliate.ts';
import { certaintyOrder } from '#domain/certainty.ts';
import { daysBetween, reviewState } from '#domain/dates.ts';
import { formatAmount, formatDay, formatNumber, formatRange, formatShare } from '#domain/format.ts';
import { readingMinutes } from '#domain/reading-time.ts';
import { relatedTo } from '#domain/related.ts';
import { certaintySchema } from '#schemas/fields.ts';
import { merchantSchema } from '#schemas/merchant.ts';

test('certainties have words in the order of their schema', () => {
  expect(certaintyOrder).toEqual(certaintySchema.options);
});

describe('format', () => {
  test.each([
    ['thousands get a comma', formatAmount(1300, 'mg'), '1,300\u00A0mg'],
    ['nothing is rounded away', formatAmount(0.655, 'mg'), '0.655\u00A0mg'],
    ['a range has one unit', formatRange(700, 720, 'mg'), '700–720\u00A0mg'],
    ['no upper end, no range', formatRange(25, undefined, 'mg'), '25\u00A0mg'],
    ['a share is whole per cent', formatShare(25 / 18), '139%'],
    ['a trace is not nothing', formatShare(0.001), 'under 1%'],
    ['nothing is nothing', formatShare(0), '0%'],
    ['a large number', formatNumber(38338), '38,338'],
    ['a day is American', formatDay('2026-11-24'), 'November 24, 2026'],
    ['the last day of a leap month', formatDay('2028-02-29'), 'February 29, 2028'],
  ])('%s', (_name, actual, expected) => {
    expect(actual).toBe(expected);
  });
});

describe('dates', () => {
  test('days are counted across a month and a leap day', () => {
    expect(daysBetween('2026-11-24', '2026-12-24')).toBe(30);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-11-24', '2026-11-23')).toBe(-1);
  });

  test.each([
    ['2026-11-23', 'overdue'],
    ['2026-11-24', 'soon'],
    ['2026-12-24', 'soon'],
    ['2026-12-25', 'fine'],
  ] as const)('a review due %s is %s on November 24', (due, state) => {
    expect(reviewState(due, '2026-11-24', 30)).toBe(state);
  });
});

describe('merchantLink', () => {
  const amazon = merchantSchema.parse({
    name: 'Amazon',
    country: 'US',
    hosts: ['www.amazon.com'],
    programme: true,
    searchUrl: 'https://www.amazon.com/s?k={query}',
    tagParameter: 'tag',
    tagVariable: 'AMAZON_US_TAG',
  });
  const maker = merchantSchema.parse({
    name: 'Maker',
    country: 'US',
    hosts: ['maker.example'],
    programme: false,
  });

  test('a shop with a programme is an ad, with the tag when one is set', () => {
    expect(merchantLink({ merchant: 'a', search: 'B & C' }, amazon, 'B & C', 'mm-20')).toEqual({
      href: 'https://www.amazon.com/s?k=B+%26+C&tag=mm-20',
      text: 'Search Amazon for B & C (ad)',
      rel: 'sponsored nofollow noopener',
      isAd: true,
    });
  });

  test('without a tag it works, earns nothing, and is an ad all the same', () => {
    const link = merchantLink({ merchant: 'a', search: 'Iron' }, amazon, 'Iron', undefined);
    expect(link.href).toBe('https://www.amazon.com/s?k=Iron');
    expect(link.isAd).toBe(true);
  });

  test('a maker without a programme is no ad', () => {
    expect(
      merchantLink({ merchant: 'm', url: 'https://maker.example/x' }, maker, 'X', undefined),
    ).toEqual({
      href: 'https://maker.example/x',
      text: 'X at Maker',
      rel: 'nofollow noopener',
      isAd: false,
    });
  });

  test('a page is told to a shop where that is allowed, and nothing otherwise', () => {
    const href = 'https://www.amazon.com/s?k=Iron&tag=mm-20';
    expect(addressOnPage(href, undefined, '/articles/iron/')).toBe(href);
    expect(addressOnPage(href, 'ascsubtag', '/articles/iron/')).toBe(
      `${href}&ascsubtag=articles-iron`,
    );
    expect(addressOnPage(href, 'ascsubtag', '/')).toBe(`${href}&ascsubtag=home`);
  });

  test('a search needs a search address', () => {
    expect(() => merchantLink({ merchant: 'm', search: 'x' }, maker, 'X', undefined)).toThrow(
      'Maker has no search address: give its offers a url.',
    );
  });
});

test('reading time is whole minutes, at least one', () => {
  expect(readingMinutes(10)).toBe(1);
  expect(readingMinutes(1500)).toBe(6);
});

test('related articles are those that a look at each would find, in the order given where equal', () => {
  const words = (letters: string) => fc.uniqueArray(fc.constantFrom(...letters), { maxLength: 4 });
  const entry = fc.record({ topics: words('tuv'), citations: words('abcdef') });
  const share = (own: string[], other: string[]): number => {
    const all = new Set([...own, ...other]);
    return all.size === 0 ? 0 : (own.length + other.length - all.size) / all.size;
  };
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), fc.nat(5), (entries, limit) => {
      const items = entries.map((given, index) => ({ id: String(index), ...given }));
      const nearest = relatedTo(items);
      for (const own of items) {
        const scores = items.map((other) => ({
          id: other.id,
          score: share(own.citations, other.citations) + 0.1 * share(own.topics, other.topics),
        }));
        const expected = scores
          .filter(({ id, score }) => id !== own.id && score > 0)
          .toSorted((a, b) => b.score - a.score)
          .slice(0, limit);
        expect(nearest(own.id, limit)).toEqual(expected.map(({ id }) => id));
      }
    }),
  );
});

test('related articles share evidence; topics break ties; nothing shared is not related', () => {
  const nearest = relatedTo([
    { id: 'a', topics: ['iron'], citations: ['x', 'y'] },
    { id: 'b', topics: ['zinc'], citations: ['x'] },
    { id: 'c', topics: ['iron'], citations: ['x'] },
    { id: 'd', topics: ['zinc'], citations: ['z'] },
  ]);
  expect(nearest('a', 3)).toEqual(['c', 'b']);
  expect(nearest('a', 1)).toEqual(['c']);
  expect(nearest('nobody', 3)).toEqual([]);
});
