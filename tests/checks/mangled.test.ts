/** Good files mangled at random: whatever stands in a file, a check ends soon and tells it as problems. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatText } from '#checks/report.ts';
import { ledgerFile } from '#corpus/ledger.ts';
import type { Problem } from '#problem.ts';
import { goodFiles, problemsOf, textOf, type Files } from './fixture.ts';

const pieces = [
  '{',
  '}',
  '<',
  '>',
  '</',
  '/>',
  '{/*',
  '*/}',
  '<Callout kind="note" title="x">',
  '</Callout>',
  '[@',
  ']',
  '[@iron-test]',
  '](',
  '![',
  '`',
  '```',
  '|',
  '\n|---|\n',
  '#',
  '\n# ',
  '\n---\n',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '  ',
  '\u0000',
  '\u202E',
  '\uFEFF',
  '\uE0030\uE004',
  '\uD800',
  '💧',
  ': ',
  '- ',
  '&a ',
  '*a ',
  '!!js ',
  '"',
  "'",
  '[',
  ']',
  ',',
  '? ',
  '<<: ',
  '%',
  '@',
  '&#x202E;',
  'import x from "y"',
  'export default 1',
  '25 mg',
  '28%',
  'prevents',
  'cures anemia',
  '$20',
  'не',
  '__proto__: 1',
  'constructor: 1',
  'toString',
  '0x10',
  '1e400',
  '.nan',
  'null',
  '~',
  '2026-13-01',
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(2000)),
  put: fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom(...pieces).map((piece) => piece.repeat(200)),
    fc.string({ unit: 'binary', maxLength: 40 }),
  ),
});

function mangle(
  files: Files,
  file: string,
  edits: { at: number; length: number; put: string }[],
): Files {
  let text = textOf(files, file);
  for (const { at, length, put } of edits) {
    const start = Math.floor(at * text.length);
    text = text.slice(0, start) + put + text.slice(start + length);
  }
  return new Map(files).set(file, new TextEncoder().encode(text));
}

/** What is wrong with how a problem is told: it is one printable line, with a place in its file. */
function unreadable(problem: Problem, files: Files): string[] {
  const { file, line, column, message, fix } = problem;
  const name = file.replace('content/', '');
  const lines = files.has(name) ? textOf(files, name).split('\n') : [];
  const [told = '', ...rest] = formatText([problem]).split('\n');
  const wrong = {
    'a line that is not there': line < 1 || line > Math.max(1, lines.length),
    'a column that is not there': column < 1 || column > (lines[line - 1] ?? '').length + 1,
    'words of the program': /\bundefined\b|\[object |\n {4}at /.test(message),
    'no sentence': !/[.:]$/.test(message) || fix === '',
    'more than a line and its fix': rest.length !== 2,
    'what cannot be printed': /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(told + rest.join('')),
    'without end': told.length > 1500,
  };
  return Object.entries(wrong)
    .filter(([, isWrong]) => isWrong)
    .map(([what]) => `${what}: ${file}:${line}:${column} ${message} ${fix}`);
}

const oddValues = [
  '"true"',
  '"5"',
  'yes',
  'off',
  '~',
  'null',
  '.nan',
  '-.inf',
  '1e3',
  '007',
  '0x1F',
  '0o17',
  '+5',
  '5 mg',
  '1,300',
  '2026-13-45',
  '2026-01-01 10:00',
  '!!timestamp 2026-01-01',
  '!!binary aGk=',
  '!!set { a }',
  '&a',
  '*a',
  '[]',
  '{}',
  '[[[]]]',
  '{ a: 1 }',
  '"\\e[31m::error::x"',
  '"\\u202Ea"',
  '"\\0"',
  '"a\\nb"',
  '|',
  '>-',
  '"',
  "'",
  '#1',
  '@a',
  '%a',
  '`a`',
  'a: b',
  '- a',
  '? a',
  'javascript:alert(1)',
  `"${'a'.repeat(5000)}"`,
  `[${'a, '.repeat(500)}]`,
  '"\\uD800"',
  '=1+1',
  '__proto__',
  '<<',
];

test('no odd value hides where it stands or what to write', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        ...[...goodFiles.keys()].filter(
          (name) => !name.endsWith('.mdx') || name.startsWith('articles/'),
        ),
      ),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.constantFrom(...oddValues),
      async (file, which, value) => {
        const text = textOf(goodFiles, file);
        const head = file.endsWith('.mdx') ? text.indexOf('\n---', 4) : text.length;
        const values = [...text.slice(0, head).matchAll(/(?<=: )[^\s{[][^\n]*?(?=,?\n)/g)];
        const old = values[Math.floor(which * values.length)];
        if (old === undefined) return;
        const put = text.slice(0, old.index) + value + text.slice(old.index + old[0].length);
        const files = new Map(goodFiles).set(file, new TextEncoder().encode(put));
        const problems = await problemsOf(files);
        expect(problems.flatMap((problem) => unreadable(problem, files))).toEqual([]);
      },
    ),
    { numRuns: 150, seed: 20260601 },
  );
});

