/** Runs every rule over a content folder and gathers all problems at once. */
import { evidenceNames } from '../corpus/collections.ts';
import { proseEntries } from '../corpus/compiled.ts';
import type { ContentFile } from '../corpus/content-file.ts';
import {
  emptyCorpus,
  type Corpus,
  type Entry,
  type Evidence,
  type ProseEntry,
} from '../corpus/corpus.ts';
import { addFile, readCorpus } from '../corpus/read.ts';
import { referencesOf } from '../corpus/references.ts';
import { inOrder } from '../domain/order.ts';
import type { Problem } from '../problem.ts';
import { codeDigest } from '../store/code.ts';
import { keyOf, type Store } from '../store/store.ts';
import { lookAhead } from './ahead.ts';
import { ask, documentLook, type CheckOptions, type DocumentFindings } from './documents.ts';
import { applyExceptions, type HeldException } from './exceptions.ts';
import type { DocumentSummary } from './rule.ts';
import { rules } from './rules/index.ts';
import { toProblem } from './severity.ts';

/** Everything that a check found out. */
export interface CheckResult {
  corpus: Corpus;
  documents: DocumentSummary[];
  /** Sorted by file, line and column; silenced ones are left out. */
  problems: Problem[];
  exceptions: HeldException[];
  /** Articles that wait for their day. */
  scheduled: { file: string; published: string }[];
}

/**
 * Checks a content folder.
 * @param directory absolute path of the folder
 * @param today the day that is checked for, `YYYY-MM-DD`
 * @throws {UserError} when the folder does not exist
 */
export async function checkContent(
  directory: string,
  today: string,
  options: CheckOptions = {},
): Promise<CheckResult> {
  const corpus = await readCorpus(
    directory,
    options,
    // What is not on the disk no other thread reads.
    options.overlay === undefined
      ? (evidence, files) => lookAhead(evidence, files, options)
      : undefined,
  );
  return checkCorpus(corpus, today, options);
}

/** Checks content that was read. */
export function checkCorpus(
  corpus: Corpus,
  today: string,
  options: CheckOptions = {},
): CheckResult {
  const { store } = options;
  const problems: Problem[] = [...corpus.problems];
  const documents: DocumentSummary[] = [];
  const look = documentLook(corpus, options);
  const add = ({ problems: found, summary }: DocumentFindings): void => {
    for (const problem of found) problems.push(problem);
    documents.push(summary);
  };
  for (const entry of proseEntries(corpus)) add(look.of(entry));
  for (const entry of corpus.partial) add(look.of(entry, true));
  for (const entry of [...proseEntries(corpus), ...corpus.partial])
    for (const problem of dayProblems(entry, today)) problems.push(problem);
  for (const problem of evidenceProblems(corpus, look.evidence, store)) problems.push(problem);
  store?.flush();
  const references = referencesOf(corpus);
  const whole = documents.filter(({ entry }) => !corpus.partial.includes(entry));
  for (const rule of rules) {
    const over = (at: readonly DocumentSummary[]) => () =>
      rule.corpus?.({ corpus, documents: at, references, today });
    const found =
      ask(rule, 'all files', over(documents)) ?? ask(rule, 'all files', over(whole)) ?? [];
    for (const diagnostic of found) problems.push(toProblem(diagnostic.file, rule, diagnostic));
  }
  const { kept, exceptions } = applyExceptions(corpus, problems, today);
  const scheduled = [...corpus.entries.articles.values()]
    .filter(({ data }) => !data.draft && data.published > today)
    .map(({ file, data }) => ({ file, published: data.published }))
    .sort((a, b) => inOrder(a.published, b.published) || inOrder(a.file, b.file));
  return { corpus, documents, problems: kept.sort(inReadingOrder), exceptions, scheduled };
}

/**
 * What the checks find in a file by itself: its syntax, its shape, and what rules say of its prose.
 * The same problems as `checkCorpus` tells of it, without those for which all files are looked at.
 * @param evidence what texts rest on
 */
export function fileCheck(evidence: Corpus, today: string): (source: ContentFile) => Problem[] {
  const look = documentLook(evidence, {});
  return (source) => {
    const corpus = emptyCorpus(evidence.directory);
    addFile(corpus, source);
    const documents = [...proseEntries(corpus), ...corpus.partial];
    const problems = [
      ...corpus.problems,
      ...documents.flatMap((entry) => [...look.of(entry).problems, ...dayProblems(entry, today)]),
    ];
    // That an exception silences nothing can be said of the whole alone.
    const { kept } = applyExceptions(corpus, problems, today);
    return kept.filter(({ rule }) => rule !== 'unused').sort(inReadingOrder);
  };
}

const rulesOfDays = rules.filter(({ onDay }) => onDay !== undefined);

function dayProblems(entry: ProseEntry, today: string): Problem[] {
  return rulesOfDays.flatMap((rule) =>
    (ask(rule, entry.file, () => rule.onDay?.({ entry, today })) ?? []).map((diagnostic) =>
      toProblem(entry.file, rule, diagnostic),
    ),
  );
}

// What rules say of the evidence, which stays while its files stay.
function evidenceProblems(
  corpus: Corpus,
  evidence: string | undefined,
  store: Store | undefined,
): Problem[] {
  const name = `diagnostics in the evidence of ${corpus.directory}`;
  // A line that is added to a file changes no data, and the places of what was found.
  const key =
    evidence &&
    `diagnostics ${keyOf([codeDigest(), evidence, ...evidenceEntries(corpus).map(({ file, digest }) => `${file} ${digest}`)])}`;
  const known = key === undefined ? undefined : store?.get(key);
  if (known !== undefined) return JSON.parse(known) as Problem[];
  const problems = rules.flatMap((rule) =>
    (ask(rule, 'the evidence', () => rule.evidence?.({ corpus })) ?? []).map((diagnostic) =>
      toProblem(diagnostic.file, rule, diagnostic),
    ),
  );
  if (key !== undefined) store?.set(name, key, JSON.stringify(problems));
  return problems;
}

function evidenceEntries({ entries }: Evidence): Entry[] {
  return evidenceNames.flatMap((name) => [...(entries[name] as Map<string, Entry>).values()]);
}

function inReadingOrder(a: Problem, b: Problem): number {
  return (
    inOrder(a.file, b.file) || a.line - b.line || a.column - b.column || inOrder(a.rule, b.rule)
  );
}
