/** Runs every rule over a content folder and gathers all problems at once. */
import { MissingField } from '../corpus/partial.ts';
import { type CollectionName } from '../corpus/collections.ts';
import { documentKey, keepDocument, proseEntries } from '../corpus/compiled.ts';
import {
  addFile,
  compileEntry,
  emptyCorpus,
  evidenceNames,
  keyOf,
  readCorpus,
  type ContentFile,
  type Corpus,
  type Entry,
  type Evidence,
  type Overlay,
} from '../corpus/read.ts';
import { referencesOf } from '../corpus/references.ts';
import type { Compiled } from '../document/compile.ts';
import { inOrder } from '../domain/order.ts';
import type { Problem } from '../problem.ts';
import { codeDigest } from '../store/code.ts';
import type { Store } from '../store/store.ts';
import { applyExceptions, type HeldException } from './exceptions.ts';
import { nutrientWords, readingGrades } from './language/readability.ts';
import { sentencesOf } from '../document/sentences.ts';
import { documentPassages } from './passages.ts';
import { componentReferences } from './evidence.ts';
import { placementsOf } from './placements.ts';
import type { DocumentContext, DocumentSummary, Rule } from './rule.ts';
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

/** How content is checked. */
export interface CheckOptions {
  /** Holds what was found before, and is given what is found now. */
  store?: Store;
  /** Whether what was compiled is kept for pages. */
  keepsDocuments?: boolean;
  /** Files that are taken as they would be. */
  overlay?: Overlay;
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
  const corpus = await readCorpus(directory, options.store, options.overlay);
  return checkCorpus(corpus, today, options);
}

