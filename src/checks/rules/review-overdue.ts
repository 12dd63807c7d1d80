/** An article is looked at again by its day. */
import { reviewState } from '../../domain/dates.ts';
import { site } from '../../site.ts';
import type { Rule } from '../rule.ts';

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  demands: 'An article is looked at again by its day. A build goes on; the page carries a banner.',
  why: 'Evidence changes, and a date that nobody keeps is worth nothing.',
  fix: 'Read the article against newer evidence, then set a new reviewDue.',
  onDay: ({ entry, today }) => {
    if (entry.collection !== 'articles') return [];
    const { reviewDue } = entry.data;
    if (reviewState(reviewDue, today, site.reviewWarningDays) !== 'overdue') return [];
    return [{ ...entry.locate(['reviewDue']), message: `the review was due on ${reviewDue}.` }];
  },
};
