/** A quotation with its source: read, cited and shown in every form. */
import { expect, test } from 'vitest';
import { compileDocument } from '#document/compile.ts';
import { partsHtml } from '#formats/parts.ts';
import { bibliography, citationsOf } from '#views/citation.ts';
import { partViews } from '#views/parts.ts';
import { sampleLibrary } from '../../src/gallery/sample-library.ts';

const text =
  'Before it [@sample-strong].\n\n<Quote source="sample-review">\n\nNobody was asked.\n\n</Quote>\n';
const compiled = compileDocument({ text, takeaways: [], questions: [], answers: [] });
const { document } = compiled;

test('its words are quoted, and say where they are from', () => {
  expect(compiled.diagnostics).toEqual([]);
  expect(compiled.prose.map(({ quoted, attributed }) => [quoted, attributed])).toEqual([
    [false, false],
    [true, true],
  ]);
});

test('its source is cited where it stands', () => {
  const cited = citationsOf(document, sampleLibrary).map(({ ids }) => ids);
  expect(cited).toEqual([['sample-strong'], ['sample-review']]);
});

test('under it stands the work with its mark, in feeds and twins too', () => {
  const sources = bibliography(citationsOf(document, sampleLibrary), sampleLibrary);
  const views = partViews(document.body, sources, sampleLibrary);
  const html = partsHtml(views, (marks) => marks.map(({ text: mark }) => `[${mark}]`).join(''));
  expect(html).toMatch(
    /<blockquote><p>Nobody was asked\.<\/p><p>Muster, 2020\[\d+\]<\/p><\/blockquote>/,
  );
});
