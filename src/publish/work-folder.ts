/** A folder of one process: gone when the process ends or, where it was killed, when the next one comes. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

const prefix = '.staging-';
const workFolder = /^\.staging-[a-z\d]+$/i;
// An earlier form of the name had no target in it.
const aside = /^(\.staging-[a-z\d]+)(?:-(.+))?-previous$/i;

/**
 * Makes a folder for this process inside another one, after `tidy`.
 * @throws {Error} of the file system when no folder can be made there
 */
export function openWorkFolder(parent: string): string {
  mkdirSync(parent, { recursive: true });
  tidy(parent);
  for (;;) {
    const folder = mkdtempSync(path.join(parent, prefix));
    const lock = lockFolder(folder);
    // Somebody who tidied took it for a left-over.
    if (lock === undefined) continue;
    process.once('exit', () => {
      lock.close();
      remove(folder);
    });
    return folder;
  }
}

/**
 * Waits until no other process of this project builds into a target, and keeps others waiting until this
 * one ends: of two that publish at once, one would leave the site and the other what hosts are told of it.
 * @param tell is told once who is waited for
 * @throws {Error} of the file system
 */
export async function takeTurn(target: string, tell: (text: string) => void): Promise<void> {
  const name = createHash('sha1').update(target).digest('hex').slice(0, 12);
  // It stays: taken away, it could be so under somebody who has just locked it.
  const folder = path.resolve('.cache/turns', name);
  mkdirSync(folder, { recursive: true });
  const who = path.join(folder, 'who');
  let lock = lockFolder(folder);
  if (lock === undefined)
    tell(`${textOf(who)} builds into ${target}: this one begins when that is done.`);
  while (lock === undefined) {
    await pause(waitMilliseconds);
    lock = lockFolder(folder);
  }
  writeFileSync(who, `Process ${process.pid}`);
  const held = lock;
  process.once('exit', () => held.close());
}

const waitMilliseconds = 200;

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : 'Another process';
}

/** Where a process with this work folder puts what was at the target, until the new site is there. */
export function asideOf(folder: string, target: string): string {
  return `${folder}-${path.basename(target)}-previous`;
}

/**
 * Takes away what killed processes left in a folder. A site that one of them had put aside, and that
 * has no successor, goes back to its place.
 */
export function tidy(parent: string): void {
  if (!existsSync(parent)) return;
  const names = readdirSync(parent);
  for (const name of names) {
    const [, owner, target = 'dist'] = aside.exec(name) ?? [];
    if (owner === undefined || (names.includes(owner) && isHeld(path.join(parent, owner))))
      continue;
    const left = path.join(parent, name);
    if (existsSync(path.join(parent, target))) remove(left);
    else attempt(() => renameSync(left, path.join(parent, target)));
  }
  for (const name of names.filter((other) => workFolder.test(other))) {
    attempt(() => {
      const folder = path.join(parent, name);
      const lock = lockFolder(folder);
      if (lock !== undefined) remove(folder);
      lock?.close();
    });
  }
}

function isHeld(folder: string): boolean {
  try {
    const lock = lockFolder(folder);
    lock?.close();
    return lock === undefined;
  } catch {
    return existsSync(folder);
  }
}

/**
 * Locks a folder that exists; undefined when another process has it or took the folder away.
 *
 * Numbers of processes are given again, and containers that share a folder all have the same. This
 * lock is one of the system, which lets go of it when the process dies; of those Node has only that of
 * SQLite.
 */
export function lockFolder(folder: string): DatabaseSync | undefined {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(path.join(folder, 'lock'));
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const isBusy = (error as { errcode?: number }).errcode === 5;
    if (isBusy || !existsSync(folder)) return undefined;
    throw error;
  }
}

/** Takes a folder away, where that is allowed. */
export function remove(folder: string): void {
  attempt(() => rmSync(folder, { recursive: true, force: true }));
}

// What cannot be taken away, such as what another user left, is in nobody's way: no name is given twice.
function attempt(work: () => void): void {
  try {
    work();
  } catch {}
}
