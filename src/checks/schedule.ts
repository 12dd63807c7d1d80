/** The days on which the site changes by itself: for a calendar, or for a build that waits for one. */
import { collections } from '../corpus/collections.ts';
import { dayAfter } from '../domain/dates.ts';
import { inOrder } from '../domain/order.ts';
import { printable } from '../problem.ts';
import type { CheckResult } from './run.ts';

/** What a day brings when the site is built on it. */
export interface SiteEvent {
  /** `YYYY-MM-DD`. */
  day: string;
  what: 'published' | 'review overdue' | 'exception ended';
  file: string;
  /** What it means for readers or authors. */
  means: string;
}

/**
 * What is to come after a day, the next first: articles that wait, reviews after whose day a page
 * carries a banner, exceptions after whose day the check fails. Drafts wait for no day.
 */
export function scheduleOf(
  { corpus, exceptions, scheduled }: Pick<CheckResult, 'corpus' | 'exceptions' | 'scheduled'>,
  today: string,
): SiteEvent[] {
  const waiting = scheduled.map(({ file, published }): SiteEvent => ({
    day: published,
    what: 'published',
    file,
    means: 'a build on that day or later puts it on the site',
  }));
  const reviews = [...corpus.entries.articles.values()]
    .filter(({ data }) => !data.draft)
    .map(({ file, data }): SiteEvent => ({
      day: dayAfter(data.reviewDue),
      what: 'review overdue',
      file,
      means: 'a build on that day or later puts a banner on the page, and the check fails',
    }));
  const ends = exceptions.map(({ entry, rule, until }): SiteEvent => ({
    day: dayAfter(until),
    what: 'exception ended',
    file: collections[entry.collection].list === true ? `${entry.file} (${entry.id})` : entry.file,
    means: `the exception from ${rule} holds no more, and the check fails`,
  }));
  return [...waiting, ...reviews, ...ends]
    .filter(({ day }) => day > today)
    .sort((a, b) => inOrder(a.day, b.day) || inOrder(a.file, b.file) || inOrder(a.what, b.what));
}

/** An event on one line. */
export function formatEvent({ day, what, file, means }: SiteEvent): string {
  return `${day}  ${what}  ${printable(file)}: ${printable(means)}`;
}
