/** The ids that pages write beside the words of authors are those that headings, questions and terms leave to them. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { frameIds, listPageIds, nutrientParts } from '#anchors.ts';
import { otherPurpose } from '#domain/purpose.ts';

const read = (file: string): string => readFileSync(file, 'utf8');

/** A page with all components that it is made of. */
function madeOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, specifier = ''] of read(file).matchAll(/ from '([^']+\.astro)'/g))
    madeOf(
      specifier
        .replace(/^#/, 'src/')
        .replace(/^\.+\/.*/, (at) => path.join(path.dirname(file), at)),
      found,
    );
  return found;
}

/** The ids that templates write as they are. */
function writtenIn(files: Iterable<string>): string[] {
  return [...files].flatMap((file) =>
    [...read(file).matchAll(/\sid="([^"$]+)"/g)].map(([, id = '']) => id),
  );
}

const pages = globSync('src/pages/**/*.astro');

test('beside headings of authors', () => {
  const withHeadings = pages
    .map((page) => [...madeOf(page)])
    .filter((files) => files.some((file) => read(file).includes('.body} />')));
  const parts = new Set(Object.keys(nutrientParts));
  const written = new Set(withHeadings.flatMap(writtenIn));
  expect([...written].filter((id) => !frameIds.has(id))).toEqual([]);
  expect([...frameIds].filter((id) => !written.has(id) && !parts.has(id))).toEqual([]);
});

test('on pages that list questions, terms, nutrients and purposes', () => {
  const lists = ['faq', 'glossary', 'themes/[id]/index', 'evidence/index', 'products/index'];
  const written = new Set(lists.flatMap((name) => writtenIn(madeOf(`src/pages/${name}.astro`))));
  // Code names what is left where nothing decides.
  expect([...written, otherPurpose].sort()).toEqual([...listPageIds].sort());
});
