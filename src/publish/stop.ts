/** Ends a command that cannot go on: with a sentence where somebody can mend it, else with a stack. */
import { failureText, UserError } from '../problem.ts';

/** Ends the process with a text on standard error. */
export function stop(message: string): Promise<never> {
  console.error(message);
  return end(1);
}

const closing: (() => Promise<unknown>)[] = [];

/** Has something done before a command ends the process by itself. */
export function beforeEnd(work: () => Promise<unknown>): void {
  closing.push(work);
}

/** Ends the process. */
export async function end(code: number): Promise<never> {
  await Promise.all(closing.map((work) => work()));
  // Told to end while a thread of its own still compiles a module, Node may wait for that thread, and
  // the thread for Node, without end.
  await new Promise((resolve) => setTimeout(resolve, 200));
  process.exit(code);
}

/** Ends the process with what an error says. */
export function stopFor(error: unknown): Promise<never> {
  return stop(failureText(refusalOf(error) ?? error));
}

/** The value of a function, whose error ends the process. */
export async function orStop<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    return stopFor(error);
  }
}

// What the machine refuses is nobody's bug, however deep in a package it came up.
const refusals = new Set([
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EROFS',
  'EACCES',
  'EPERM',
  'EMFILE',
  'ENFILE',
  'EIO',
]);

function refusalOf(error: unknown): UserError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof UserError) return undefined;
    const { code = '' } = cause as NodeJS.ErrnoException;
    // The packages written in Rust tell it in words alone.
    const reason = refusals.has(code)
      ? cause.message.replace(`${code}: `, '')
      : /(\S.*) \(os error \d+\)/.exec(cause.message)?.[1];
    if (reason !== undefined)
      return new UserError(`The machine refuses: ${reason}. Nothing was published.`);
  }
  return undefined;
}
