/** A review that is due soon is announced. */
import { daysBetween, reviewState } from '../../domain/dates.ts';
import { site } from '../../site.ts';
import type { Rule } from '../rule.ts';

export const reviewSoon: Rule = {
  id: 'review-soon',
  demands: `A review that is due within ${site.reviewWarningDays} days is announced.`,
  why: 'A review takes time; a warning gives it.',
  fix: 'Plan the review.',
  onDay: ({ entry, today }) => {
    if (entry.collection !== 'articles') return [];
    const { reviewDue } = entry.data;
    if (reviewState(reviewDue, today, site.reviewWarningDays) !== 'soon') return [];
    const days = daysBetween(today, reviewDue);
    const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
    return [{ ...entry.locate(['reviewDue']), message: `the review is due ${when}.` }];
  },
};
