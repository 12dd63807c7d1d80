/** What a product's status promises, its record keeps. */
import type { CorpusDiagnostic, Rule } from '../rule.ts';

export const productStatus: Rule = {
  id: 'product-status',
  demands:
    'A listed product has amounts that were read on its label, a page of its maker or one of a seller, and says where. An unread one names its maker, and says of no amount that it was read there.',
  why: 'A link that may pay stands beside figures that somebody read, and readers see where.',
  fix: 'Say under amountsFrom where the amounts were read, or make the product unread.',
  corpus: ({ corpus }) =>
    [...corpus.entries.products.values()].flatMap((entry): CorpusDiagnostic[] => {
      const { status, brand, nutrients, amountsFrom, labelSeen } = entry.data;
      const isRead = labelSeen !== undefined || amountsFrom.some(({ kind }) => kind !== 'other');
      const report = (
        path: PropertyKey[],
        message: string,
        more: Partial<CorpusDiagnostic> = {},
      ): CorpusDiagnostic => ({
        file: entry.file,
        ...entry.locate(path, { key: true }),
        message,
        ...more,
      });
      switch (status) {
        case 'listed':
          // Content from before this field stays as it is: told, and no error.
          if (amountsFrom.length === 0 && labelSeen === undefined)
            return [
              report(
                ['nutrients'],
                nutrients.length === 0
                  ? 'no amount is known of this listed product.'
                  : 'nothing says where the amounts of this listed product were read.',
                { severity: 'warning' },
              ),
            ];
          if (nutrients.length === 0)
            return [report(['nutrients'], 'no amount is known of this listed product.')];
          return isRead
            ? []
            : [
                report(
                  ['amountsFrom'],
                  'the amounts of this listed product were read on no label, and on no page of its maker or a seller.',
                ),
              ];
        case 'unread':
          return [
            ...(brand === undefined
              ? [
                  report(['status'], 'an unread product has no maker.', {
                    fix: 'Name its brand; a product that nobody can identify is refused.',
                  }),
                ]
              : []),
            ...(nutrients.length > 0 && isRead
              ? [
                  report(['status'], 'the amounts of this unread product were read.', {
                    fix: 'Make it listed, with an offer, or take out where they were read.',
                  }),
                ]
              : []),
          ];
        default:
          return [];
      }
    }),
};
