/** What an article rests on and what it leaves out: for the report, and for whoever writes it. */
import type { Entry } from '../corpus/corpus.ts';
import { certaintyOrder } from '../domain/certainty.ts';
import type { Certainty } from '../schemas/fields.ts';
import type { DocumentSummary } from './rule.ts';
import type { CheckResult } from './run.ts';
import { scheduleOf, type SiteEvent } from './schedule.ts';

/** The claims among what is cited, and the works behind all of it. */
export interface EvidenceIn {
  /** Claims by certainty, the surest first. */
  counts: readonly { certainty: Certainty; count: number }[];
  /** Number of works, those of the claims included. */
  sources: number;
}

/** Counts what a text cites. */
export function evidenceIn(
  cited: ReadonlySet<string>,
  claims: ReadonlyMap<string, Entry<'claims'>>,
): EvidenceIn {
  const ids = [...cited];
  const found = ids.flatMap((id) => claims.get(id)?.data ?? []);
  return {
    counts: certaintyOrder.map((certainty) => ({
      certainty,
      count: found.filter((claim) => claim.certainty === certainty).length,
    })),
    sources: new Set(ids.flatMap((id) => claims.get(id)?.data.sources ?? [id])).size,
  };
}

/** Whether a claim is about one of some topics. */
export function isAbout({ data }: Entry<'claims'>, topics: readonly string[]): boolean {
  return topics.includes(data.topic) || data.nutrients.some((one) => topics.includes(one));
}

/** An article as its author sees it from the desk. */
export interface Overview extends EvidenceIn, Pick<DocumentSummary, 'words' | 'grade' | 'density'> {
  /** Claims of its topics that it does not cite, the surest first. */
  uncited: readonly Entry<'claims'>[];
  /** Days to come that concern it, the next first. */
  due: readonly SiteEvent[];
}

/** What there is to say of an article; undefined while its frontmatter has gaps. */
export function overviewOf(id: string, result: CheckResult, today: string): Overview | undefined {
  const { corpus, documents } = result;
  const entry = corpus.entries.articles.get(id);
  const summary = documents.find((one) => one.entry === entry);
  if (entry === undefined || summary === undefined) return undefined;
  const { claims } = corpus.entries;
  const { words, grade, density, cited } = summary;
  return {
    ...evidenceIn(cited, claims),
    words,
    grade,
    density,
    uncited: [...claims.values()]
      .filter((claim) => isAbout(claim, entry.data.topics) && !cited.has(claim.id))
      .sort((a, b) => sureness(a) - sureness(b)),
    due: scheduleOf(result, today).filter(({ file }) => file === entry.file),
  };
}

function sureness({ data }: Entry<'claims'>): number {
  return certaintyOrder.indexOf(data.certainty);
}
