/** Days stand in the order of what happened. */
import type { Entry } from '../../corpus/read.ts';
import type { CorpusFinding, Rule, RuleFinding } from '../rule.ts';

export const dateOrder: Rule = {
  id: 'date-order',
  demands:
    'The day updated is not before published, reviewDue is after both, and nothing that happened lies in the future.',
  why: 'Readers and search engines trust these dates.',
  fix: 'Correct the day.',
  document: ({ entry, today }) => {
    if (entry.collection === 'nutrients') return [];
    return [
      ...(entry.collection === 'articles' ? articleOrder(entry, today) : []),
      ...future(entry, ['updated'], 'updated', entry.data.updated, today),
      ...entry.data.changes.flatMap(({ on }, index) =>
        future(entry, ['changes', index, 'on'], 'the change of', on, today),
      ),
    ];
  },
  corpus: ({ corpus, today }) =>
    [...corpus.entries.products.values()].flatMap((entry): CorpusFinding[] =>
      [
        ...future(entry, ['checked'], 'checked', entry.data.checked, today),
        ...future(entry, ['labelSeen', 'on'], 'labelSeen', entry.data.labelSeen?.on, today),
        ...entry.data.certifications.flatMap(({ seenOn }, index) =>
          future(entry, ['certifications', index, 'seenOn'], 'seenOn', seenOn, today),
        ),
      ].map((finding) => ({ file: entry.file, ...finding })),
    ),
};

function articleOrder(entry: Entry<'articles'>, today: string): RuleFinding[] {
  const { published, updated, reviewed, reviewDue } = entry.data;
  const last = updated !== undefined && updated > published ? updated : published;
  return [
    ...(updated !== undefined && updated < published
      ? [
          {
            ...entry.locate(['updated']),
            message: `updated ${updated} is before published ${published}.`,
          },
        ]
      : []),
    ...(reviewDue <= last
      ? [
          {
            ...entry.locate(['reviewDue']),
            message: `reviewDue ${reviewDue} is not after ${last === published ? 'published' : 'updated'} ${last}.`,
          },
        ]
      : []),
    ...future(entry, ['reviewed', 'on'], 'reviewed', reviewed?.on, today),
  ];
}

function future(
  entry: Pick<Entry, 'locate'>,
  path: PropertyKey[],
  what: string,
  day: string | undefined,
  today: string,
): RuleFinding[] {
  if (day === undefined || day <= today) return [];
  return [{ ...entry.locate(path), message: `${what} ${day} lies in the future.` }];
}
