/** How serious each rule is, and which never stop a build. One table for all of them. */
import type { Severity } from '../problem.ts';

/** Rules that are not listed here are errors. */
const warnings: ReadonlySet<string> = new Set<string>([]);

/** Rules that `check` reports as errors and a build goes on with: their cause is the calendar. */
export const calendarRules: ReadonlySet<string> = new Set(['review-overdue']);

/** Severity of a rule by its id. */
export function severityOf(rule: string): Severity {
  return warnings.has(rule) ? 'warning' : 'error';
}
