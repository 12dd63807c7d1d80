/** Problems as text for people and as JSON for machines. */
import type { Problem } from '../problem.ts';

/** One line a problem, the fix under it, and a line that counts. */
export function formatText(problems: readonly Problem[]): string {
  const lines = problems.map(
    ({ file, line, column, severity, message, rule, fix }) =>
      `${file}:${line}:${column}  ${severity}  ${message}  ${rule}\n    ${fix}`,
  );
  return [...lines, summary(problems)].join('\n');
}

/** "2 errors, 1 warning", or "clean" where there is no error. */
export function summary(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (number: number, noun: string): string =>
    `${number} ${noun}${number === 1 ? '' : 's'}`;
  if (errors > 0) return `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  return warnings > 0 ? `clean, ${count(warnings, 'warning')}` : 'clean';
}

/** `[{ file, line, column, severity, rule, message, fix }]`. */
export function formatJson(problems: readonly Problem[]): string {
  return JSON.stringify(
    problems.map(({ file, line, column, severity, rule, message, fix }) => ({
      file,
      line,
      column,
      severity,
      rule,
      message,
      fix,
    })),
    null,
    2,
  );
}
