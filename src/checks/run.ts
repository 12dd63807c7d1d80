/** Runs every rule over a content folder and gathers all problems at once. */
import { compileEntry, readCorpus, type Corpus } from '../corpus/read.ts';
import type { Document } from '../document/document.ts';
import type { Problem } from '../problem.ts';
import type { DocumentContext, DocumentSummary } from './rule.ts';
import { rules } from './rules/index.ts';
import { severityOf } from './severity.ts';

/** Everything that a check found out. */
export interface CheckResult {
  corpus: Corpus;
  /** Sorted by file, line and column; silenced ones are left out. */
  problems: Problem[];
  /** Exceptions that articles declare, held or run out. */
  exceptions: { file: string; rule: string; reason: string; until: string; silenced: number }[];
}

/**
 * Checks a content folder.
 * @param directory absolute path of the folder
 * @param today the day that is checked for, `YYYY-MM-DD`
 * @param keep is given every document that compiled without a finding
 * @throws {Error} in one sentence when the folder does not exist
 */
export async function checkContent(
  directory: string,
  today: string,
  keep?: (entry: DocumentContext['entry'], document: Document) => Promise<void>,
): Promise<CheckResult> {
  const corpus = await readCorpus(directory);
  const problems: Problem[] = [...corpus.problems];
  const documents: DocumentSummary[] = [];
  for (const entry of proseEntries(corpus)) {
    const compiled = compileEntry(entry);
    const report = (
      rule: string,
      finding: { line: number; column: number; message: string; fix: string },
    ): void => {
      const { line, column, message, fix } = finding;
      problems.push({
        file: entry.file,
        line,
        column,
        severity: severityOf(rule),
        rule,
        message,
        fix,
      });
    };
    for (const finding of compiled.findings) report(finding.rule, finding);
    if (compiled.findings.length === 0) await keep?.(entry, compiled.document);
    for (const rule of rules) {
      for (const finding of rule.document?.({ entry, compiled, corpus, today }) ?? [])
        report(rule.id, finding);
    }
    const { headings, questionIds, links, citations, components } = compiled.document;
    documents.push({
      entry,
      anchors: new Set([...headings.map((heading) => heading.id), ...questionIds]),
      links,
      citations,
      components,
    });
  }
  for (const rule of rules) {
    for (const { file, line, column, message, fix } of rule.corpus?.({
      corpus,
      documents,
      today,
    }) ?? []) {
      problems.push({
        file,
        line,
        column,
        severity: severityOf(rule.id),
        rule: rule.id,
        message,
        fix,
      });
    }
  }
  const { kept, exceptions } = applyExceptions(corpus, problems, today);
  return { corpus, problems: kept.sort(inReadingOrder), exceptions };
}

function proseEntries(corpus: Corpus): DocumentContext['entry'][] {
  const { articles, pages, nutrients } = corpus.entries;
  return [...articles.values(), ...pages.values(), ...nutrients.values()];
}

// An exception silences one rule in one file until its last day.
function applyExceptions(
  corpus: Corpus,
  problems: Problem[],
  today: string,
): { kept: Problem[]; exceptions: CheckResult['exceptions'] } {
  const exceptions = [...corpus.entries.articles.values()].flatMap((entry) =>
    entry.data.exceptions.map((exception) => ({ file: entry.file, ...exception, silenced: 0 })),
  );
  const kept = problems.filter((problem) => {
    const exception = exceptions.find(
      ({ file, rule, until }) => file === problem.file && rule === problem.rule && today <= until,
    );
    if (exception !== undefined) exception.silenced += 1;
    return exception === undefined;
  });
  return { kept, exceptions };
}

function inReadingOrder(a: Problem, b: Problem): number {
  return (
    a.file.localeCompare(b.file, 'en') ||
    a.line - b.line ||
    a.column - b.column ||
    a.rule.localeCompare(b.rule, 'en')
  );
}
