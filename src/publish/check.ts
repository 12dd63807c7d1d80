/** Runs the checks of the content for the build and the dev server, and stops with their report alone. */
import { formatText } from '../checks/report.ts';
import { checkContent, type CheckResult } from '../checks/run.ts';
import { compiledKey, listCompiled, writeCompiled } from '../corpus/compiled.ts';
import { contentDirectory, today } from '../environment.ts';
import type { Problem } from '../problem.ts';

/** Checks all content, and keeps what was compiled for it. Ends the process when it cannot be read. */
export async function check(): Promise<CheckResult> {
  try {
    // What was compiled for the checks is not compiled again for the pages.
    const known = await listCompiled();
    return await checkContent(contentDirectory(), today(), async ({ data, digest }, document) => {
      const key = await compiledKey(digest);
      if (!known.has(key)) await writeCompiled(key, { data, document });
    });
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Ends the process when one of the problems is an error; prints them when none is. Astro would
 * print a stack trace for an error: authors get the report alone.
 */
export function refuse(problems: readonly Problem[]): void {
  if (problems.some(({ severity }) => severity === 'error')) {
    stop(
      `${formatText(problems)}\nNothing was published; dist/ is as it was. Mend the errors and build again.`,
    );
  }
  if (problems.length > 0) console.warn(formatText(problems));
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
