/** What every part of the compiler says when content is not sound: a place, a reason and a fix. */

/** Errors stop a build; warnings are printed. */
export type Severity = 'error' | 'warning';

/** A place in a content file. Lines and columns count from 1, in the whole file. */
export interface Position {
  line: number;
  column: number;
}

/** What is wrong at a place of the file at hand, which rule says so, and what to do. */
export interface Finding extends Position {
  rule: string;
  message: string;
  fix: string;
}

/** A finding with its file and how serious it is: what authors are told. */
export interface Problem extends Finding {
  /** Path as the author knows it, relative to the folder above the content folder. */
  file: string;
  severity: Severity;
}
