/** Runs every rule over a content folder and gathers all problems at once. */
import { MissingField } from '../corpus/partial.ts';
import { compileEntry, readCorpus, type Corpus } from '../corpus/read.ts';
import { referencesOf } from '../corpus/references.ts';
import type { Document } from '../document/document.ts';
import { inOrder } from '../domain/order.ts';
import type { Problem } from '../problem.ts';
import { applyExceptions, type HeldException } from './exceptions.ts';
import { nutrientWords, readingGrades } from './language/readability.ts';
import { sentencesOf } from '../document/sentences.ts';
import { documentPassages } from './passages.ts';
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

/** Is given every document that compiled without a finding. */
type Keep = (entry: DocumentContext['entry'], document: Document) => Promise<void>;

/**
 * Checks a content folder.
 * @param directory absolute path of the folder
 * @param today the day that is checked for, `YYYY-MM-DD`
 * @throws {UserError} when the folder does not exist
 */
export async function checkContent(
  directory: string,
  today: string,
  keep?: Keep,
): Promise<CheckResult> {
  return checkCorpus(await readCorpus(directory), today, keep);
}

/** Checks content that was read. */
export async function checkCorpus(
  corpus: Corpus,
  today: string,
  keep?: Keep,
): Promise<CheckResult> {
  const problems: Problem[] = [...corpus.problems];
  const documents: DocumentSummary[] = [];
  const gradeOf = readingGrades(nutrientWords(corpus));
  for (const entry of proseEntries(corpus)) {
    const compiled = compileEntry(entry);
    if (entry.isSound && compiled.findings.length === 0) await keep?.(entry, compiled.document);
    const sentences = compiled.prose.flatMap(sentencesOf);
    for (const { rule, ...finding } of compiled.findings) {
      problems.push(toProblem(entry.file, { id: rule, fix: finding.fix }, finding));
    }
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
      for (const finding of ask(rule, entry.file, () => rule.document?.(context)) ?? [])
        problems.push(toProblem(entry.file, rule, finding));
    }
    const { headings, questionIds, links, images, citations, words } = compiled.document;
    documents.push({
      entry,
      anchors: compiled.findings.some(({ rule }) => rule === 'mdx-syntax')
        ? undefined
        : new Set([...headings.map((heading) => heading.id), ...questionIds].map(unshare)),
      links: links
        .filter(({ href }) => /^[/#]/.test(href))
        .map(({ href, position }) => ({ href: unshare(href), position })),
      images: images
        .filter(({ src }) => src.startsWith('/'))
        .map(({ src, position }) => ({ src: unshare(src), position })),
      cited: new Set(citations.flatMap(({ ids }) => ids.map(unshare))),
      words,
      grade: gradeOf(sentences),
    });
  }
  const references = referencesOf(corpus);
  const whole = documents.filter(({ entry }) => !corpus.partial.includes(entry));
  for (const rule of rules) {
    const look = (at: readonly DocumentSummary[]) => () =>
      rule.corpus?.({ corpus, documents: at, references, today });
    const found =
      ask(rule, 'all files', look(documents)) ?? ask(rule, 'all files', look(whole)) ?? [];
    for (const finding of found) problems.push(toProblem(finding.file, rule, finding));
  }
  const { kept, exceptions } = applyExceptions(corpus, problems, today);
  const scheduled = [...corpus.entries.articles.values()]
    .filter(({ data }) => !data.draft && data.published > today)
    .map(({ file, data }) => ({ file, published: data.published }))
    .sort((a, b) => inOrder(a.published, b.published) || inOrder(a.file, b.file));
  return { corpus, documents, problems: kept.sort(inReadingOrder), exceptions, scheduled };
}

// No content may make a rule throw: where one does, it is our mistake, and this says where to look.
// Undefined where the rule needs a field that is not there.
function ask<Finding>(
  rule: Rule,
  of: string,
  look: () => Finding[] | undefined,
): Finding[] | undefined {
  try {
    return look() ?? [];
  } catch (cause) {
    if (cause instanceof MissingField) return undefined;
    throw new Error(`The rule "${rule.id}" failed on ${of}: a bug of this program.`, { cause });
  }
}

function proseEntries(corpus: Corpus): DocumentContext['entry'][] {
  const { articles, pages, nutrients } = corpus.entries;
  return [...articles.values(), ...pages.values(), ...nutrients.values(), ...corpus.partial];
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
