/** Says that a folder changed, and waits until it rests: for commands that stay while an author works. */
import { lstatSync, readdirSync, watch, type FSWatcher, type Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTask, setTimeout as pause } from 'node:timers/promises';

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

/** How everything in a folder stands, by path: a mark is another one when somebody changed what it is of. */
export type Marks = ReadonlyMap<string, string>;

/** Whether nothing changed between two looks at a folder. */
export function areSame(earlier: Marks, later: Marks): boolean {
  return (
    earlier.size === later.size &&
    earlier.entries().every(([file, mark]) => later.get(file) === mark)
  );
}

/**
 * Waits until nothing is written in a folder any more: what is written afterwards has another time, and
 * so another mark, but for as many bytes on a disk that tells no shorter time than this waits.
 * @param marks how it stood last
 * @returns how it stands at the end
 */
export async function atRest(folder: string, marks: Marks): Promise<Marks> {
  let now = marks;
  for (let step = 0; step < mostSteps; step += 1) {
    const earlier = now;
    await pause(quietMilliseconds);
    now = await marksOf(folder);
    if (areSame(earlier, now)) break;
  }
  return now;
}

/** Files that are looked at in one go: whoever asks meanwhile waits some milliseconds. */
const handful = 1000;

/** Marks of everything in a folder; what editors hide is no content. */
export async function marksOf(folder: string): Promise<Marks> {
  const marks = new Map<string, string>();
  await addMarks(folder, marks);
  return marks;
}

async function addMarks(folder: string, marks: Map<string, string>): Promise<void> {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    marks.set(folder, String(error));
    return;
  }
  for (const name of names) {
    if (name.startsWith('.')) continue;
    const file = path.join(folder, name);
    const at = statOf(file);
    if (at?.isDirectory() === true) {
      marks.set(file, String(at.ino));
      await addMarks(file, marks);
    } else marks.set(file, `${at?.ino} ${at?.size} ${at?.mtimeMs} ${at?.ctimeMs}`);
    if (marks.size % handful === 0) await nextTask();
  }
}

// Of what vanished, or stands in a folder that nobody may look into, there is nothing to tell. Of ten
// thousand files, promises take twice as long.
function statOf(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
