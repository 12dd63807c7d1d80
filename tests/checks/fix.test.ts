/** What `check --fix` mends, what it leaves alone, and that twice is once. */
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, isMendable, mendContent } from '#checks/fix.ts';
import { formatDiff } from '#checks/diff.ts';
import { applyCase, day, problemsOf, readCases, type Case } from './fixture.ts';

const root = path.resolve('tests/fixtures/content');

interface MendCase extends Case {
  /** What stands in the place of what was put; absent where that stays. */
  becomes?: string;
}

async function mend(files: ReadonlyMap<string, Uint8Array>, file: string) {
  const overlay = new Map([[`content/${file}`, files.get(file)]]);
  return mendContent(root, day, ({ problems }) => problems, { overlay });
}

const cases = readCases<MendCase>('tests/fixtures/mends.yaml');

describe('what has one sure answer', () => {
  const sure = cases.filter(({ becomes }) => becomes !== undefined);
  test.each(sure)('$name', async ({ becomes = '', ...mistake }) => {
    const { files, file } = applyCase(mistake);
    const { files: mended, result } = await mend(files, file);
    const put = mistake.body ?? mistake.put ?? '';
    const whole = Buffer.from(files.get(file) ?? '').toString();
    expect(mended.get(`content/${file}`)?.after).toBe(whole.replace(put, () => becomes));
    expect(result.problems).toEqual([]);
  });
});

describe('what has none stays', () => {
  const unsure = cases.filter(({ becomes }) => becomes === undefined);
  test.each(unsure)('$name', async (mistake) => {
    const { files, file } = applyCase(mistake);
    expect([...(await mend(files, file)).files]).toEqual([]);
  });
});

// The mistakes of the rules on shape, references and markup: whatever is mended there stays quiet,
// brings nothing new, changes no other line, and a second time nothing.
const groups = ['shape', 'references', 'exceptions', 'values'].map((group) => ({
  group,
  mistakes: readCases<Case>(`tests/fixtures/broken/${group}.yaml`).filter(
    ({ bytes, gone, today }) => bytes === undefined && gone !== true && today === undefined,
  ),
}));

describe.each(groups)('mistakes of $group.yaml', ({ mistakes }) => {
  test.each(mistakes)('$name', async (mistake) => {
    const { files, file } = applyCase(mistake);
    const problems = await problemsOf(files);
    const sure = problems.filter(isMendable).filter(({ mend: { safety } }) => safety === 'safe');
    if (sure.length === 0 || sure.some((problem) => problem.file !== `content/${file}`)) return;
    const { files: mended, mended: told, result } = await mend(files, file);
    const change = mended.get(`content/${file}`);
    if (change === undefined) return;
    const lines = change.before.split('\n');
    const changed = change.after
      .split('\n')
      .flatMap((line, at) => (line === lines[at] ? [] : [at + 1]));
    const edited = told.flatMap(({ mend: { edits } }) => edits.map(({ start }) => start.line));
    expect(change.after.split('\n')).toHaveLength(lines.length);
    expect(edited).toEqual(expect.arrayContaining(changed));
    const places = result.problems.map(({ rule, line }) => `${rule} ${line}`);
    for (const { rule, line } of told) expect(places).not.toContain(`${rule} ${line}`);
    const again = new Map(files).set(file, Buffer.from(change.after));
    expect([...(await mend(again, file)).files]).toEqual([]);
  });
});

test('edits are carried out from the end, in UTF-16 units', () => {
  const edit = (line: number, from: number, to: number, text: string) => ({
    start: { line, column: from },
    end: { line, column: to },
    text,
  });
  expect(
    applyEdits('💧 a\r\nb c', [edit(1, 4, 5, 'xyz'), edit(2, 1, 2, ''), edit(2, 3, 4, 'd')]),
  ).toBe('💧 xyz\r\n d');
});

test('a diff tells the lines that differ and two around them', () => {
  expect(formatDiff('content/x.yaml', 'a\nb\nc\nd\ne\nf\n', 'a\nb\nc\nD\ne\nf\n')).toBe(
    '--- content/x.yaml\n@@ line 2\n  b\n  c\n- d\n+ D\n  e\n  f',
  );
  expect(formatDiff('x', 'a\r\nb\r\n', 'a\r\nB\r\n')).toBe('--- x\n@@ line 1\n  a\n- b\n+ B\n');
});

test('of a diff the old and the new text can be read', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const rows = formatDiff('x', before.join('\n'), after.join('\n')).split('\n').slice(1);
      const goes = rows.filter((row) => row.startsWith('-')).length;
      const comes = rows.filter((row) => row.startsWith('+')).length;
      const [old, fresh] = [before.join('\n').split('\n'), after.join('\n').split('\n')];
      expect(comes - goes).toBe(fresh.length - old.length);
    }),
  );
});
