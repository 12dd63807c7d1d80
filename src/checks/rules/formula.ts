/** No text of the open data is a formula of a spreadsheet. */
import type { CollectionName } from '../../corpus/collections.ts';
import type { CorpusDiagnostic, Rule } from '../rule.ts';

const published = [
  'nutrients',
  'foods',
  'claims',
  'sources',
  'products',
] as const satisfies CollectionName[];

// "+20 %", "- a point" and a maker’s "+Name" begin a text now and then; "=", "@" and a call never do.
const formula = /^[\s"']*(?:[=@＝＠]|[+\-＋－](?=[=@(＝＠（]|[\p{L}\p{N}]+[(|!]))/u;

export const formulaRule: Rule = {
  id: 'formula',
  demands: 'No text of data begins as a formula does: with = or @, or with + or - and a call.',
  why: 'The data is published as CSV, and a spreadsheet computes such a cell: it can send away what stands beside it.',
  fix: 'Begin the text with a word.',
  corpus: ({ corpus }) =>
    published.flatMap((name) =>
      [...corpus.entries[name].values()].flatMap((entry) =>
        textsIn(entry.data, []).map(({ text, path }): CorpusDiagnostic => ({
          file: entry.file,
          ...entry.locate(path),
          message: `a spreadsheet would compute "${text.slice(0, 20)}${text.length > 20 ? '…' : ''}".`,
        })),
      ),
    ),
};

function textsIn(value: unknown, path: PropertyKey[]): { text: string; path: PropertyKey[] }[] {
  if (typeof value === 'string') return formula.test(value) ? [{ text: value, path }] : [];
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value))
    return value.flatMap((inner, index) => textsIn(inner, [...path, index]));
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}
