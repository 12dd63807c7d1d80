/** What is old is looked at again. The day comes in as `today`. */
import { daysBetween, reviewState } from '../../domain/dates.ts';
import { site } from '../../site.ts';
import type { Entry } from '../../corpus/read.ts';
import type { CorpusFinding, DocumentContext, Rule } from '../rule.ts';

const yearDays = 365;

function article({ entry }: DocumentContext): Entry<'articles'> | undefined {
  return entry.collection === 'articles' ? entry : undefined;
}

export const reviewOverdue: Rule = {
  id: 'review-overdue',
  demands: 'An article is looked at again by its day. A build goes on; the page carries a banner.',
  why: 'Evidence changes, and a date that nobody keeps is worth nothing.',
  fix: 'Read the article against newer evidence, then set a new reviewDue.',
  document: (context) => {
    const own = article(context);
    if (
      own === undefined ||
      reviewState(own.data.reviewDue, context.today, site.reviewWarningDays) !== 'overdue'
    )
      return [];
    return [
      {
        ...own.locate(['reviewDue']),
        message: `the review was due on ${own.data.reviewDue}.`,
        fix: 'Look at it again, then set a new day.',
      },
    ];
  },
};

export const reviewSoon: Rule = {
  id: 'review-soon',
  demands: `A review that is due within ${site.reviewWarningDays} days is announced.`,
  why: 'A review takes time; a warning gives it.',
  fix: 'Plan the review.',
  document: (context) => {
    const own = article(context);
    if (
      own === undefined ||
      reviewState(own.data.reviewDue, context.today, site.reviewWarningDays) !== 'soon'
    )
      return [];
    return [
      {
        ...own.locate(['reviewDue']),
        message: `the review is due in ${daysBetween(context.today, own.data.reviewDue)} days.`,
        fix: 'Plan the review.',
      },
    ];
  },
};

export const dateOrder: Rule = {
  id: 'date-order',
  demands:
    'updated is not before published, and reviewDue is after both; nothing that happened lies in the future.',
  why: 'Readers and search engines trust these dates.',
  fix: 'Correct the day.',
  document: (context) => {
    const own = article(context);
    if (own === undefined) return [];
    const { published, updated, reviewed, reviewDue, changes } = own.data;
    const wrong = (path: PropertyKey[], message: string) => ({
      ...own.locate(path),
      message,
      fix: 'Correct the day.',
    });
    return [
      ...(updated !== undefined && updated < published
        ? [wrong(['updated'], `updated ${updated} is before published ${published}.`)]
        : []),
      ...(reviewDue <= published
        ? [wrong(['reviewDue'], `reviewDue ${reviewDue} is not after published ${published}.`)]
        : []),
      ...(updated !== undefined && updated > context.today
        ? [wrong(['updated'], `updated ${updated} lies in the future.`)]
        : []),
      ...(reviewed !== undefined && reviewed.on > context.today
        ? [wrong(['reviewed', 'on'], `reviewed ${reviewed.on} lies in the future.`)]
        : []),
      ...changes.flatMap((change, index) =>
        change.on > context.today
          ? [wrong(['changes', index, 'on'], `the change of ${change.on} lies in the future.`)]
          : [],
      ),
    ];
  },
};

export const oldProductFacts: Rule = {
  id: 'old-product-facts',
  demands: 'Product facts and certifications were seen within a year.',
  why: 'Makers change formulas, and certificates run out.',
  fix: 'Check the label again and set the day.',
  corpus: ({ corpus, today }) =>
    [...corpus.entries.products.values()].flatMap((entry) => {
      const old = (day: string | undefined): day is string =>
        day !== undefined && daysBetween(day, today) > yearDays;
      const report = (path: PropertyKey[], what: string, day: string): CorpusFinding => ({
        file: entry.file,
        ...entry.locate(path),
        message: `${what} were last seen on ${day}, over a year ago.`,
        fix: 'Check them again and set the day.',
      });
      return [
        ...(old(entry.data.checked) ? [report(['checked'], 'the facts', entry.data.checked)] : []),
        ...entry.data.certifications.flatMap(({ seenOn, scheme }, index) =>
          old(seenOn)
            ? [report(['certifications', index, 'seenOn'], `the listings of ${scheme}`, seenOn)]
            : [],
        ),
      ];
    }),
};
