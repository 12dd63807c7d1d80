/** A retracted source carries nothing: wherever the small corpus names it, it is told there. */
import { expect, test } from 'vitest';
import { goodFiles, problemsOf, textOf, type Files } from './fixture.ts';

const id = 'reference-tables';

function changed(files: Files, file: string, from: string | RegExp, to: string): Files {
  const text = textOf(files, file);
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${String(from)} is not in ${file}.`);
  return new Map(files).set(file, new TextEncoder().encode(edited));
}

// Every kind of place that the corpus does not have already.
const citing = [
  [
    'articles/model.mdx',
    'Lentils and meat bring',
    `Iron is a metal [@${id}]. Lentils and meat bring`,
  ],
  ['articles/model.mdx', '  - "Low iron', `  - "Iron is a metal [@${id}]."\n  - "Low iron`],
  ['articles/model.mdx', 'A test of the blood', `Iron is a metal [@${id}]. A test of the blood`],
  ['articles/model.mdx', '[@iron-no-effect]', `[@iron-no-effect; @${id}]`],
  ['articles/model.mdx', 'A blood test tells', `Iron is a metal [@${id}].\n\nA blood test tells`],
  ['pages/how-we-work.mdx', 'We read sources', `Iron is a metal [@${id}]. We read sources`],
  ['glossary/ferritin.yaml', 'sources: [iron-test]', `sources: [iron-test, ${id}]`],
  [
    'nutrients/iron.mdx',
    'sources: [reference-tables]\n---',
    `sources: [reference-tables]
facts: [ { text: Iron is a metal., sources: [${id}] } ]
forms: [ { form: a salt, sources: [${id}] } ]
adjustments: [ { for: runner, text: Some lose more., sources: [${id}] } ]
elsewhere: [ { authority: UK, text: The same., sources: [${id}] } ]
---`,
  ],
] as const;

test('a retracted source is told wherever something names it', async () => {
  const cited = citing.reduce<Files>(
    (files, [file, from, to]) => changed(files, file, from, to),
    goodFiles,
  );
  expect(await problemsOf(cited)).toEqual([]);
  const retracted = changed(
    cited,
    'sources/studies.json',
    /("id": "reference-tables"[\s\S]*?"custom": \{)/,
    '$1 "retracted": true,',
  );
  const problems = await problemsOf(retracted);
  expect(new Set(problems.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
    new Set(['error weak-support']),
  );
  const places = [...cited.keys()]
    .filter((file) => !file.startsWith('sources/'))
    .flatMap((file) =>
      textOf(cited, file)
        .split('\n')
        .flatMap((line, index) => (line.includes(id) ? [`content/${file}:${index + 1}`] : [])),
    );
  expect([...new Set(problems.map(({ file, line }) => `${file}:${line}`))].sort()).toEqual(
    places.sort(),
  );
});
