/** What the last survey of addresses outside found is looked at. */
import path from 'node:path';
import { linkReportFile } from '../../corpus/link-report.ts';
import { daysBetween } from '../../domain/dates.ts';
import { formatCount } from '../../domain/format.ts';
import { outsideAddresses } from '../addresses.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

/** Days after which an answer is old. */
const oldAfter = 90;

export const linkReport: Rule = {
  id: 'link-report',
  demands: `No address outside is dead or has moved, as \`npm run links\` found it, and none was asked last more than ${oldAfter} days ago. Without its report nothing is said.`,
  why: 'A source that nobody can open any more is one that nobody can check.',
  fix: 'Write the address where it stands today, or that of an archive.',
  corpus: ({ corpus, today }) => {
    const { linkReport: report } = corpus;
    if (report === undefined) return [];
    const place = {
      file: `${path.basename(corpus.directory)}/${linkReportFile}`,
      line: 1,
      column: 1,
    };
    const again = 'Run npm run links.';
    if ('fault' in report)
      return [
        {
          ...place,
          message: `the report cannot be read: ${report.fault}.`,
          fix: again,
          severity: 'error',
        },
      ];
    const all = outsideAddresses(corpus);
    const known = new Set(all.map(({ address }) => address));
    const old = [...report].filter(
      ([address, { asked }]) => known.has(address) && daysBetween(asked, today) > oldAfter,
    ).length;
    return [
      ...all.flatMap(({ address, file, locate }): CorpusDiagnostic[] => {
        const answer = report.get(address);
        if (answer?.state === 'dead')
          return [
            {
              file,
              ...locate(),
              message: `${address} is dead: ${answer.said ?? 'nothing there'} until ${answer.asked}.`,
            },
          ];
        if (answer?.state !== 'moved') return [];
        return [
          {
            file,
            ...locate(),
            message: `${address} has moved to ${answer.to ?? 'another address'}.`,
          },
        ];
      }),
      ...(old === 0
        ? []
        : [
            {
              ...place,
              message: `${formatCount(old, 'address', 'addresses')} not asked for ${oldAfter} days.`,
              fix: again,
            },
          ]),
    ];
  },
};
