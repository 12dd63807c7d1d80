/** Carries out the safe mends of a content folder in memory, as far as the checks are content with them. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { digestOf } from '../corpus/content-file.ts';
import type { Overlay } from '../corpus/read.ts';
import { LineIndex } from '../document/line-index.ts';
import { printable, UserError, type Edit, type Mend, type Problem } from '../problem.ts';
import type { CheckOptions } from './documents.ts';
import { checkContent, type CheckResult } from './run.ts';

/** A problem that a machine can mend. */
export type Mendable = Problem & { mend: Mend };

/** What mending came to; nothing of it was written. */
export interface Mended {
  /** Files that differ, as they would be, by path. */
  files: ReadonlyMap<string, { before: string; after: string }>;
  /** Problems that are gone because of it, in the order in which they went. */
  mended: readonly Mendable[];
  /** What the checks find in the files as they would be. */
  result: CheckResult;
}

// A mend may lay bare what another one mends: a file that parses again, a field with its right name.
const mostRounds = 40;

/**
 * Mends what is safe to mend, all mends of a file together and then one by one where together they
 * do not hold. What does not take its problem away, or brings another one, is not done.
 * @param directory absolute path of the content folder
 * @param wants which problems are to be mended
 * @throws {UserError} when the folder does not exist
 */
export async function mendContent(
  directory: string,
  today: string,
  wants: (result: CheckResult) => readonly Problem[],
  options: CheckOptions = {},
): Promise<Mended> {
  const overlay = new Map(options.overlay);
  const check = (files: Overlay): Promise<CheckResult> =>
    checkContent(directory, today, { ...options, overlay: files });
  const files = new Map<string, { before: string; after: string }>();
  const mended: Mendable[] = [];
  const refused = new Set<string>();
  let one = false;
  let result = await check(overlay);
  for (let round = 0; round < mostRounds; round += 1) {
    const left = wants(result)
      .filter(isMendable)
      .filter(({ mend, file }) => mend.safety === 'safe' && result.corpus.digests.has(file))
      .filter((problem) => !refused.has(placeOf(problem)));
    const taken = apart(one ? left.slice(0, 1) : left);
    const [first] = taken;
    if (first === undefined) break;
    const attempt = new Map(overlay);
    for (const [file, problems] of Map.groupBy(taken, (problem) => problem.file)) {
      const before = await textOf(directory, file, overlay, result.corpus.digests);
      if (before !== undefined)
        attempt.set(file, Buffer.from(applyEdits(before, editsOf(problems))));
    }
    const next = await check(attempt);
    if (isBetter(result.problems, next.problems, taken)) {
      for (const file of new Set(taken.map((problem) => problem.file))) {
        const before = files.get(file)?.before ?? (await original(directory, file, overlay));
        files.set(file, { before, after: Buffer.from(attempt.get(file) ?? '').toString() });
        overlay.set(file, attempt.get(file));
      }
      mended.push(...taken);
      result = next;
      one = false;
    } else if (taken.length === 1) {
      refused.add(placeOf(first));
      one = false;
    } else one = true;
  }
  return { files, mended, result };
}

/**
 * Writes what was mended.
 * @throws {UserError} when a file is no longer what was checked; then none is written
 */
export async function writeMended(directory: string, files: Mended['files']): Promise<void> {
  for (const [file, { before }] of files)
    if ((await original(directory, file, new Map())) !== before)
      throw new UserError(`${printable(file)} changed while it was mended: try again.`);
  for (const [file, { after }] of files)
    await writeFile(path.join(path.dirname(directory), file), after);
}

/** Whether a machine can mend a problem. */
export function isMendable(problem: Problem): problem is Mendable {
  return problem.mend !== undefined;
}

/** A text with edits carried out that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const lines = new LineIndex(text);
  return edits
    .map(({ start, end, text: put }) => ({ from: lines.offset(start), to: lines.offset(end), put }))
    .sort((a, b) => b.from - a.from || b.to - a.to)
    .reduce((whole, { from, to, put }) => whole.slice(0, from) + put + whole.slice(to), text);
}

// Two problems may have the same edit: a whole construct is mended once.
function editsOf(problems: readonly Mendable[]): Edit[] {
  const edits = problems.flatMap(({ mend }) => mend.edits);
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

// Problems whose edits leave each other alone, or are the same.
function apart(problems: readonly Mendable[]): Mendable[] {
  const taken: Mendable[] = [];
  for (const problem of problems) {
    const near = editsOf(taken.filter(({ file }) => file === problem.file));
    const known = new Set(near.map((edit) => JSON.stringify(edit)));
    const fresh = problem.mend.edits.filter((edit) => !known.has(JSON.stringify(edit)));
    if (!fresh.some((edit) => near.some((other) => meets(edit, other)))) taken.push(problem);
  }
  return taken;
}

function meets(a: Edit, b: Edit): boolean {
  const isBefore = (one: Edit['start'], other: Edit['start']): boolean =>
    one.line < other.line || (one.line === other.line && one.column < other.column);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

const syntax: ReadonlySet<string> = new Set(['data-syntax', 'mdx-syntax']);
const shape: ReadonlySet<string> = new Set([
  ...syntax,
  'schema',
  'data-duplicate-key',
  'file-characters',
  'component-unknown',
  'component-props',
]);

// Better is: each mended problem is gone and nothing is wrong that was right. Behind a broken file
// other problems wait; those count where the edits are, and a broken line behind them.
function isBetter(
  before: readonly Problem[],
  after: readonly Problem[],
  taken: readonly Mendable[],
): boolean {
  const there = new Set(after.map(placeOf));
  if (taken.some((problem) => there.has(placeOf(problem)))) return false;
  const [was, is] = [countsOf(before), countsOf(after)];
  const hidden = new Set(before.filter(({ rule }) => shape.has(rule)).map(({ file }) => file));
  const isHiding = taken.some(({ file }) => hidden.has(file));
  const isNear = (problem: Problem): boolean =>
    taken.some(
      ({ file, mend: { edits } }) =>
        file === problem.file && edits.some((edit) => touches(edit, problem)),
    );
  return after
    .filter((problem) => (is.get(nameOf(problem)) ?? 0) > (was.get(nameOf(problem)) ?? 0))
    .every((problem) => isHiding && !isNear(problem));
}

// Behind a name that was mended its value may be wrong in its own way, which only now is seen.
function touches({ start, end, text }: Edit, { line, column, rule }: Problem): boolean {
  if (line > end.line || line < start.line) return syntax.has(rule) && line === end.line + 1;
  return shape.has(rule) || column <= start.column + text.length;
}

function placeOf(problem: Problem): string {
  return `${nameOf(problem)} ${problem.line}`;
}

function nameOf({ file, rule, message }: Problem): string {
  return `${file} ${rule} ${message}`;
}

function countsOf(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems)
    counts.set(nameOf(problem), (counts.get(nameOf(problem)) ?? 0) + 1);
  return counts;
}

async function original(directory: string, file: string, overlay: Overlay): Promise<string> {
  const bytes = overlay.get(file) ?? (await readFile(path.join(path.dirname(directory), file)));
  return Buffer.from(bytes).toString();
}

// The text as the checks counted it; undefined where the file is no longer what was checked.
async function textOf(
  directory: string,
  file: string,
  overlay: Overlay,
  digests: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  const text = await original(directory, file, overlay);
  return digestOf(text) === digests.get(file) ? text.replace(/^\uFEFF/, '') : undefined;
}
