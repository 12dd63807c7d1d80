/** Days as text, compared and counted without a clock. */

const dayLength = 24 * 60 * 60 * 1000;

/** Whole days from one day `YYYY-MM-DD` to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}

/** Where an article stands against the day of its next review. */
export type ReviewState = 'fine' | 'soon' | 'overdue';

/** `overdue` from the day after `reviewDue`, `soon` within `warningDays` before it. */
export function reviewState(reviewDue: string, today: string, warningDays: number): ReviewState {
  const left = daysBetween(today, reviewDue);
  if (left < 0) return 'overdue';
  return left <= warningDays ? 'soon' : 'fine';
}

/** What an article or page says of its own days. */
export interface TextDays {
  published?: string | undefined;
  updated?: string | undefined;
  reviewed?: { on: string } | undefined;
  changes: readonly { on: string; kind: 'correction' | 'update' | 'review' }[];
}

/** The last of a text's days: what its byline, the sitemap and search engines are told. */
export function newestDay({ published = '', updated = '', reviewed, changes }: TextDays): string {
  return [published, updated, reviewed?.on ?? '', ...changes.map(({ on }) => on)].reduce(laterOf);
}

/** The last day on which the words changed: a review changes none. */
export function lastChanged({ published, updated, changes }: TextDays): string {
  return newestDay({
    published,
    updated,
    changes: changes.filter(({ kind }) => kind !== 'review'),
  });
}

/** The later of two days. */
export function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

/** The same day some years later, to compare with: February 29 stays what it is. */
export function yearsLater(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

/** Stands where a draft has no first day: it sorts behind all days. */
export const never = 'never';

/** The first day on which readers may see an entry: `never` for a draft, '' where it has none. */
export function firstDay(data: object): string {
  const { draft = false }: { draft?: boolean } = data;
  if (draft) return never;
  const { published = '' }: { published?: string } = data;
  return published;
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayLength).toISOString().slice(0, 10);
}

/** Whether readers may see an entry on a day: it is no draft, and its first day, if it has one, has come. */
export function isPublished(data: object, today: string): boolean {
  return firstDay(data) <= today;
}
