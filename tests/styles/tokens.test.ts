/** The stylesheets read the tokens of tailwind.config.ts, and type none of their lengths again. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import tailwind from '../../tailwind.config.ts';
import { sheets } from './sheets.ts';

const { extend, ...theme } = tailwind.theme;
const tokens: Record<string, object> = { ...theme, ...extend };

// Type on paper is in points, and what hangs on the type around it in em or per cent.
const length = /(?<![\w.-])[\d.]+(?:px|rem)\b/;
const hasTokens =
  /^(?:font(?:-size)?|text-decoration-thickness|border(?:-(?:top|right|bottom|left|block|inline))?(?:-width)?)$/;
const widths = Object.values(extend.maxWidth);

/** What stands in a sheet though it is a token, or should be one. */
function typedIn(css: string): string[] {
  const read = css.replaceAll(/theme\([\w.]+\)/g, 'token');
  const media = [...read.matchAll(/@media[^{]*/g)].filter(([query]) => length.test(query));
  const declarations = [...read.matchAll(/([\w-]+):([^;{}]+)[;}]/g)].filter(
    ([, property = '', value = '']) =>
      (hasTokens.test(property) && length.test(value)) ||
      value.split(/[\s(),]+/).some((word) => widths.includes(word)),
  );
  return [...media, ...declarations].map(([text]) => text.trim());
}

test.each([
  '@media (width < 68rem) {',
  '@media screen and (max-width: 39.99rem) {',
  'font-size: 1.5rem;',
  'font: 500 1rem/1.55 theme(fontFamily.label);',
  'border: 2.5px solid var(--red);',
  'border-width: 0 2px theme(borderWidth.stroke) 0;',
  'border-top-width: 1px;',
  'text-decoration-thickness: 2px;',
  'grid-template-columns: minmax(0, 38rem) 1fr;',
])('%s is typed', (css) => {
  expect(typedIn(css)).toHaveLength(1);
});

test.each([
  '@media (width < theme(screens.desk)) {',
  'font: 500 theme(fontSize.label) / 1.4 theme(fontFamily.label);',
  'font-size: 0.94em;',
  'font-size: 9.5pt;',
  'border: theme(borderWidth.frame) solid;',
  'border: 0;',
  'max-width: min(12rem, 100%);',
])('%s is not', (css) => {
  expect(typedIn(css)).toEqual([]);
});

test.each(sheets)('$file types no token', ({ css }) => {
  expect(typedIn(css)).toEqual([]);
});

test('each token is read', () => {
  const readers = [
    ...sheets.map(({ css }) => css),
    ...globSync('src/**/*.{astro,mdx,ts}').map((file) => readFileSync(file, 'utf8')),
  ].join('\n');
  const unread = Object.entries(tokens).flatMap(([group, values]) =>
    namesIn(values)
      .filter(
        (name) =>
          !readers.includes(`theme(${group}.${name})`) &&
          !new RegExp(String.raw`var\(--${name}\)|\b(?:text|max-w)-${name}\b`).test(readers),
      )
      .map((name) => `${group}.${name}`),
  );
  expect(unread).toEqual([]);
});

/** The names of a group's tokens, those of a group inside with its own before them. */
function namesIn(values: object): string[] {
  return Object.entries(values).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? namesIn(value).map((inner) => `${name}.${inner}`)
      : name,
  );
}
