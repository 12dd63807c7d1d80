/** `check --watch`: what is wrong, told anew after each save, until it is ended. */
import { areSame, atRest, marksOf, watchFolder, type Marks } from '../corpus/changes.ts';
import { tellEditors } from '../corpus/editor-schemas.ts';
import { contentDirectory, today } from '../environment.ts';
import { failureText } from '../problem.ts';
import type { Store } from '../store/store.ts';
import { checkContent, type CheckResult } from './run.ts';

/** How a round begins, and how it ends: the task of `.vscode/tasks.json` looks for both. */
const begins = 'checking …';
const waits = 'Waiting for a change; Ctrl-C ends it.';
// Clears the window and what was scrolled out of it.
const clear = '\u001B[2J\u001B[3J\u001B[H';

/**
 * Checks at once and after each change of the content, of its code, and of the day.
 * @param report what is said of a result; what it throws is said instead
 * @returns when it was ended by Ctrl-C, or asked to end
 */
export async function watchContent(
  store: Store,
  report: (result: CheckResult) => string,
): Promise<void> {
  const directory = contentDirectory();
  const code = await marksOf('src');
  let seen: { day: string; marks: Marks } | undefined;

  const check = async (marks: Marks): Promise<string> => {
    try {
      const result = await checkContent(directory, today(), { store, marks });
      tellEditors(result.corpus);
      return report(result);
    } catch (error) {
      // A folder that is gone may come back, and a file that changed meanwhile is looked at again.
      return failureText(error);
    }
  };
  const look = async (): Promise<void> => {
    const day = today();
    const now = await marksOf(directory);
    if (day === seen?.day && areSame(seen.marks, now)) return;
    // The first look finds a folder at rest. Of a change while it checks the next look tells.
    seen = { day, marks: seen === undefined ? now : await atRest(directory, now) };
    if (process.stdout.isTTY) process.stdout.write(clear);
    console.log(begins);
    const [start, used] = [performance.now(), process.cpuUsage()];
    const text = await check(seen.marks);
    const { user, system } = process.cpuUsage(used);
    const took = `${Math.round(performance.now() - start)} ms, ${Math.round((user + system) / 1000)} ms of a processor`;
    const isOld = !areSame(code, await marksOf('src'));
    console.log(
      [
        text,
        ...(isOld
          ? ['src/ changed since: this still checks by the old code. Start it again.']
          : []),
        `Checked in ${took}. ${waits}`,
      ].join('\n'),
    );
  };
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const stop = watchFolder(directory, look);
  await ended;
  stop();
}
