/** What a check found: as text for people, as JSON for machines, as annotations for GitHub. */
import { printable, type Problem } from '../problem.ts';
import { collections } from '../corpus/collections.ts';
import type { Entry } from '../corpus/corpus.ts';
import { certaintyOrder } from '../domain/certainty.ts';
import { formatCount, formatNumber } from '../domain/format.ts';
import { formatDiff } from './diff.ts';
import { isMendable, type Mendable, type Mended } from './fix.ts';
import { fatesOf } from './ledger.ts';
import { evidenceIn } from './overview.ts';
import type { CheckResult } from './run.ts';

// What content and file names hold may be made to be obeyed by a terminal or a build log.
function shown(problem: Problem): Problem {
  const { file, message, fix } = problem;
  return { ...problem, file: printable(file), message: oneLine(message), fix: oneLine(fix) };
}

function oneLine(text: string): string {
  return printable(text.replaceAll(/\s*\n\s*/g, ' '));
}

/** One line a problem, the fix under it, and a line that counts. */
export function formatText(problems: readonly Problem[]): string {
  const lines = problems
    .map(shown)
    .map(
      ({ file, line, column, severity, message, rule, fix }) =>
        `${file}:${line}:${column}  ${severity}  ${message}  ${rule}\n    ${fix}`,
    );
  return [...lines, summary(problems)].join('\n');
}

/** "2 errors, 1 warning", or "clean" where there is no error. */
export function summary(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  if (errors > 0) return `${formatCount(errors, 'error')}, ${formatCount(warnings, 'warning')}`;
  return warnings > 0 ? `clean, ${formatCount(warnings, 'warning')}` : 'clean';
}

/** `[{ file, line, column, severity, rule, message, fix }]`; `file` is its name as the disk has it. */
export function formatJson(problems: readonly Problem[]): string {
  const rows = problems.map((problem) => {
    const { line, column, severity, rule, message, fix } = shown(problem);
    return { file: problem.file, line, column, severity, rule, message, fix };
  });
  // The escapes are JSON's own: whoever parses it gets the name, and a terminal sees plain letters.
  return JSON.stringify(rows, null, 2).split('\n').map(printable).join('\n');
}

/** Words as Markdown prints them, which name nobody and mark nothing up. */
export function inMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`).replaceAll('@', '&#64;');
}

/** The text of a comment on a pull request: how many problems, each with its place, and the table. */
export function formatMarkdown(
  problems: readonly Problem[],
  result: CheckResult | undefined,
): string {
  const lines = problems
    .map(shown)
    .map(
      ({ file, line, severity, message, rule, fix }) =>
        `- **${severity}** ${inMarkdown(`${file}:${line}`)}: ${inMarkdown(message)} (${rule})<br>${inMarkdown(fix)}`,
    );
  const table = result === undefined ? [] : rowsOfTable(result);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `## Content: ${summary(problems)}`,
    ...(lines.length === 0 ? [] : ['', ...lines]),
    ...table.flatMap((cells, index) =>
      index === 0
        ? ['', row(cells), row(cells.map((_, column) => (isFigure(column) ? '---:' : '---')))]
        : [row(cells.map(inMarkdown))],
    ),
  ].join('\n');
}

/** Workflow commands that GitHub shows beside the lines of a pull request. */
export function formatGithub(problems: readonly Problem[]): string {
  const escapeData = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const escapeProperty = (text: string): string =>
    escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return problems
    .map(shown)
    .map(
      ({ file, line, column, severity, message, rule, fix }) =>
        `::${severity} file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(rule)}::${escapeData(`${message} ${fix}`)}`,
    )
    .join('\n');
}

/** What was mended, as a diff and with its reasons, and the guesses that their author has to read first. */
export function formatMended(
  files: Mended['files'],
  mended: readonly Mendable[],
  left: readonly Problem[],
): string {
  const tell = (word: string, { file, line, message, mend }: Mendable): string =>
    `${word}  ${printable(file)}:${line}  ${oneLine(`${message} ${mend.why}`)}`;
  const guesses = left.filter(isMendable);
  return [
    ...[...files].map(([file, { before, after }]) => formatDiff(file, before, after)),
    ...mended.map((problem) => tell('mended', problem)),
    ...guesses.flatMap((problem) => [
      tell('not mended, read it first', problem),
      ...problem.mend.edits.map(({ start, text }) => `    line ${start.line}: "${oneLine(text)}"`),
    ]),
    mended.length === 0
      ? 'Nothing was mended.'
      : `Mended ${formatCount(mended.length, 'problem')}.`,
    '',
  ].join('\n');
}

/** Exceptions that hold, articles that wait for their day, addresses not yet written down. */
export function formatNotes(
  { exceptions, scheduled, corpus, documents }: CheckResult,
  today: string,
): string[] {
  const fresh = fatesOf({ corpus, documents }, today).fresh();
  const named = fresh.slice(0, mostNamed).join(' ');
  const others =
    fresh.length > mostNamed ? ` and ${formatNumber(fresh.length - mostNamed)} more` : '';
  return [
    // Before the first list there is nothing that is out.
    ...(fresh.length === 0 || corpus.ledger.length === 0
      ? []
      : [
          `new  ${printable(named)}${others}: npm run addresses writes them down, once they are out`,
        ]),
    ...exceptions.map(({ entry, rule, reason, until, silenced }) =>
      oneLine(
        `exception  ${placeOf(entry)}  ${rule} until ${until}, silences ${silenced}: ${reason}`,
      ),
    ),
    ...scheduled.map(
      ({ file, published }) =>
        `scheduled  ${printable(file)}  rebuild on ${published} to publish it`,
    ),
  ];
}

const mostNamed = 3;

function placeOf({ collection, file, id }: Entry): string {
  return collections[collection].list ? `${file} (${id})` : file;
}

/** One row an article: words, reading grade, sources, claims by certainty, next review, exceptions. */
export function formatTable(result: CheckResult): string {
  return alignColumns(rowsOfTable(result));
}

// The head first.
function rowsOfTable({ corpus, documents, exceptions }: CheckResult): string[][] {
  const { claims } = corpus.entries;
  const rows = documents.flatMap(({ entry, words, grade, cited: citedIds }) => {
    if (entry.collection !== 'articles' || corpus.partial.includes(entry)) return [];
    const { counts, sources } = evidenceIn(citedIds, claims);
    return [
      [
        printable(entry.id),
        String(words),
        grade?.toFixed(1) ?? '-',
        String(sources),
        ...counts.map(({ count }) => String(count)),
        entry.data.reviewDue,
        exceptions
          .filter((exception) => exception.entry === entry)
          .map(({ rule }) => rule)
          .join(' ') || '-',
      ],
    ];
  });
  const head = `article words grade sources ${certaintyOrder.join(' ')} review exceptions`;
  return [head.split(' '), ...rows];
}

function isFigure(column: number): boolean {
  return column > 0 && column < 9;
}

function alignColumns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isFigure(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