test('no mangled file throws or hangs, and every problem has a place, a reason and a fix', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...goodFiles.keys()),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      async (file, edits) => {
        const files = mangle(goodFiles, file, edits);
        const problems = await problemsOf(files);
        expect(problems.flatMap((problem) => unreadable(problem, files))).toEqual([]);
      },
    ),
    { numRuns: 300, seed: 20260601 },
  );
});

test('bytes that are no text at all are told as such', async () => {
  // A list of addresses may be empty.
  const files = [...goodFiles.keys()].filter((file) => file !== ledgerFile);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.uint8Array({ maxLength: 200 }),
      async (file, bytes) => {
        const problems = await problemsOf(new Map(goodFiles).set(file, bytes));
        expect(problems.some((problem) => problem.file === `content/${file}`)).toBe(true);
      },
    ),
    { numRuns: 50, seed: 20260601 },
  );
});

// What takes some parsers the square of the time, or all of the stack.
test.each([
  ['brackets in YAML', 'people/desk.yaml', '['.repeat(100_000)],
  ['groups in YAML', 'people/desk.yaml', '{a: '.repeat(50_000)],
  [
    'keys in YAML',
    'people/desk.yaml',
    Array.from({ length: 5000 }, (_, key) => `k${key}: 1`).join('\n'),
  ],
  ['aliases of aliases', 'people/desk.yaml', `a: &a [*a]\nb: [${'*a, '.repeat(1000)}]`],
  ['brackets in JSON', 'sources/studies.json', '['.repeat(100_000)],
  ['braces in prose', 'articles/model.mdx', '{\n'.repeat(100_000)],
  ['tags in prose', 'articles/model.mdx', '<b>\n'.repeat(60_000)],
  ['quotations in prose', 'articles/model.mdx', `${'>'.repeat(15_000)} x`],
  ['emphasis in prose', 'articles/model.mdx', '**a '.repeat(4000)],
  ['citations in prose', 'articles/model.mdx', '[@a] improves 25 mg. '.repeat(900)],
  ['numbers in prose', 'articles/model.mdx', '1,'.repeat(9000)],
  ['one word', 'articles/model.mdx', 'a'.repeat(19_000)],
  ['one sentence of verbs', 'articles/model.mdx', `${'prevents cures '.repeat(1300)} [@iron-test]`],
  [
    'a hundred paragraphs of verbs',
    'articles/model.mdx',
    `${'prevents '.repeat(300)} [@iron-test]\n\n`.repeat(100),
  ],
  ['headings', 'articles/model.mdx', '## a\n\n'.repeat(20_000)],
  ['a table of many rows', 'articles/model.mdx', `| a |\n|---|\n${'| 5 mg |\n'.repeat(20_000)}`],
  ['open links', 'articles/model.mdx', '['.repeat(19_000)],
  ['links to nowhere', 'articles/model.mdx', '[a b](/nowhere/)\n'.repeat(5000)],
])('%s end', async (_name, file, text) => {
  const old = textOf(goodFiles, file);
  const put = file.endsWith('.mdx') ? `${old}\n${text}\n` : text;
  const problems = await problemsOf(new Map(goodFiles).set(file, new TextEncoder().encode(put)));
  expect(problems.every(({ fix, line }) => fix !== '' && line > 0)).toBe(true);
});
