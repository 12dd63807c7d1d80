/** What is read in a shorter way is read as the library reads it, and stands where it says. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { frontmatterOf, parseAny, parseData, type DataPath } from '#corpus/data.ts';
import { readPlain } from '#corpus/plain-yaml.ts';

const texts = ['content', 'tests/fixtures/content'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:yaml|mdx)$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return (file.endsWith('.mdx') ? frontmatterOf(text) : text) ?? [];
    }),
);

// Every way to a value, and behind each of them two that lead nowhere.
function waysIn(data: unknown, way: DataPath = []): DataPath[] {
  const inner =
    data === null || typeof data !== 'object'
      ? []
      : Object.entries(data).map(([key, value]): [PropertyKey, unknown] => [
          Array.isArray(data) ? Number(key) : key,
          value,
        ]);
  return [
    way,
    [...way, 'nowhere'],
    [...way, 99],
    ...inner.flatMap(([key, value]) => waysIn(value, [...way, key])),
  ];
}

/** Whether a text is plain; what is read of it is compared. */
function isReadAlike(text: string): boolean {
  if (readPlain(text) === undefined) return false;
  const [ours, theirs] = [parseData(text), parseAny(text)];
  expect(ours.data).toStrictEqual(theirs.data);
  expect([theirs.diagnostics, theirs.isJson]).toEqual([[], false]);
  const ways = waysIn(theirs.data);
  const placesIn = ({ locate, textStart }: typeof ours): string =>
    ways
      .map((way) =>
        JSON.stringify([way, locate(way), locate(way, { key: true }), textStart(way) ?? null]),
      )
      .join('\n');
  expect(placesIn(ours)).toBe(placesIn(theirs));
  return true;
}

test('of the content, nearly everything', () => {
  const plain = texts.filter(isReadAlike);
  expect(plain.length / texts.length).toBeGreaterThan(0.9);
});

// What means something in YAML, or nearly does.
const signs =
  String.raw`: |#| #|- |-| |  |"|'|\|\"|[|]|{|}|,|&a|*a|!x|>|? |%|@|null|TRUE|No|0|-0|007|1.50|-1|1e3|.5|12345678901234567890|a:|a: b|"a": b|...|é|“|💧|<<: |- - a|__proto__: 1|{ a: [1, "b"], c: {d: e} }|[a, it’s, b c]|[]|{}|http://a.b/c`
    .split('|')
    .concat('|', '~', '`', '\n', '\n  ', '\n- ', '---\n', '\t', '\r\n', '\u00A0', '\u2028');

test('of content that was mangled, whatever it takes for plain', () => {
  let plain = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.integer({ min: 1, max: 12 }),
      fc.array(
        fc.record({
          at: fc.nat(),
          length: fc.oneof(fc.constant(0), fc.nat(6)),
          put: fc.constantFrom('', ...signs),
        }),
        { maxLength: 3 },
      ),
      (whole, from, count, edits) => {
        const lines = whole.split('\n');
        const first = from % lines.length;
        let text = lines.slice(first, first + count).join('\n');
        for (const { at, length, put } of edits) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + put + text.slice(start + length);
        }
        if (isReadAlike(text)) plain += 1;
      },
    ),
    { numRuns: 4000, seed: 20260601 },
  );
  // Else nothing was compared.
  expect(plain).toBeGreaterThan(500);
});
