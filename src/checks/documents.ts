/** Looks at one document after the other: what the rules find in each is kept until it can change. */
import { documentKey, keepDocument } from '../corpus/compiled.ts';
import { evidenceNames, type CollectionName } from '../corpus/collections.ts';
import { MissingField } from '../corpus/partial.ts';
import type { ContentFile } from '../corpus/content-file.ts';
import type { Corpus, Entry, ProseEntry } from '../corpus/corpus.ts';
import { fileKey, parsedBefore } from '../corpus/parse.ts';
import { compileEntry } from '../corpus/prose.ts';
import type { ReadOptions } from '../corpus/read.ts';
import type { Compiled } from '../document/compile.ts';
import type { Problem } from '../problem.ts';
import { codeDigest } from '../store/code.ts';
import { keyOf } from '../store/store.ts';
import { componentReferences } from './evidence.ts';
import { nutrientWords, readingGrades } from './language/readability.ts';
import { documentPassages } from './passages.ts';
import { placementsOf } from './placements.ts';
import type { DocumentContext, DocumentSummary, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { densityOf } from './rules/number-density.ts';
import { toProblem } from './severity.ts';

/** How content is checked. */
export interface CheckOptions extends ReadOptions {
  /** Whether what was compiled is kept for pages. */
  keepsDocuments?: boolean;
  /** What was compiled before, for a command that checks again and again. */
  compiled?: CompiledBefore;
  /** Number of missing documents from which on all cores look at them. */
  aheadFrom?: number;
}

/** Compiled documents by file, each with the digest of the file that it was made of. */
export type CompiledBefore = Map<string, { digest: string; compiled: Compiled }>;

/** What the look at one document found. */
export interface DocumentFindings {
  problems: readonly Problem[];
  summary: DocumentSummary;
}

/** The same, as it can be kept. */
interface FoundInDocument extends Pick<
  DocumentSummary,
  'links' | 'named' | 'words' | 'grade' | 'density'
> {
  problems: Problem[];
  anchors: string[] | undefined;
  questions: string[];
  cited: string[];
}

// What was found in an entry, and the key of what was looked at: files that did not change give the
// same entries to this process.
const foundBefore = new WeakMap<Entry, { key: string; findings: DocumentFindings }>();

/** Looks at documents that rest on one state of the evidence. */
export interface DocumentLook {
  /** Digest of the evidence, for what is kept; undefined without a store. */
  evidence: string | undefined;
  /** What is found in a document: of one that is not whole nothing is kept. */
  of: (entry: ProseEntry, isPartial?: boolean) => DocumentFindings;
  /** Whether all that is kept of a file is there. */
  isKept: (file: ContentFile) => boolean;
}

/**
 * @param corpus whatever is no article and no text page: of other entries the rules of a document know these alone
 * @param today the day that is checked for, `YYYY-MM-DD`
 */
export function documentLook(
  corpus: Corpus,
  today: string,
  { store, keepsDocuments = false, compiled: before }: CheckOptions,
): DocumentLook {
  const evidence = store && evidenceDigest(corpus);
  const lookAt = freshLook(corpus, today, before);
  const keyFor = (file: string, digest: string): string | undefined =>
    evidence && `diagnostics ${keyOf([codeDigest(), evidence, today, file, digest])}`;
  const keptOf = (entry: ProseEntry, key: string): FoundInDocument | undefined => {
    const isWhole = !keepsDocuments || !entry.isSound || store?.has(documentKey(entry)) === true;
    const known = isWhole ? store?.get(key) : undefined;
    return known === undefined ? undefined : (JSON.parse(known) as FoundInDocument);
  };
  const foundAnew = (entry: ProseEntry, key: string): FoundInDocument => {
    const { compiled, found } = lookAt(entry);
    if (keepsDocuments && store && entry.isSound && compiled.diagnostics.length === 0)
      keepDocument(entry, compiled.document, store);
    store?.set(`diagnostics ${entry.file}`, key, JSON.stringify(found));
    return found;
  };
  return {
    evidence,
    of: (entry, isPartial = false) => {
      const key = keyFor(entry.file, entry.digest);
      // Their data have gaps that a text cannot keep.
      if (isPartial || key === undefined) return findingsOf(entry, lookAt(entry).found);
      const earlier = foundBefore.get(entry);
      if (earlier?.key === key) return earlier.findings;
      const findings = findingsOf(entry, keptOf(entry, key) ?? foundAnew(entry, key));
      foundBefore.set(entry, { key, findings });
      return findings;
    },
    isKept: (source) => {
      const key = keyFor(source.file, source.digest);
      if (key === undefined) return false;
      const [entry] = parsedBefore(source)?.entries ?? [];
      if (entry !== undefined && foundBefore.get(entry)?.key === key) return true;
      return (
        store?.holds(key) === true &&
        store.holds(fileKey(source)) &&
        (!keepsDocuments || store.holds(documentKey(source)))
      );
    },
  };
}

function findingsOf(
  entry: ProseEntry,
  { problems, anchors, cited, ...found }: FoundInDocument,
): DocumentFindings {
  const summary = { ...found, entry, anchors: anchors && new Set(anchors), cited: new Set(cited) };
  return { problems, summary };
}

function freshLook(
  corpus: Corpus,
  today: string,
  before: CompiledBefore | undefined,
): (entry: DocumentContext['entry']) => { compiled: Compiled; found: FoundInDocument } {
  const gradeOf = readingGrades(nutrientWords(corpus));
  const compile = (entry: ProseEntry): Compiled => {
    const { file, digest } = entry;
    const known = before?.get(file);
    if (known?.digest === digest) return known.compiled;
    const compiled = compileEntry(entry);
    before?.set(file, { digest, compiled });
    return compiled;
  };
  return (entry) => {
    const compiled = compile(entry);
    const { sentences } = compiled;
    const problems = compiled.diagnostics.map(({ rule, ...diagnostic }) =>
      toProblem(entry.file, { id: rule, fix: diagnostic.fix }, diagnostic),
    );
    const context: DocumentContext = {
      entry,
      compiled,
      sentences,
      passages: documentPassages(entry, compiled),
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
        questions: questionIds.map(unshare),
        links: links
          .filter(({ href }) => /^[/#]/.test(href))
          .map(({ href, position }) => ({ href: unshare(href), position })),
        cited: [...new Set(citations.flatMap(({ ids }) => ids.map(unshare)))],
        named: components.flatMap(componentReferences),
        words,
        grade: gradeOf(sentences),
        density: densityOf(sentences),
      },
    };
  };
}

/**
 * Asks a rule. No content may make one throw: where one does, it is our mistake, and this says where to look.
 * @returns undefined where the rule needs a field that is not there
 */
export function ask<Diagnostic>(
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
