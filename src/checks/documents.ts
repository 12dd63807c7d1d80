/** Looks at one document after the other: what the rules find in each is kept until it can change. */
import { documentKey, keepDocument } from '../corpus/compiled.ts';
import { MissingField } from '../corpus/partial.ts';
import type { ContentFile } from '../corpus/content-file.ts';
import type { Corpus, Entry, Evidence, ProseEntry } from '../corpus/corpus.ts';
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
import { digestsIn, evidenceDigest, Looks, type Places } from './looks.ts';
import { placementsOf } from './placements.ts';
import type { DocumentContext, DocumentSummary, Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { densityOf } from './rules/number-density.ts';
import { toProblem } from './severity.ts';

/** How content is checked. */
export interface CheckOptions extends ReadOptions {
  /** Whether what was compiled is kept for pages. */
  keepsDocuments?: boolean;
  /** Number of missing documents from which on all cores look at them. */
  aheadFrom?: number;
}

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

// What was found in an entry: files that did not change give the same entries to this process.
const foundBefore = new WeakMap<Entry, Found>();

/** What was found in an entry. */
interface Found {
  /** Its key with the evidence of the last look. */
  key: string;
  /** That under which it is kept, of the evidence with which it was found. */
  keptAs: string;
  findings: DocumentFindings;
}

/** What is kept of all that was looked at in the evidence to find something. */
interface KeptLooks {
  places: Places;
  /** Digest of what was there. */
  digest: string;
  /** Key of what was found. */
  key: string;
}

/** Looks at documents that rest on one state of the evidence. */
export interface DocumentLook {
  /** Digest of the evidence, for what is kept; undefined without a store. */
  evidence: string | undefined;
  /** What is found in a document, whatever the day: of one that is not whole nothing is kept. */
  of: (entry: ProseEntry, isPartial?: boolean) => DocumentFindings;
  /** Whether all that is kept of a file is there. */
  isKept: (file: ContentFile) => boolean;
}

/**
 * @param corpus whatever is no article and no text page: of other entries the rules of a document know these alone
 */
export function documentLook(
  corpus: Corpus,
  { store, keepsDocuments = false }: CheckOptions,
): DocumentLook {
  const evidence = store && evidenceDigest(corpus);
  const digestOf = digestsIn(corpus);
  const lookAt = freshLook();
  const keyFor = ({ file, digest }: InFile): string | undefined =>
    evidence && `diagnostics ${keyOf([codeDigest(), evidence, file, digest])}`;
  const looksKey = ({ file, digest }: InFile): string =>
    `looks ${keyOf([codeDigest(), file, digest])}`;
  // Under another key when the evidence changed since, and nothing of it that was looked at.
  const earlierKey = (of: InFile): string | undefined => {
    const text = store?.get(looksKey(of));
    if (text === undefined) return undefined;
    const { places, digest, key } = JSON.parse(text) as KeptLooks;
    return digestOf(places) === digest ? key : undefined;
  };
  const keptOf = (entry: ProseEntry, key: string): Found | undefined => {
    const known = foundBefore.get(entry);
    if (known?.key === key) return known;
    // What this process has seen is there.
    const isWhole =
      known !== undefined ||
      !keepsDocuments ||
      !entry.isSound ||
      store?.has(documentKey(entry)) === true;
    if (!isWhole) return undefined;
    const direct = store?.get(key);
    const keptAs = direct === undefined ? earlierKey(entry) : key;
    if (keptAs === undefined) return undefined;
    if (keptAs === known?.keptAs) return { ...known, key };
    const text = direct ?? store?.get(keptAs);
    return text === undefined
      ? undefined
      : { key, keptAs, findings: findingsOf(entry, JSON.parse(text) as FoundInDocument) };
  };
  const foundAnew = (entry: ProseEntry, key: string): Found => {
    const looks = new Looks(corpus);
    const { compiled, found } = lookAt(entry, looks.watched);
    if (keepsDocuments && store && entry.isSound && compiled.diagnostics.length === 0)
      keepDocument(entry, compiled.document, store);
    store?.set(`diagnostics ${entry.file}`, key, JSON.stringify(found));
    const places = looks.places();
    const kept: KeptLooks = { places, digest: digestOf(places), key };
    store?.set(`looks ${entry.file}`, looksKey(entry), JSON.stringify(kept));
    return { key, keptAs: key, findings: findingsOf(entry, found) };
  };
  const findings = (entry: ProseEntry, isPartial: boolean): DocumentFindings => {
    const key = keyFor(entry);
    // Their data have gaps that a text cannot keep.
    if (isPartial || key === undefined) return findingsOf(entry, lookAt(entry, corpus).found);
    const found = keptOf(entry, key) ?? foundAnew(entry, key);
    foundBefore.set(entry, found);
    return found.findings;
  };
  return {
    evidence,
    of: (entry, isPartial = false) => findings(entry, isPartial),
    isKept: (source) => {
      const key = keyFor(source);
      if (key === undefined) return false;
      const [entry] = parsedBefore(source)?.entries ?? [];
      if (entry !== undefined && foundBefore.get(entry)?.key === key) return true;
      if (!store?.holds(fileKey(source)) || (keepsDocuments && !store.holds(documentKey(source))))
        return false;
      if (store.holds(key)) return true;
      const earlier = earlierKey(source);
      return earlier !== undefined && store.holds(earlier);
    },
  };
}

/** A text as it stands in a file. */
type InFile = Pick<Entry, 'file' | 'digest'>;

function findingsOf(
  entry: ProseEntry,
  { problems, anchors, cited, ...found }: FoundInDocument,
): DocumentFindings {
  const summary = { ...found, entry, anchors: anchors && new Set(anchors), cited: new Set(cited) };
  return { problems, summary };
}

function freshLook(): (
  entry: ProseEntry,
  evidence: Evidence,
) => { compiled: Compiled; found: FoundInDocument } {
  let names: string | undefined;
  let gradeOf = readingGrades('');
  return (entry, evidence) => {
    const namesNow = nutrientWords(evidence);
    if (namesNow !== names) {
      names = namesNow;
      gradeOf = readingGrades(names);
    }
    const compiled = compileEntry(entry);
    const { sentences } = compiled;
    const problems = compiled.diagnostics.map(({ rule, ...diagnostic }) =>
      toProblem(entry.file, { id: rule, fix: diagnostic.fix }, diagnostic),
    );
    const context: DocumentContext = {
      entry,
      compiled,
      sentences,
      passages: documentPassages(entry, compiled),
      placements: placementsOf(compiled, evidence),
      corpus: evidence,
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

// A piece of a text holds on to the whole of it: this one is a text of its own.
function unshare(text: string): string {
  return Buffer.from(text).toString();
}
