/** Days stand in the order of what happened. */
import { corpusValuesOf } from '../../corpus/fields.ts';
import type { Corpus, Entry } from '../../corpus/corpus.ts';
import { laterOf, newestDay, yearsLater } from '../../domain/dates.ts';
import type { CorpusDiagnostic, Rule, RuleDiagnostic } from '../rule.ts';

/** Whole years that an article may wait for its day, or go on without a look at it. */
const longestWait = 3;

export const dateOrder: Rule = {
  id: 'date-order',
  demands:
    'Nothing that happened lies in the future, works of the bibliography included. The days updated, reviewed and of each change are not before published; reviewDue is after published and updated, and at most three years after the last of all.',
  why: 'Readers and search engines trust these dates, and a review in the year 9999 is none.',
  fix: 'Correct the day.',
  document: ({ entry }) => (entry.collection === 'articles' ? articleOrder(entry) : []),
  onDay: ({ entry, today }) => (entry.collection === 'articles' ? farAway(entry, today) : []),
  corpus: ({ corpus, today }) => [
    ...corpusValuesOf(corpus, 'day')
      .filter(({ field, value }) => !field.isPlanned && value > today)
      .map(({ entry, path, value }) => ({
        file: entry.file,
        ...entry.locate(path),
        message: `${nameOf(path)} ${value} lies in the future.`,
      })),
    ...unborn(corpus, today),
  ],
};

function articleOrder({ data, locate }: Entry<'articles'>): RuleDiagnostic[] {
  const { published, updated, reviewed, reviewDue, changes } = data;
  const early: [PropertyKey[], string, string | undefined][] = [
    [['updated'], 'updated', updated],
    [['reviewed', 'on'], 'reviewed', reviewed?.on],
    ...changes.map(({ on }, index): (typeof early)[number] => [
      ['changes', index, 'on'],
      'the change of',
      on,
    ]),
  ];
  const last = laterOf(published, updated ?? '');
  const newest = newestDay(data);
  return [
    ...early
      .filter(([, , day]) => day !== undefined && day < published)
      .map(([path, what, day]) => ({
        ...locate(path),
        message: `${what} ${day ?? ''} is before published ${published}.`,
      })),
    ...(reviewDue <= last
      ? [
          {
            ...locate(['reviewDue']),
            message: `reviewDue ${reviewDue} is not after ${last === published ? 'published' : 'updated'} ${last}.`,
          },
        ]
      : []),
    ...(reviewDue > yearsLater(newest, longestWait)
      ? [
          {
            ...locate(['reviewDue']),
            message: `reviewDue ${reviewDue} is over three years after ${newest}, the last of the other days.`,
            fix: 'Set a nearer day; a review that was made stands in `changes`.',
          },
        ]
      : []),
  ];
}

function farAway({ data, locate }: Entry<'articles'>, today: string): RuleDiagnostic[] {
  const { published } = data;
  return published > yearsLater(today, longestWait)
    ? [{ ...locate(['published']), message: `published ${published} is over three years away.` }]
    : [];
}

// `on` says of what it is the day.
function nameOf(path: readonly PropertyKey[]): string {
  const names = path.filter((step) => typeof step === 'string');
  const name = names.at(-1) === 'on' ? names.at(-2) : names.at(-1);
  return name === 'changes' ? 'the change of' : (name ?? '');
}

// The parts of a date are compared as far as they are known: this year has begun.
function unborn({ entries }: Corpus, today: string): CorpusDiagnostic[] {
  return [...entries.sources.values()].flatMap(({ file, data, locate }) => {
    const parts = data.issued?.['date-parts'].at(-1) ?? [];
    const day = parts.map((part) => String(part).padStart(2, '0')).join('-');
    if (day <= today.slice(0, day.length)) return [];
    return [
      {
        file,
        ...locate(['issued', 'date-parts']),
        message: `issued ${day} lies in the future.`,
        fix: 'Correct the day; a work that is out before its issue has the day on which it came out.',
      },
    ];
  });
}
