/** What components and sheets name must exist: messages word for word. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { addFile, readCorpus } from '#corpus/read.ts';
import { compileDocument } from '#document/compile.ts';
import { unknownReference } from '../../src/checks/rules/unknown-reference.ts';

const corpus = await readCorpus(path.resolve('content'));
const [entry] = corpus.entries.pages.values();
if (entry === undefined) throw new Error('The content has no page to try with.');

function problemsOf(text: string): string[] {
  const compiled = compileDocument({ text, takeaways: [], questions: [], answers: [] });
  expect(compiled.findings).toEqual([]);
  const findings = unknownReference.document?.({
    entry: entry!,
    compiled,
    corpus,
    today: '2026-11-24',
  });
  return (findings ?? []).map(
    ({ line, column, message, fix }) => `${line}:${column} ${message} ${fix}`,
  );
}

test.each([
  ['<FoodSources nutrient="irom" />', '1:1 there is no food list "irom". Did you mean "iron"?'],
  // A nutrient that the USDA release carries no figures for has no list.
  [
    '<FoodSources nutrient="iodine" />',
    '1:1 there is no food list "iodine". Add it to content/foods/, or correct the id.',
  ],
  ['<IntakeTable nutrient="zink" />', '1:1 there is no nutrient "zink". Did you mean "zinc"?'],
  ['<EvidenceTable topic="cramp" />', '1:1 no claim has the topic "cramp". Did you mean "cramps"?'],
  [
    'Low <Term id="ferritine">ferritin</Term>.',
    '1:5 there is no term "ferritine". Did you mean "ferritin"?',
  ],
])('%s', (text, problem) => expect(problemsOf(text)).toEqual([problem]));

test('what exists is fine', () => {
  expect(
    problemsOf(
      '<FoodSources nutrient="iron" />\n\n<IntakeTable nutrient="iodine" />\n\n<EvidenceTable topic="cramps" />\n\nA <Term id="ferritin">word</Term>.',
    ),
  ).toEqual([]);
});

test('a sheet names a nutrient, claims and sources that exist', async () => {
  const broken = await readCorpus(path.resolve('content'));
  addFile(broken, {
    collection: 'sheets',
    id: 'irons',
    file: 'content/sheets/irons.yaml',
    absolutePath: '/content/sheets/irons.yaml',
    digest: '',
    findings: [],
    text: 'lead: A lead.\nask:\n  - text: A point.\n    sources: [ ferritin-cutoff ]\ncutoffs:\n  - text: A point.\n    sources: [ ferritin-cutoffs ]\nvalues:\n  - { name: Ferritin, unit: mcg/L }\n',
  });
  expect(broken.problems).toEqual([]);
  const findings = unknownReference.corpus?.({
    corpus: broken,
    documents: [],
    today: '2026-11-24',
  });
  expect(findings).toEqual([
    expect.objectContaining({
      file: 'content/sheets/irons.yaml',
      message: 'there is no nutrient "irons".',
    }),
    expect.objectContaining({
      line: 4,
      column: 16,
      message: 'there is no claim or source "ferritin-cutoff".',
      fix: 'Did you mean "ferritin-cutoffs"?',
    }),
  ]);
});
