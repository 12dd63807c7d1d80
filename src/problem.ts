/** What is said when something is not sound: of content a place, a reason and a fix, else a sentence or a stack. */

/** Errors stop a build; warnings are printed. */
export type Severity = 'error' | 'warning';

/** A place in a content file. Lines and columns count from 1, in the whole file. */
export interface Position {
  line: number;
  column: number;
}

/**
 * A change of a text: what stands from `start` to just before `end` becomes `text`. Both places are
 * of the text as it was checked, and count UTF-16 units as an editor does.
 */
export interface Edit {
  start: Position;
  end: Position;
  text: string;
}

/**
 * What carries out a fix: all of its edits or none. `safe` has one sure answer and leaves the meaning
 * alone; `unsafe` is a guess that its author has to read. A file whose mend was applied is written as
 * UTF-8 without a byte order mark, so a mend of that mark has an edit that changes nothing.
 */
export interface Mend {
  edits: readonly Edit[];
  safety: 'safe' | 'unsafe';
  /** Why this is what was meant, in a sentence. */
  why: string;
}

/** What is wrong at a place of the file at hand, which rule says so, and what to do. */
export interface Diagnostic extends Position {
  rule: string;
  message: string;
  fix: string;
  /** The fix as data, where a machine can carry it out. */
  mend?: Mend | undefined;
}

/** A diagnostic with its file and how serious it is: what authors are told. */
export interface Problem extends Diagnostic {
  /** Path as the author knows it, relative to the folder above the content folder. */
  file: string;
  severity: Severity;
  /** Set where nothing but the day brought it about: it fails a check and stops no build. */
  byCalendar?: true;
}

/**
 * What an author, an owner or the machine's keeper can mend: an option, a variable, a folder. Its
 * message is one sentence with what to do, and all that is told. Any other error is a mistake of
 * this program and keeps its stack.
 */
export class UserError extends Error {
  override name = 'UserError';
}

/** What a command prints when it cannot go on: the sentence of a `UserError`, else stack and causes. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return printable(String(error));
  // By its name: the dev server and its configuration each load this module.
  if (error.name === 'UserError') return printable(error.message);
  const stack = (error.stack ?? error.message).split('\n').map(printable).join('\n');
  return error.cause === undefined ? stack : `${stack}\nCaused by: ${failureText(error.cause)}`;
}

const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
// What GitHub's runners take for a command, wherever it stands in a line.
const runnerCommand = /:(?=:[a-z-]+(?: .*)?::)|#(?=#\[)/gi;

/**
 * A text on one line, harmless to a terminal and to a build log: control characters, marks that
 * cannot be seen or turn the reading direction, line breaks, and workflow commands are spelled as
 * escapes, such as \u001b.
 */
export function printable(text: string): string {
  return text.replace(unprintable, escaped).replace(runnerCommand, escaped);
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
