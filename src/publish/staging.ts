/** Where a site is built: aside, in a folder that replaces `dist/` only when it is whole. */
import { existsSync, rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A folder beside the target for this build; it is gone when the process ends, for whatever reason. */
export function stagingFor(target: string): string {
  const staging = path.join(path.dirname(target), `.staging-${process.pid}`);
  process.once('exit', () => rmSync(staging, { recursive: true, force: true }));
  return staging;
}

/** Puts what was built in the place of the target. */
export async function replace(target: string, staging: string): Promise<void> {
  const previous = `${staging}-previous`;
  if (existsSync(target)) await rename(target, previous);
  await rename(staging, target);
  await rm(previous, { recursive: true, force: true });
}
