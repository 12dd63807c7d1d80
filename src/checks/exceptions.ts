/** What exceptions silence, and what is wrong with an exception itself. */
import { collections } from '../corpus/collections.ts';
import { allEntries, type Corpus, type Entry } from '../corpus/corpus.ts';
import { renameAt, safe } from '../document/mend.ts';
import { didYouMean, sureGuess } from '../document/suggest.ts';
import { daysBetween } from '../domain/dates.ts';
import type { Mend, Position, Problem } from '../problem.ts';
import type { Exception } from '../schemas/exception.ts';
import type { RuleText } from './rule.ts';
import { exception as unsound, mostDays } from './rules/exception.ts';
import { exceptionEnded } from './rules/exception-ended.ts';
import { isSilenceable, rules } from './rules/index.ts';
import { unused } from './rules/unused.ts';
import { toProblem } from './severity.ts';

/** An exception that an entry declares, and how many diagnostics it silenced. */
export interface HeldException extends Exception {
  entry: Entry;
  /** Its number in the entry, from 0. */
  index: number;
  silenced: number;
}

/**
 * Takes out the problems that exceptions silence, and adds those of the exceptions themselves. What
 * an exception silenced until yesterday is told again, as brought about by the calendar.
 */
export function applyExceptions(
  corpus: Corpus,
  problems: readonly Problem[],
  today: string,
): { kept: Problem[]; exceptions: HeldException[] } {
  const entries = [...allEntries(corpus), ...corpus.partial];
  const exceptions = entries.flatMap((entry) =>
    entry.exceptions.map((one, index) => ({ ...one, entry, index, silenced: 0 })),
  );
  // Where they cannot be read, what they may silence is not told yet.
  const unread = new Set(
    entries
      .filter(
        ({ isSound, exceptions: own, text }) =>
          !isSound && own.length === 0 && /^\s*"?exceptions"?:/m.test(text()),
      )
      .map(({ file }) => file),
  );
  if (exceptions.length === 0 && unread.size === 0) return { kept: [...problems], exceptions };
  const files = new Set(exceptions.map(({ entry }) => entry.file));
  const neighbors = Map.groupBy(
    entries.filter(({ file }) => files.has(file)),
    ({ file }) => file,
  );
  const byEntry = Map.groupBy(exceptions, ({ entry }) => entry);
  const kept = problems.flatMap((problem): Problem[] => {
    if (!isSilenceable(problem.rule, problem.severity)) return [problem];
    if (unread.has(problem.file)) return [];
    const entry = entryAt(problem, neighbors.get(problem.file) ?? []);
    const own = entry === undefined ? [] : (byEntry.get(entry) ?? []);
    const named = own.filter(({ rule }) => rule === problem.rule);
    const silencer = named.find(({ until }) => until >= today) ?? named[0];
    if (silencer === undefined) return [problem];
    silencer.silenced += 1;
    return silencer.until >= today ? [] : [{ ...problem, byCalendar: true }];
  });
  // Behind an error a rule may not have looked.
  const unclear = new Set(
    kept.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
  return {
    kept: [...kept, ...exceptions.flatMap((one) => faultOf(one, today, unclear) ?? [])],
    exceptions,
  };
}

// In a list an entry ends where the next one starts.
function entryAt(place: Position, entries: readonly Entry[]): Entry | undefined {
  const [first] = entries;
  if (first === undefined || !collections[first.collection].list) return first;
  return entries.findLast((entry) => {
    const start = entry.locate([]);
    return start.line === place.line ? start.column <= place.column : start.line < place.line;
  });
}

function faultOf(
  { entry, index, rule, until, silenced }: HeldException,
  today: string,
  unclear: ReadonlySet<string>,
): Problem | undefined {
  const report = (
    own: RuleText,
    field: string,
    message: string,
    fix = own.fix,
    mend?: Mend,
  ): Problem =>
    toProblem(entry.file, own, {
      ...entry.locate(['exceptions', index, field]),
      message,
      fix,
      mend,
    });
  if (!rules.some(({ id }) => id === rule)) {
    const ids = rules.map(({ id }) => id);
    const fix = didYouMean(rule, ids, 'The page /rules/ lists all rules.');
    const guess = sureGuess(rule, ids);
    const place = entry.locate(['exceptions', index, 'rule']);
    const edit = guess === undefined ? undefined : renameAt(entry.text(), place, '\n', rule, guess);
    const mend = edit && safe('No other rule is called like it.', edit);
    return report(unsound, 'rule', `there is no rule "${rule}".`, fix, mend);
  }
  // Some rules have diagnostics that only warn: those are silenced.
  if (!isSilenceable(rule) && silenced === 0)
    return report(unsound, 'rule', `the rule "${rule}" cannot be silenced.`);
  if (until < today)
    return report(exceptionEnded, 'until', `the exception from "${rule}" ran out on ${until}.`);
  if (daysBetween(today, until) > mostDays)
    return report(
      unsound,
      'until',
      `the exception from "${rule}" holds until ${until}, more than ${mostDays} days.`,
      'Set a nearer day, and look at it again then.',
    );
  if (silenced > 0 || unclear.has(entry.file)) return undefined;
  return report(unused, 'rule', `the exception from "${rule}" silences nothing.`, 'Delete it.');
}
