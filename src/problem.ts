/** What every part of the compiler says when content is not sound: a place, a reason and a fix. */

/** Errors stop a build; warnings are printed. */
export type Severity = 'error' | 'warning';

/** A place in a content file. Lines and columns count from 1, in the whole file. */
export interface Position {
  line: number;
  column: number;
}

/** One finding: where it is, which rule found it, why it is wrong, and what to do. */
export interface Problem extends Position {
  /** Path as the author knows it, relative to the folder above the content folder. */
  file: string;
  severity: Severity;
  rule: string;
  message: string;
  fix: string;
}
