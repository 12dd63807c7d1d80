/** What the running command is about: said once by the integration, and asked for by whatever Vite loads. */

/** One run of a command. */
export interface Session {
  /** Absolute path of a folder that nobody else uses, for what this process keeps. */
  folder: string;
  /** Drafts and what waits for its day are shown: to who writes, never to readers. */
  showsDrafts: boolean;
  /** The content may change between two pages: each is made from it as it is then. */
  isServing: boolean;
}

const key = Symbol.for('micromile.session');
// Node loads this module for the checks, and Vite once more for the pages. Not `import.meta.env.DEV`:
// a variable of the machine that is called DEV would set it in a build, too.
const shared = globalThis as { [key]?: Session };

/** Says what the command is about. */
export function beginSession(session: Session): void {
  shared[key] = session;
}

/** @throws {Error} when no command has begun, which the integration rules out */
export function currentSession(): Session {
  const session = shared[key];
  if (session === undefined) throw new Error('beginSession() comes before everything else.');
  return session;
}
