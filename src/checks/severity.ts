/** How serious each rule is, and which never stop a build. One table for all of them. */
import type { Problem, Severity } from '../problem.ts';
import type { RuleDiagnostic, RuleText } from './rule.ts';

/** Rules that are printed and stop nothing; every other rule is an error. */
const warnings: ReadonlySet<string> = new Set([
  'unused',
  'causal-wording',
  'named-population',
  'overdrinking',
  'food-first',
  'card-density',
  'review-soon',
  'old-look-up',
  'link-report',
  'old-product-facts',
  'takeaway-first',
  'placeholder',
  'takeaway-length',
  'direct-answer',
  'sentence-length',
  'number-density',
  'reading-level',
  'cliche',
  'key-claim',
]);

/** Rules that `check` reports as errors and a build goes on with: their cause is the calendar. */
const calendarRules: ReadonlySet<string> = new Set(['review-overdue', 'exception-ended']);

/** Severity of a rule by its id. */
export function severityOf(rule: string): Severity {
  return warnings.has(rule) ? 'warning' : 'error';
}

/** What a rule found in a file, as authors are told it. */
export function toProblem(
  file: string,
  rule: Pick<RuleText, 'id' | 'fix'>,
  {
    line,
    column,
    message,
    fix = rule.fix,
    severity = severityOf(rule.id),
    byCalendar,
    mend,
  }: RuleDiagnostic,
): Problem {
  const problem: Problem = { file, line, column, severity, rule: rule.id, message, fix };
  if (mend !== undefined) problem.mend = mend;
  return byCalendar === true || calendarRules.has(rule.id)
    ? { ...problem, byCalendar: true }
    : problem;
}

/** What a diagnostic does, in words for the documentation. */
export function consequenceOf(rule: string): string {
  if (severityOf(rule) === 'warning') return 'warns';
  return calendarRules.has(rule) ? 'fails the check, not the build' : 'stops the build';
}

/** Problems as a build sees them: what the calendar alone brought about stops nothing. */
export function forBuild(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) =>
    problem.byCalendar === true ? { ...problem, severity: 'warning' } : problem,
  );
}