/** Checks content that was read. */
export function checkCorpus(
  corpus: Corpus,
  today: string,
  { store, keepsDocuments = false }: CheckOptions = {},
): CheckResult {
  const problems: Problem[] = [...corpus.problems];
  const documents: DocumentSummary[] = [];
  const lookAt = documentLook(corpus, today);
  const evidence = store && evidenceDigest(corpus);
  const add = (entry: DocumentContext['entry'], found: FoundInDocument): void => {
    for (const problem of found.problems) problems.push(problem);
    documents.push(summaryOf(entry, found));
  };
  for (const entry of proseEntries(corpus)) {
    const key =
      evidence && `diagnostics ${keyOf([codeDigest(), evidence, today, entry.file, entry.digest])}`;
    const isKept = !keepsDocuments || !entry.isSound || store?.has(documentKey(entry)) === true;
    const known = key === undefined ? undefined : store?.get(key);
    if (known !== undefined && isKept) {
      add(entry, JSON.parse(known) as FoundInDocument);
      continue;
    }
    const { compiled, found } = lookAt(entry);
    if (keepsDocuments && store && entry.isSound && compiled.diagnostics.length === 0)
      keepDocument(entry, compiled.document, store);
    if (key !== undefined) store?.set(`diagnostics ${entry.file}`, key, JSON.stringify(found));
    add(entry, found);
  }
  // Their data have gaps that a text cannot keep.
  for (const entry of corpus.partial) add(entry, lookAt(entry).found);
  for (const problem of evidenceProblems(corpus, today, evidence, store)) problems.push(problem);
  store?.flush();
  const references = referencesOf(corpus);
  const whole = documents.filter(({ entry }) => !corpus.partial.includes(entry));
  for (const rule of rules) {
    const look = (at: readonly DocumentSummary[]) => () =>
      rule.corpus?.({ corpus, documents: at, references, today });
    const found =
      ask(rule, 'all files', look(documents)) ?? ask(rule, 'all files', look(whole)) ?? [];
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
  const lookAt = documentLook(evidence, today);
  return (source) => {
    const corpus = emptyCorpus(evidence.directory);
    addFile(corpus, source);
    const documents = [...proseEntries(corpus), ...corpus.partial];
    const problems = [
      ...corpus.problems,
      ...documents.flatMap((entry) => lookAt(entry).found.problems),
    ];
    // That an exception silences nothing can be said of the whole alone.
    const { kept } = applyExceptions(corpus, problems, today);
    return kept.filter(({ rule }) => rule !== 'unused').sort(inReadingOrder);
  };
}

// What rules say of the evidence, which stays while its files stay.
function evidenceProblems(
  corpus: Corpus,
  today: string,
  evidence: string | undefined,
  store: Store | undefined,
): Problem[] {
  const name = `diagnostics in the evidence of ${corpus.directory}`;
  // A line that is added to a file changes no data, and the places of what was found.
  const key =
    evidence &&
    `diagnostics ${keyOf([codeDigest(), evidence, today, ...evidenceEntries(corpus).map(({ file, digest }) => `${file} ${digest}`)])}`;
  const known = key === undefined ? undefined : store?.get(key);
  if (known !== undefined) return JSON.parse(known) as Problem[];
  const problems = rules.flatMap((rule) =>
    (ask(rule, 'the evidence', () => rule.evidence?.({ corpus, today })) ?? []).map((diagnostic) =>
      toProblem(diagnostic.file, rule, diagnostic),
    ),
  );
  if (key !== undefined) store?.set(name, key, JSON.stringify(problems));
  return problems;
}

function evidenceEntries({ entries }: Evidence): Entry[] {
  return evidenceNames.flatMap((name) => [...(entries[name] as Map<string, Entry>).values()]);
}

// No content may make a rule throw: where one does, it is our mistake, and this says where to look.
// Undefined where the rule needs a field that is not there.
function ask<Diagnostic>(
  rule: Rule,
  of: string,
  look: () => Diagnostic[] | undefined,
): Diagnostic[] | undefined {
  try {
    return look() ?? [];
  } catch (cause) {
    if (cause instanceof MissingField) return undefined;
    throw new Error(`The rule "${rule.id}" failed on ${of}: a bug of this program.`, { cause });
  }
}

/** What the look at one document found, as it can be kept. */
interface FoundInDocument extends Pick<DocumentSummary, 'links' | 'named' | 'words' | 'grade'> {
  problems: Problem[];
  anchors: string[] | undefined;
  cited: string[];
}

// Of other entries a document's rules know the evidence alone: see `evidenceDigest`.
function documentLook(
  corpus: Corpus,
  today: string,
): (entry: DocumentContext['entry']) => { compiled: Compiled; found: FoundInDocument } {
  const gradeOf = readingGrades(nutrientWords(corpus));
  return (entry) => {
    const compiled = compileEntry(entry);
    const sentences = compiled.prose.flatMap(sentencesOf);
    const problems = compiled.diagnostics.map(({ rule, ...diagnostic }) =>
      toProblem(entry.file, { id: rule, fix: diagnostic.fix }, diagnostic),
    );
    const context: DocumentContext = {
      entry,
      compiled,
      sentences,
      passages: documentPassages(entry, compiled, sentences),
      placements: placementsOf(compiled, corpus),
      corpus,
      today,
    };
    for (const rule of rules) {
      for (const diagnostic of ask(rule, entry.file, () => rule.document?.(context)) ?? [])
        problems.push(toProblem(entry.file, rule, diagnostic));
    }
    const { headings, questionIds, links, citations, components, words } = compiled.document;
    return {
      compiled,
      found: {
        problems,
        anchors: compiled.diagnostics.some(({ rule }) => rule === 'mdx-syntax')
          ? undefined
          : [...headings.map((heading) => heading.id), ...questionIds].map(unshare),
        links: links
          .filter(({ href }) => /^[/#]/.test(href))
          .map(({ href, position }) => ({ href: unshare(href), position })),
        cited: [...new Set(citations.flatMap(({ ids }) => ids.map(unshare)))],
        named: components.flatMap(componentReferences),
        words,
        grade: gradeOf(sentences),
      },
    };
  };
}

function summaryOf(entry: DocumentContext['entry'], found: FoundInDocument): DocumentSummary {
  const { anchors, cited, links, named, words, grade } = found;
  return {
    entry,
    anchors: anchors && new Set(anchors),
    cited: new Set(cited),
    links,
    named,
    words,
    grade,
  };
}

/** Digest of all that the rules of a document know beside it: whatever is no article and no text page. */
function evidenceDigest({ entries, knownIds, directory }: Corpus): string {
  const known: Partial<Record<CollectionName, unknown>> = {};
  for (const name of evidenceNames) {
    const map = entries[name] as Map<string, Entry>;
    known[name] = [[...map].map(([id, { data }]) => [id, data]), [...knownIds[name]]];
  }
  return keyOf([directory, JSON.stringify(known)]);
}

// A piece of a text holds on to the whole of it: this one is a text of its own.
function unshare(text: string): string {
  return Buffer.from(text).toString();
}

function inReadingOrder(a: Problem, b: Problem): number {
  return (
    inOrder(a.file, b.file) || a.line - b.line || a.column - b.column || inOrder(a.rule, b.rule)
  );
}
