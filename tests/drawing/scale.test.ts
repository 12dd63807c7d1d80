/** Scales of figures. Ticks were worked out by hand; places are held against what a scale is by definition. */
import { describe, expect, test } from 'vitest';
import { linearScale, logScale, ratioScale } from '#drawing/scale.ts';

describe('a linear scale', () => {
  test.each([
    ['bars of per cent', [28, 109, 0.5], true, [0, 50, 100]],
    ['changes of less', [-94, -36], true, [-80, -60, -40, -20, 0]],
    ['changes both ways', [-54, 12.5], true, [-40, -20, 0]],
    ['tenths, without a remainder', [0.1, 0.36], true, [0, 0.1, 0.2, 0.3]],
    ['ranges far from nought', [30, 67], false, [30, 40, 50, 60]],
    ['one value alone', [900], true, [0, 200, 400, 600, 800]],
    ['nothing at all', [0], true, [0, 0.5, 1]],
  ])('%s', (_name, values, from0, ticks) => {
    expect(linearScale(values, { from0 }).ticks).toEqual(ticks);
  });

  test('has equal steps, and nought where bars begin', () => {
    const { at } = linearScale([-40, 80], { from0: true });
    expect(at(20) - at(0)).toBeCloseTo(at(60) - at(40), 10);
    expect(linearScale([5, 80], { from0: true }).at(0)).toBe(0);
  });

  test.each([[[1e-3, 2e-3]], [[3, 7]], [[1e5, 9e5]], [[-2, -1]], [[-1, 1e6]]])(
    'has two to six ticks inside, for %j',
    (values) => {
      const { ticks, at } = linearScale(values, { from0: false });
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(6);
      for (const tick of ticks) expect(at(tick)).toBeGreaterThanOrEqual(0);
      for (const value of values) {
        expect(at(value)).toBeGreaterThanOrEqual(0);
        expect(at(value)).toBeLessThanOrEqual(1);
      }
    },
  );
});

describe('a scale of ratios', () => {
  test('has half as far from 1 as double', () => {
    const { at, ticks } = ratioScale([0.48, 1.2]);
    expect(at(1) - at(0.5)).toBeCloseTo(at(2) - at(1), 10);
    expect(ticks).toEqual([0.25, 0.5, 1, 2]);
  });

  test('holds half and double where all lie near 1', () => {
    expect(ratioScale([0.94, 1]).ticks).toEqual([0.5, 1, 2]);
  });

  test('is not stretched by a huge interval, and says that it goes on', () => {
    const { isBeyond, at, ticks } = ratioScale([0.01, 1.2, 90]);
    expect(isBeyond(0.01)).toBe('low');
    expect(isBeyond(90)).toBe('high');
    expect(isBeyond(1.2)).toBeUndefined();
    expect(at(90)).toBe(1);
    expect(ticks).toContain(1);
    expect(ticks.length).toBeLessThanOrEqual(6);
  });
});

describe('a log scale', () => {
  test.each([
    ['a decade', [3, 20], [5, 10, 20]],
    ['three decades', [0.2, 150], [1, 10, 100]],
  ])('%s', (_name, values, some) => {
    expect(logScale(values).ticks).toEqual(expect.arrayContaining(some));
  });

  test.each([[[1, 1.5]], [[4, 4]], [[1e-3, 1e6]]])('has ticks for %j', (values) => {
    const { ticks } = logScale(values);
    expect(ticks.length).toBeGreaterThanOrEqual(1);
    expect(ticks.length).toBeLessThanOrEqual(7);
  });
});
