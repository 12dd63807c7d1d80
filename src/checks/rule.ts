/** What a rule is, and what it is given to look at. */
import type { Corpus, Evidence, ProseEntry } from '../corpus/corpus.ts';
import type { CorpusReference, Reference } from '../corpus/references.ts';
import type { Compiled } from '../document/compile.ts';
import type { Link } from '../document/document.ts';
import type { Mend, Position, Severity } from '../problem.ts';
import type { Sentence } from '../document/sentences.ts';
import type { Passages } from './passages.ts';
import type { Placement } from './placements.ts';
import type { densityOf } from './rules/number-density.ts';

/** One file with prose, compiled. */
export interface DocumentContext {
  entry: ProseEntry;
  compiled: Compiled;
  /** Every sentence of its prose, in reading order. */
  sentences: readonly Sentence[];
  /** Every sentence that readers meet, those of its fields and components included. */
  passages: Passages;
  /** Its product cards and tables. */
  placements: readonly Placement[];
  /** What is no article and no text page: what was found in a document is kept until something of it changes that was looked at. */
  corpus: Evidence;
}

/** A file with prose, and the day that is checked for, `YYYY-MM-DD`. */
export interface DayContext {
  entry: ProseEntry;
  today: string;
}

/** What is kept of each document for the rules that look at all of them, and for the report. */
export interface DocumentSummary {
  entry: DocumentContext['entry'];
  /** Ids that links can lead to; undefined where broken syntax hides them. */
  anchors: Set<string> | undefined;
  /** Ids of its questions. */
  questions: readonly string[];
  /** Links to pages of this site. */
  links: Pick<Link, 'href' | 'position'>[];
  /** Ids that it cites, each once. */
  cited: Set<string>;
  /** What its components name. */
  named: Pick<Reference, 'id' | 'collections'>[];
  words: number;
  /** Reading grade; undefined where there is too little prose to tell. */
  grade: number | undefined;
  /** Numbers among the words of its paragraphs. */
  density: ReturnType<typeof densityOf>;
}

/** The whole folder, after every document was compiled. */
export interface CorpusContext {
  corpus: Corpus;
  documents: readonly DocumentSummary[];
  /** Whatever the fields of all entries name by id. */
  references: readonly CorpusReference[];
  today: string;
}

/** What texts rest on, as the rules see it that look at nothing else. */
export interface EvidenceContext {
  corpus: Evidence;
}

/** What a rule found: a place, a reason, and a fix where the rule's own is not exact enough. */
export interface RuleDiagnostic extends Position {
  message: string;
  fix?: string;
  /** The fix as data, where a machine can carry it out. */
  mend?: Mend | undefined;
  /** Where one diagnostic is less than the rule is, see `severity.ts`. */
  severity?: Severity;
  /** Set where the day alone may have brought it about: it fails a check and stops no build. */
  byCalendar?: true;
}

/** A diagnostic of a rule that looks at all files at once. */
export interface CorpusDiagnostic extends RuleDiagnostic {
  file: string;
}

/** What the documentation says of a rule. */
export interface RuleText {
  id: string;
  /** What it demands, in a sentence. */
  demands: string;
  /** Why: the evidence, the law or the reader's need behind it. */
  why: string;
  /** How to mend what it finds. */
  fix: string;
}

/** One editorial rule. Severities stand in `severity.ts`; the clock comes in as `today`. */
export interface Rule extends RuleText {
  /** What it finds is kept until the document changes, or what was looked at for it: no day is. */
  document?: (context: DocumentContext) => RuleDiagnostic[];
  /** What it finds in a document because of the day: asked each time, and so in a moment. */
  onDay?: (context: DayContext) => RuleDiagnostic[];
  /** What it finds is kept until something changes that is no article and no text page. */
  evidence?: (context: EvidenceContext) => CorpusDiagnostic[];
  corpus?: (context: CorpusContext) => CorpusDiagnostic[];
}
