/** A care card says what cannot wait, on whose word, and who helps. */
import type { Citation, Part } from '../../document/document.ts';
import type { Rule, RuleDiagnostic } from '../rule.ts';

const helpers =
  /\b(?:emergency|ambulance|doctors?|physicians?|clinicians?|nurses?|midwives|midwife|pharmacists?|clinics?|hospitals?|medical)\b/iu;
const telephone = /\b(?:call|dial|ring|phone)\s+\+?\d[\d\s()/-]*/iu;

export const careCard: Rule = {
  id: 'care-card',
  demands:
    'What is urgent, in the frontmatter or in a callout, cites a claim and says who helps, without a telephone number.',
  why: 'Whoever reads it may act on it alone and at once; a number works in one country and fails in the next.',
  fix: 'Say what to do and whom to call, and cite the claim behind the signs: [@id].',
  document: ({ entry, compiled, corpus }) => {
    const cards = compiled.document.components.flatMap((part) =>
      part.name === 'Callout' && part.props.kind === 'urgent'
        ? [{ title: part.props.title, parts: part.children, position: part.position }]
        : [],
    );
    if (entry.collection === 'articles' && entry.data.urgent !== undefined)
      cards.unshift({
        title: entry.data.urgent.title,
        parts: compiled.document.urgent,
        position: entry.locate(['urgent'], { key: true }),
      });
    return cards.flatMap(({ title, parts, position }): RuleDiagnostic[] => {
      const words = `${title} ${wordsOf(parts)}`;
      const number = telephone.exec(words)?.[0];
      const diagnostics: [boolean, string, string?][] = [
        [
          !citationsOf(parts).some(({ ids }) => ids.some((id) => corpus.knownIds.claims.has(id))),
          'this care card cites no claim.',
        ],
        [!helpers.test(words), 'this care card does not say who helps.'],
        [
          number !== undefined,
          `"${number?.trim()}" works in one country alone.`,
          'Write "call emergency services".',
        ],
      ];
      return diagnostics
        .filter(([isFound]) => isFound)
        .map(([, message, fix]) => ({
          ...position,
          message,
          ...(fix === undefined ? {} : { fix }),
        }));
    });
  },
};

function wordsOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part.replace(/<[^>]*>/g, '');
      return part.kind === 'citation' ? '' : wordsOf(part.children);
    })
    .join('');
}

function citationsOf(parts: readonly Part[]): Citation[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return [];
    return part.kind === 'citation' ? [part] : citationsOf(part.children);
  });
}
