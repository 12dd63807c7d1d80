/** Says that a folder changed, and waits until it rests: for commands that stay while an author works. */
import { watch, type FSWatcher } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How often the folder is looked at while nothing tells of a change, in milliseconds. */
const lookMilliseconds = 250;
/** Editors and programs write in several steps: this many milliseconds without one end them. */
const quietMilliseconds = 50;
/** What never rests is read at last nevertheless. */
const mostSteps = 20;

/**
 * Calls `look` again and again, and at once when something in the folder changes.
 * @param directory absolute path of a folder with at most one level of folders below, which may vanish and come back
 * @returns ends it
 */
export function watchFolder(directory: string, look: () => Promise<void>): () => void {
  let watchers: FSWatcher[] = [];
  let watched = '';
  let isOver = false;
  let isLooking = false;
  const again = (): void => {
    if (isLooking || isOver) return;
    isLooking = true;
    void look()
      .then(arm)
      .finally(() => (isLooking = false));
  };
  // Looked at, too: a watch is lost when a folder is deleted and put back, and some disks have none.
  const timer = setInterval(again, lookMilliseconds);
  const arm = async (): Promise<void> => {
    const found = await readdir(directory, { withFileTypes: true }).catch(() => []);
    const folders = await Promise.all(
      [
        directory,
        ...found.filter((one) => one.isDirectory()).map(({ name }) => path.join(directory, name)),
      ].map(async (folder) => ({
        folder,
        node: (await lstat(folder).catch(() => undefined))?.ino,
      })),
    );
    const now = JSON.stringify(folders);
    if (now === watched || isOver) return;
    watched = now;
    for (const watcher of watchers) watcher.close();
    watchers = folders.flatMap(({ folder }) => watchOne(folder, again) ?? []);
  };
  return () => {
    isOver = true;
    clearInterval(timer);
    for (const watcher of watchers) watcher.close();
  };
}

// A folder that vanished meanwhile, or a machine that has no watch left: the timer looks.
function watchOne(folder: string, tell: () => void): FSWatcher | undefined {
  try {
    return watch(folder, { persistent: false }, tell).on('error', () => undefined);
  } catch {
    return undefined;
  }
}

/**
 * Waits until nothing is written any more.
 * @param marks says how the folder stands, see `marksOf`
 * @returns what it says at the end
 */
export async function atRest(marks: () => Promise<string>): Promise<string> {
  let now = await marks();
  for (let step = 0, earlier = ''; step < mostSteps && earlier !== now; step += 1) {
    earlier = now;
    await pause(quietMilliseconds);
    now = await marks();
  }
  return now;
}

/** Marks of everything in a folder that change when it does; what editors hide is no content. */
export async function marksOf(folder: string): Promise<string> {
  const names = await readdir(folder).catch((error: unknown) => String(error));
  if (typeof names === 'string') return names;
  const marks = names
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map(async (name) => {
      const file = path.join(folder, name);
      const at = await lstat(file).catch(() => undefined);
      return at?.isDirectory() === true
        ? `${name} ${at.ino} ${await marksOf(file)}`
        : `${name} ${at?.ino} ${at?.size} ${at?.mtimeMs} ${at?.ctimeMs}`;
    });
  return (await Promise.all(marks)).join('\n');
}
