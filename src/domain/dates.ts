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

/** Whether readers may see an article on a day: it is no draft, and its first day has come. */
export function isPublished(
  { draft, published }: { draft: boolean; published: string },
  today: string,
): boolean {
  return !draft && published <= today;
}
