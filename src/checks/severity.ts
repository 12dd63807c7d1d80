/** How serious each rule is, and which never stop a build. One table for all of them. */
import type { Severity } from '../problem.ts';

/** Rules that are printed and stop nothing; every other rule is an error. */
const warnings: ReadonlySet<string> = new Set([
  'unused',
  'causal-wording',
  'named-population',
  'overdrinking',
  'food-first',
  'card-density',
  'review-soon',
  'old-product-facts',
  'takeaway-length',
  'direct-answer',
  'sentence-length',
  'reading-level',
  'cliche',
]);

/** Rules that `check` reports as errors and a build goes on with: their cause is the calendar. */
export const calendarRules: ReadonlySet<string> = new Set(['review-overdue']);

/** Severity of a rule by its id. */
export function severityOf(rule: string): Severity {
  return warnings.has(rule) ? 'warning' : 'error';
}
