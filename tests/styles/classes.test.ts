/** Each class that is written has a rule, each rule a class that is written, and Tailwind looks where utilities are. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile, type Config } from 'tailwindcss';
import { expect, test } from 'vitest';
import { sheets } from './sheets.ts';

// What authors import and what the dev server shows beside a page are no pages of the site.
const files = globSync('src/**/*.{astro,mdx,ts}', { exclude: ['src/{schemas,publish}/**'] }).map(
  (file) => ({ file, text: readFileSync(file, 'utf8') }),
);

const quoted = /'[^'\n]*'|"[^"]*"|`[^`]*`/g;

function wordsIn(text: string): string[] {
  return text.match(/[^\s'"`]+/g) ?? [];
}

/** The classes that a template or a script writes by name: none that is set into a text or compared. */
function classesIn(text: string): string[] {
  const places = text
    .replaceAll(/\$\{[^{}]*\}|===? '[^']*'/g, ' ')
    .matchAll(/\bclass(?:Name)?(?::list)?(?:=("[^"]*"|\{[^}]*\})|: ([^,}\]\n]*))/g);
  return [...places].flatMap(([, value = '', property = '']) =>
    ((value + property).match(quoted) ?? []).flatMap(wordsIn),
  );
}

test.each([
  ['<p class="small pt-1">', ['small', 'pt-1']],
  ["<p class:list={['row', rule, kind === 'people' && 'in']}>", ['row', 'in']],
  [
    "element('p', { class: isBad ? 'text-h2 is-over' : 'text-h2' })",
    ['text-h2', 'is-over', 'text-h2'],
  ],
  ["element('p', { class: `sure ${mark ?? ''}` })", ['sure']],
])('the classes of %s', (text, classes) => {
  expect(classesIn(text)).toEqual(classes);
});

/** The classes that rules of a stylesheet are for. */
function ruledIn(css: string): string[] {
  const preludes =
    css.replaceAll(/(?:url|theme)\([^)]*\)|"[^"]*"|'[^']*'/g, '').match(/[^{};]+(?=\{)/g) ?? [];
  return preludes.flatMap((prelude) =>
    [...prelude.matchAll(/\.((?:[a-z]|\\.)(?:[\w-]|\\.)*)/gi)].map(([, name = '']) =>
      name.replaceAll('\\', ''),
    ),
  );
}

const read = (file: string): string => readFileSync(file, 'utf8');
const site = await compile(read('src/styles/site.css'), {
  base: path.resolve('src/styles'),
  loadStylesheet: async (id, base) => {
    const file =
      id === 'tailwindcss'
        ? fileURLToPath(import.meta.resolve('tailwindcss/index.css'))
        : path.resolve(base, id);
    return { path: file, base: path.dirname(file), content: read(file) };
  },
  loadModule: async (id, base) => {
    const file = path.resolve(base, id);
    const { default: module } = (await import(pathToFileURL(file).href)) as { default: Config };
    return { path: file, base: path.dirname(file), module };
  },
});
const written = files.flatMap(({ file, text }) => classesIn(text).map((name) => ({ file, name })));
const own = new Set(sheets.flatMap(({ css }) => ruledIn(css)));
const utilities = new Set(
  ruledIn(site.build(written.map(({ name }) => name))).filter((name) => !own.has(name)),
);

test('each class that is written has a rule', () => {
  expect(written.filter(({ name }) => !own.has(name) && !utilities.has(name))).toEqual([]);
});

test('each class that has a rule is written', () => {
  const words = new Set(files.flatMap(({ text }) => (text.match(quoted) ?? []).flatMap(wordsIn)));
  expect([...own].filter((name) => !words.has(name))).toEqual([]);
});

test('Tailwind looks into each room that writes utilities', () => {
  const sources = site.sources
    .filter(({ negated }) => !negated)
    .map(({ base, pattern }) => path.resolve(base, pattern));
  const unseen = written.filter(
    ({ file, name }) =>
      utilities.has(name) &&
      !sources.some((source) => path.resolve(file).startsWith(source + path.sep)),
  );
  expect(unseen).toEqual([]);
});
