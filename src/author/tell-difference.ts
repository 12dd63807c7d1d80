/** What differs for readers, as text for a terminal and as Markdown for a pull request. */
import { collections } from '../corpus/collections.ts';
import { capitalize } from '../domain/format.ts';
import { printable } from '../problem.ts';
import { inMarkdown } from '../checks/report.ts';
import type { Detail, Difference } from './compare.ts';

const longest = 200;
// Letters that stay before what differs.
const kept = 30;

// What decides what readers may believe stands first.
const first = ['title', 'name', 'statement', 'certainty', 'finding', 'figures', 'status'];

/** One paragraph an entry; a line that says so where nothing differs. */
export function differenceText(differences: readonly Difference[], ref: string): string {
  if (differences.length === 0) return `For readers nothing differs from ${printable(ref)}.`;
  return differences
    .map((difference) =>
      [
        `${difference.kind.padEnd(8)}${headOf(difference)}`,
        ...ordered(difference.details).map(
          (detail) => `    ${detail.what}: ${changeOf(detail).map(oneLine).join(' → ')}`,
        ),
      ].join('\n'),
    )
    .join('\n');
}

/** The same as Markdown, one list a collection. */
export function differenceMarkdown(differences: readonly Difference[], ref: string): string {
  const title = `## What changes for readers, against ${inMarkdown(ref)}`;
  if (differences.length === 0) return `${title}\n\nNothing.`;
  const groups = Map.groupBy(differences, ({ collection }) => collection);
  return [
    title,
    ...[...groups].map(([collection, own]) =>
      [
        `### ${capitalize(collection)}\n`,
        ...own.map((difference) =>
          [
            `- **${difference.kind}** ${inMarkdown(headOf(difference))}`,
            ...ordered(difference.details).map(
              (detail) =>
                `  - ${inMarkdown(detail.what)}: ${changeOf(detail).map(oneLine).map(inMarkdown).join(' → ')}`,
            ),
          ].join('\n'),
        ),
      ].join('\n'),
    ),
  ].join('\n\n');
}

function headOf({ collection, where, to, title, isOut, kind }: Difference): string {
  const place = to === undefined ? where : `${where} to ${to}`;
  const name = place.endsWith(`/${title}`) ? '' : `  ${title}`;
  const waits = isOut || kind === 'gone' ? '' : ` (${collections[collection].noun} not out yet)`;
  return oneLine(place + name) + waits;
}

function ordered(details: readonly Detail[]): Detail[] {
  const rank = ({ what }: Detail): number => {
    const at = first.indexOf(what);
    return at === -1 ? first.length : at;
  };
  return [...details].sort((a, b) => rank(a) - rank(b));
}

function changeOf({ out, in: into }: Detail): [string, string] {
  const [before, after] = [out[0], into[0]];
  if (before === undefined || after === undefined || out.length + into.length > 2)
    return [listed(out), listed(into)];
  // Of two long texts that begin alike, what differs.
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = same <= 2 * kept ? 0 : before.lastIndexOf(' ', same - kept) + 1;
  const rest = (text: string): string => (from === 0 ? text : `… ${text.slice(from)}`);
  return [listed([rest(before)]), listed([rest(after)])];
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? '–' : items.map(cut).join('; ');
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function oneLine(text: string): string {
  return printable(text.replaceAll(/\s*\n\s*/g, ' '));
}
