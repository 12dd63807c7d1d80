/** Shows what differs between two texts, line by line. */

import { printable } from '../problem.ts';

/** A line that both have, that goes, or that comes. */
type Row = readonly [sign: ' ' | '-' | '+', line: string];

const around = 2;

/**
 * The lines that differ, those that go with "-" and those that come with "+", with two lines around
 * them and the number of the first in the old text before each run of them.
 * @param file what is said of which text it is
 */
export function formatDiff(file: string, before: string, after: string): string {
  const rows = rowsOf(before.split('\n'), after.split('\n'));
  const isNear = rows.map((_, at) =>
    rows.slice(Math.max(0, at - around), at + around + 1).some(([sign]) => sign !== ' '),
  );
  const lines = [`--- ${printable(file)}`];
  let number = 0;
  rows.forEach(([sign, line], at) => {
    if (sign !== '+') number += 1;
    if (isNear[at] !== true) return;
    if (isNear[at - 1] !== true) lines.push(`@@ line ${sign === '+' ? number + 1 : number}`);
    // The end of a line on Windows is no letter of it.
    lines.push(`${sign} ${printable(line.replace(/\r$/, '').replaceAll('\t', '→'))}`.trimEnd());
  });
  return lines.join('\n');
}

// The longest common subsequence of what stands between the same beginning and the same end.
function rowsOf(before: readonly string[], after: readonly string[]): Row[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - head &&
    before.at(-1 - tail) === after.at(-1 - tail)
  )
    tail += 1;
  const olds = before.slice(head, before.length - tail);
  const news = after.slice(head, after.length - tail);
  const same = (line: string): Row => [' ', line];
  return [
    ...before.slice(0, head).map(same),
    ...changesBetween(olds, news),
    ...before.slice(before.length - tail).map(same),
  ];
}

function changesBetween(olds: readonly string[], news: readonly string[]): Row[] {
  // Two whole books are not compared line by line.
  if (olds.length * news.length > 4_000_000)
    return [...olds.map((line): Row => ['-', line]), ...news.map((line): Row => ['+', line])];
  const width = news.length + 1;
  const lengths = new Uint32Array((olds.length + 1) * width);
  for (let old = olds.length - 1; old >= 0; old -= 1)
    for (let at = news.length - 1; at >= 0; at -= 1)
      lengths[old * width + at] =
        olds[old] === news[at]
          ? (lengths[(old + 1) * width + at + 1] ?? 0) + 1
          : Math.max(lengths[(old + 1) * width + at] ?? 0, lengths[old * width + at + 1] ?? 0);
  const rows: Row[] = [];
  let [old, at] = [0, 0];
  while (old < olds.length || at < news.length) {
    const [goes, comes] = [olds[old], news[at]];
    if (goes !== undefined && goes === comes) {
      rows.push([' ', goes]);
      [old, at] = [old + 1, at + 1];
    } else if (
      goes !== undefined &&
      (comes === undefined ||
        (lengths[(old + 1) * width + at] ?? 0) >= (lengths[old * width + at + 1] ?? 0))
    ) {
      rows.push(['-', goes]);
      old += 1;
    } else {
      rows.push(['+', comes ?? '']);
      at += 1;
    }
  }
  return rows;
}
