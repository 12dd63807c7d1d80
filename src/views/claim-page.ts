/** A claim's own page: what was found, in whom, how sure it is, what was read, who cites it. */
import { certaintyText } from '../domain/certainty.ts';
import { capitalize, withStop } from '../domain/format.ts';
import { need, type Library } from '../library/records.ts';
import { routes } from '../routes.ts';
import type { Claim } from '../schemas/claim.ts';
import { aiText, aiUseOf } from './ai-use.ts';
import { bibliography, dataCitation, type ReferenceView } from './citation.ts';
import { changeViews, type ChangeView } from './change.ts';
import { longLists, type Beginning, type ListedLink } from './long-list.ts';
import { claimRowView, claimTopicName, type ClaimRowView } from './claim.ts';

export interface ClaimPageView extends ClaimRowView {
  topic: { name: string; href: string };
  nutrients: { name: string; href: string }[];
  /** "What was measured" */
  measuresText: string;
  /** What was given or done, and what it was held against; undefined where no effect was measured. */
  intervention: string | undefined;
  comparator: string | undefined;
  figures: string | undefined;
  note: string | undefined;
  references: ReferenceView[];
  /** What part AI had in it; undefined for none. */
  aiText: string | undefined;
  articles: Beginning<ListedLink>;
  /** Claims that say otherwise of the same thing. */
  contradicted: ClaimRowView[];
  changes: ChangeView[];
  /** For search results, at most 160 characters. */
  description: string;
}

const measuresText: Record<Claim['measures'], string> = {
  intake: 'What people eat, not what they lack',
  status: 'Levels in the body',
  effect: 'An effect',
  loss: 'Losses',
  safety: 'Harm',
  method: 'A method or advice',
};

/**
 * The page of one claim.
 * @throws {Error} when there is no such claim
 */
export function claimPageView(id: string, library: Library): ClaimPageView {
  const record = need(library.claims, id, 'claim');
  const { data } = record;
  const row = claimRowView(record);
  const nutrients = data.nutrients.map((nutrient) => ({
    name: need(library.nutrientNames, nutrient, 'nutrient'),
    href: routes.nutrient(nutrient),
  }));
  return {
    ...row,
    topic: {
      name: claimTopicName(data.topic, library),
      href: library.hasWholeEvidence
        ? `${routes.evidence()}#${data.topic}`
        : routes.topic(data.topic),
    },
    nutrients,
    measuresText: measuresText[data.measures],
    intervention: data.intervention && capitalize(data.intervention),
    comparator: data.comparator && capitalize(data.comparator),
    figures: data.figures && capitalize(withStop(data.figures)),
    note: data.note,
    aiText: aiText(aiUseOf(data, library)),
    references: bibliography([dataCitation([id])], library).references(),
    articles: longLists['evidence/articles'].beginning(id, library),
    contradicted: (library.contradictions.get(id) ?? []).map((other) =>
      claimRowView(need(library.claims, other, 'claim')),
    ),
    changes: changeViews(data.changes),
    description: descriptionOf(row),
  };
}

const mostLetters = 160;

/** At most 160 characters, of its own: the finding, and of the rest what fits. */
function descriptionOf({ statement, certainty, population }: ClaimRowView): string {
  if (statement.length > mostLetters)
    return `${statement.slice(0, mostLetters - 1).replace(/[\s,;:]*\S*$/, '')}…`;
  return [
    `Certainty: ${certaintyText[certainty].toLowerCase()}.`,
    `Studied: ${population}.`,
  ].reduce(
    (text, more) => (text.length + more.length < mostLetters ? `${text} ${more}` : text),
    withStop(statement),
  );
}
